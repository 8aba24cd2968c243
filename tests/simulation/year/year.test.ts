import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { foldLearner } from '../../../src/domain/fold/fold-learner.ts';
import { openEvent } from '../../../src/sync/envelope/event.ts';
import { openLearnerState } from '../../../src/sync/envelope/sealed-documents.ts';
import { temporaryFolder } from '../../factories/temporary-folder.ts';
import { readHubImage } from '../disk-image.ts';
import { YearLab } from './year-lab.ts';

const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = given('REAN_YEAR_SEED', 2026);
const days = given('REAN_DAYS', 28);
/** A whole year has segments of a month, as a lab has; a short one is a year in small. */
const mostDays = days >= 300 ? 31 : 5;
/** Nobody makes a backup for so many days in the middle. */
const without = { from: Math.floor(days / 3), to: Math.floor(days / 3) + mostDays * 3 };
/** Events, replicas and whatever LevelDB has not merged yet, of one station. */
const mostBytes = 32 * 1024 * 1024;
/** Where a sync costs nothing: what is looked at is sizes, and no power is cut. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

interface Week {
  readonly isBackedUp: boolean;
  /** The most segments any station holds, and the bytes of the fullest. */
  readonly segments: number;
  readonly bytes: number;
}

async function liveThrough(lab: YearLab): Promise<readonly Week[]> {
  const weeks: Week[] = [];
  for (let day = 1; day <= days; day += 1) {
    await lab.workADay();
    if (day % 7 !== 0) continue;
    const isBackedUp = day < without.from || day >= without.to;
    if (isBackedUp) await lab.backUp();
    await lab.dropped();
    weeks.push({ isBackedUp, segments: lab.mostSegments(), bytes: await lab.mostDiskBytes() });
  }
  return weeks;
}

/** Everything that was recorded is at the hub, once, and folded truly. */
async function checkHub(year: YearLab): Promise<void> {
  const { hub, lab, recorded } = year;
  await hub.settled();
  // PouchDB ends what reads any database of a name when one of that name is dropped in its process.
  await year.dropped();
  const { events, states } = await readHubImage(lab.disk, hub.site.generation);
  expect(events.map(({ _id }) => _id).sort()).toEqual(recorded.map(({ _id }) => _id).sort());
  const shown = new Map(states.map((state) => [state.learner, state]));
  for (const learner of lab.learners) {
    const key = lab.key(learner);
    const own = recorded.filter((event) => event.learner === learner);
    const state = shown.get(learner);
    expect(state && openLearnerState(state, key)).toEqual(
      own.length === 0
        ? undefined
        : foldLearner(
            learner,
            own.map((event) => openEvent(event, key)),
          ),
    );
  }
}

describe(`a year in a lab (seed ${seed}, ${days} days)`, { timeout: 60_000 + days * 6000 }, () => {
  it('[RET2] [RET3] bounds what stations hold by backups, drops nothing without, and loses nothing', async () => {
    const lab = await YearLab.make({ seed, folder: await temporaryFolder(memory), mostDays });
    const weeks = await liveThrough(lab);
    const backedUp = weeks.filter(({ isBackedUp }) => isBackedUp);
    const notBackedUp = weeks.filter(({ isBackedUp }) => !isBackedUp);
    // Two, while a station has something in the one before that came after the backup.
    expect(Math.max(...backedUp.map(({ segments }) => segments))).toBeLessThanOrEqual(2);
    expect(Math.max(...notBackedUp.map(({ segments }) => segments))).toBeGreaterThanOrEqual(3);
    expect(Math.max(...weeks.map(({ bytes }) => bytes))).toBeLessThan(mostBytes);
    // One more or less, as the hub looks only while something is pushed.
    expect(Math.abs(lab.opened - 1 - days / mostDays)).toBeLessThan(2);
    await lab.allSaved();
    await checkHub(lab);

    await lab.backUp();
    await lab.dropped();
    await lab.workADay();
    await lab.restoreHub();
    await lab.allSaved();
    await lab.everythingThere();
    await checkHub(lab);
    await lab.end();
  });
});
