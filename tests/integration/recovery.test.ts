import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom, throwError, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { enrolInCourses, enrolLearner } from '../../src/hub/office/people.ts';
import type { StartedHub } from '../../src/hub/server/start-hub.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import { backUp, restore } from '../factories/backups.ts';
import { passphrase, rightCode } from '../factories/desk-people.ts';
import { testPack } from '../factories/pack-press.ts';
import { realLab } from '../factories/real-lab.ts';
import type { StationService } from '../../src/station/station-service.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';
import { kioskWindow, supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow, SupervisorWindow } from '../factories/station-window.ts';
import { deskCourse } from '../factories/two-lesson-pack.ts';

const patienceMs = 45_000;

/** The first value that holds; one that never comes is told with where it was waited for. */
function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean) {
  const late = new Error('it did not come in time');
  const patience = { first: patienceMs, with: () => throwError(() => late) };
  return firstValueFrom(stream.pipe(filter(holds), timeout(patience)));
}

const isSaved = ({ waiting, hubReachable }: { waiting: number; hubReachable: boolean }) =>
  hubReachable && waiting === 0;

async function kioskAt(lab: RealLab, name: LabStation): Promise<KioskWindow> {
  const window = kioskWindow(await lab.openStation(name));
  await until(window.observe('people', undefined), ({ ready }) => ready);
  return window;
}

async function officerAt(lab: RealLab, station: StationService): Promise<SupervisorWindow> {
  const window = supervisorWindow(station);
  await until(window.observe('staff', undefined), ({ people }) =>
    people.some(({ staff }) => staff === lab.officer),
  );
  const signIn = { staff: lab.officer, passphrase };
  expect(await window.call('staff.sign-in', signIn)).toEqual({ result: 'signed-in' });
  return window;
}

/** One sitting with one answer given; saved at the hub when it resolves. */
async function work(window: KioskWindow, learner: LearnerId): Promise<void> {
  await until(window.observe('people', undefined), ({ learners }) =>
    learners.some((each) => each.learner === learner),
  );
  const started = await window.call('sitting.start', { learner, code: [...rightCode] });
  expect(started).toEqual({ result: 'signed-in' });
  await window.call('lesson.open', { pack: testPack, lesson: 'first' });
  const response = { type: 'present' } as const;
  await window.call('lesson.answer', { item: 'look', response, activeMs: 500 });
  await window.call('sitting.end', { reason: 'learner' });
  await until(window.observe('status', undefined), isSaved);
}

async function enrol({ hub }: StartedHub): Promise<LearnerId> {
  const { office } = hub.parts;
  const [group] = await office.directory.all('group:');
  if (group?.type !== 'group') throw new Error('no group');
  const tile = { picture: 'moon', colour: 'leaf' } as const;
  const account = { name: { km: 'ថ្មី' }, group: group.group, tile, language: 'km' } as const;
  const learner = await enrolLearner(office, { ...account, code: rightCode });
  await enrolInCourses(office, learner, [deskCourse]);
  return learner;
}

/** Everything a hub holds: events, who is in its directory, and each learner's folded attempts. */
async function holdings({ hub }: StartedHub) {
  await hub.settled();
  const { intake, office, databases } = hub.parts;
  const directory = await office.directory.all();
  const states = await databases.state.range({ from: 'learner:', to: 'learner:~' });
  return {
    vector: Object.fromEntries(intake.ledger.vector()),
    ids: directory.map(({ _id }) => _id).sort(),
    learners: states.map(({ _id, folded }) => ({ _id, folded })),
    unfolded: intake.ledger.unfolded,
  };
}

describe('a hub restored', () => {
  it.each(['from an older backup', 'from the keys alone'])(
    '[REC1] %s has everything that backup and stations hold, each once, and all converge',
    async (kind) => {
      const lab = await realLab();
      const folder = join(lab.folder, 'hub');
      const stick = join(lab.folder, 'stick');
      await mkdir(stick);
      const first = await lab.startHub();
      const kiosk = await kioskAt(lab, 'kiosk-1');
      const other = await kioskAt(lab, 'kiosk-2');
      await work(kiosk, lab.learner);
      await backUp(folder, stick);

      const learner = await enrol(first);
      await lab.enrolLate();
      await work(kiosk, lab.otherLearner);
      await work(other, learner);
      const late = await lab.openStation('late');
      await until((await officerAt(lab, late)).observe('status', undefined), isSaved);
      await late.close();
      const lost = await holdings(first);
      const journal = await first.hub.parts.databases.journal.info();
      await first.close();
      await until(kiosk.observe('status', undefined), ({ hubReachable }) => !hubReachable);
      await rm(folder, { recursive: true });
      const restored = await restore(
        folder,
        kind === 'from an older backup' ? stick : null,
        join(lab.folder, 'keys'),
      );
      expect(restored.site.generation).not.toBe(first.hub.site.generation);

      const second = await lab.startHub();
      const supervisor = await officerAt(lab, await lab.openStation('supervisor'));
      const { recovery } = second.hub.parts;
      // Known again once another station has brought back the entry that enrolled it.
      const returned = () => recovery.progress?.stations.filter(({ done }) => done).length;
      await expect.poll(returned, { timeout: patienceMs }).toBe(3);
      const again = supervisorWindow(await lab.openStation('late'));
      await expect.poll(() => recovery.window, { timeout: patienceMs }).toBeNull();
      for (const window of [kiosk, other, supervisor, again]) {
        const { notices } = await until(window.observe('status', undefined), isSaved);
        expect(notices).toEqual([]);
      }
      const found = await holdings(second);
      expect(found).toMatchObject({ ids: lost.ids, unfolded: 0 });
      // Signing out at `late` came after what was lost.
      const lacking = Object.entries(lost.vector).filter(
        ([store, seq]) => (found.vector[store] ?? 0) < seq,
      );
      expect(lacking).toEqual([]);
      expect(found.learners.map(({ _id }) => _id)).toEqual(lost.learners.map(({ _id }) => _id));
      expect(await second.hub.parts.desk.open()).toBe(0);
      const held = await second.hub.parts.databases.journal.info();
      expect(held.documents).toBeGreaterThan(journal.documents);

      for (const each of [lab.learner, lab.otherLearner, learner]) {
        const page$ = supervisor.observe('learner', { learner: each });
        const { row } = await until(page$, ({ row }) => row.activeMs > 0);
        expect(row).toMatchObject({ activeMs: 500 });
      }
      await work(kiosk, learner);
      // What came back is in the journal: a backup of it restores to the same directory.
      await backUp(folder, stick);
    },
  );
});
