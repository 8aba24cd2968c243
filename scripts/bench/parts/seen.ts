import { setTimeout as wait } from 'node:timers/promises';
import { openRoundTrip, roundTripTitle } from '../baselines/round-trip.ts';
import type { RoundTrip } from '../baselines/round-trip.ts';
import type { Bench } from '../bench.ts';
import type { Samples } from '../report/figure.ts';
import { sitDown, work } from '../station/learner-at-work.ts';
import type { DemoLearner } from '../station/learner-at-work.ts';
import { watchReplica } from '../station/replica-line.ts';
import type { Sightings } from '../station/sightings.ts';
import { StationLine } from '../station/station-line.ts';
import { watchSupervisor } from '../window/supervisor-watch.ts';
import { CannotMeasure } from '../cannot-measure.ts';

/** Answers of one repetition. */
const answersARun = 12;
/** The first ones come while stations still pull for the first time, and are not counted. */
const unmeasured = 4;
/** Between answers, ms: a learner is in step with nothing. */
const pauseMs = { least: 60, most: 360 } as const;
const goldenRatio = 0.618_033_988_749_895;

/** The nth pause: spread evenly over its range, and the same in every run. */
const pause = (nth: number) =>
  pauseMs.least + ((nth * goldenRatio) % 1) * (pauseMs.most - pauseMs.least);

interface Watchers {
  readonly roundTrip: RoundTrip;
  /** On the monotonic clock. */
  readonly other: Sightings;
  /** In ms since 1970. */
  readonly supervisor: Sightings;
}

interface SeenAfter {
  readonly otherMs: number;
  readonly supervisorMs: number;
  readonly roundTripMs: number;
}

/** Lets the learner answer; each answer is seen everywhere before the next one is given. */
async function* seenAfterEach(line: StationLine, watchers: Watchers): AsyncGenerator<SeenAfter> {
  let attempts = 0;
  for await (const { tried, answer } of work(line)) {
    if (!tried.counts) continue;
    attempts += 1;
    const other = await watchers.other.whenSeen(attempts);
    const supervisor = await watchers.supervisor.whenSeen(attempts);
    yield {
      otherMs: other - answer.sentMs,
      supervisorMs: supervisor - answer.sentWallMs,
      roundTripMs: await watchers.roundTrip.time(),
    };
    await wait(pause(attempts));
  }
}

async function watchWork(
  bench: Bench,
  { folder, learner }: { readonly folder: string; readonly learner: DemoLearner },
  watchers: Watchers,
): Promise<readonly SeenAfter[]> {
  const line = await StationLine.open(bench, { folder, kind: 'kiosk' });
  const seen: SeenAfter[] = [];
  try {
    await sitDown(line, learner);
    for await (const after of seenAfterEach(line, watchers)) {
      seen.push(after);
      if (seen.length >= unmeasured + bench.runs * answersARun) break;
    }
  } finally {
    await line.close();
  }
  return seen.slice(unmeasured);
}

/**
 * An answer at one station, through a real hub, until another station and a supervisor's window have
 * it. Hub, both stations and the window's app are each processes of their own, with their own disk.
 */
export async function measureSeen(bench: Bench): Promise<readonly Samples[]> {
  const lab = await bench.lab();
  const learner = lab.signIns.learners[2];
  if (learner === undefined) throw new CannotMeasure('The lab has no learners.');
  const place = { folder: lab.stationFolder('supervisor'), staff: lab.signIns.staff };
  const supervisor = await watchSupervisor(bench, place, [learner.learner]);
  const other = watchReplica(bench, lab.stationFolder('station-2'), [learner.learner]);
  const roundTrip = await openRoundTrip(lab);
  const watchers = {
    roundTrip,
    other: other.sightings.of(learner.learner),
    supervisor: supervisor.sightings.of(learner.learner),
  };
  const folder = lab.stationFolder('station-1');
  try {
    return figures(await watchWork(bench, { folder, learner }, watchers));
  } finally {
    await Promise.all([supervisor.close(), other.close(), roundTrip.close()]);
  }
}

function figures(seen: readonly SeenAfter[]): readonly Samples[] {
  const baseline = { title: roundTripTitle, samples: seen.map((each) => each.roundTripMs) };
  return [
    {
      name: 'seen-station',
      title: 'answer at A, until station B has it on its disk to show',
      unit: 'ms',
      measured: seen.map((each) => each.otherMs),
      baseline,
    },
    {
      name: 'seen-supervisor',
      title: 'answer at A, until the room in the supervisor window has it and that frame is drawn',
      unit: 'ms',
      measured: seen.map((each) => each.supervisorMs),
      baseline,
    },
  ];
}
