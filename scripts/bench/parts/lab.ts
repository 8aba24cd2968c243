import { setTimeout as wait } from 'node:timers/promises';
import { openRoundTrip, roundTripTitle } from '../baselines/round-trip.ts';
import type { Bench } from '../bench.ts';
import { CannotMeasure } from '../cannot-measure.ts';
import type { Samples } from '../report/figure.ts';
import { startLab } from '../station/bench-lab.ts';
import type { BenchLab } from '../station/bench-lab.ts';
import { kiosks } from '../station/crowded-site.ts';
import { sitDown, work } from '../station/learner-at-work.ts';
import type { DemoLearner } from '../station/learner-at-work.ts';
import { watchReplica } from '../station/replica-line.ts';
import type { SightingsOf } from '../station/sightings.ts';
import { StationLine } from '../station/station-line.ts';
import { watchSupervisor } from '../window/supervisor-watch.ts';

/** Every station gives one answer in this time, ms. */
const everyMs = 2000;
/** Answers of a station in one repetition. */
const answersARun = 6;
/** The first ones come while stations still pull for the first time, and are not counted. */
const unmeasured = 3;

const observer = 'observer';
const supervisor = 'supervisor';
const names = Array.from({ length: kiosks }, (_, index) => `kiosk-${index + 1}`);
const stations = [
  ...[...names, observer].map((name) => ({ name, kind: 'kiosk' }) as const),
  { name: supervisor, kind: 'supervisor' } as const,
];

interface Watchers {
  /** On the monotonic clock. */
  readonly other: SightingsOf;
  /** In ms since 1970. */
  readonly supervisor: SightingsOf;
}

interface Seen {
  readonly otherMs: number[];
  readonly supervisorMs: number[];
}

/** One learner answers every two seconds; each answer is looked for while the next is thought over. */
async function atWork(
  line: StationLine,
  { learner }: DemoLearner,
  { answers, watchers, seen }: { answers: number; watchers: Watchers; seen: Seen },
): Promise<void> {
  let attempts = 0;
  const looks: Promise<void>[] = [];
  for await (const { tried, answer } of work(line)) {
    if (!tried.counts) continue;
    attempts += 1;
    const nth = attempts;
    const look = async () => {
      const other = await watchers.other.of(learner).whenSeen(nth);
      const window = await watchers.supervisor.of(learner).whenSeen(nth);
      if (nth <= unmeasured) return;
      seen.otherMs.push(other - answer.sentMs);
      seen.supervisorMs.push(window - answer.sentWallMs);
    };
    looks.push(look());
    if (attempts >= answers) break;
    await wait(everyMs);
  }
  await Promise.all(looks);
}

async function openLines(bench: Bench, lab: BenchLab): Promise<readonly StationLine[]> {
  const lines: StationLine[] = [];
  for (const [index, name] of names.entries()) {
    const line = await StationLine.open(bench, { folder: lab.stationFolder(name), kind: 'kiosk' });
    lines.push(line);
    await sitDown(line, learnerAt(lab, index));
  }
  return lines;
}

function learnerAt({ signIns }: BenchLab, index: number): DemoLearner {
  const learner = signIns.learners[index];
  if (learner === undefined) throw new CannotMeasure('The lab has too few learners.');
  return learner;
}

async function measureWith(bench: Bench, lab: BenchLab, watchers: Watchers): Promise<Seen> {
  const seen: Seen = { otherMs: [], supervisorMs: [] };
  const lines = await openLines(bench, lab);
  const answers = unmeasured + bench.runs * answersARun;
  try {
    await Promise.all(
      lines.map(async (line, index) => {
        // Learners are in step with nobody.
        await wait((index * everyMs) / lines.length);
        await atWork(line, learnerAt(lab, index), { answers, watchers, seen });
      }),
    );
  } finally {
    await Promise.all(lines.map((line) => line.close()));
  }
  return seen;
}

/** Eight stations, each giving an answer every two seconds, watched from a ninth and by a supervisor. */
export async function measureLab(bench: Bench): Promise<readonly Samples[]> {
  const lab = await startLab(bench, { name: 'full-lab', stations });
  const learners = names.map((_, index) => learnerAt(lab, index).learner);
  const place = { folder: lab.stationFolder(supervisor), staff: lab.signIns.staff };
  const window = await watchSupervisor(bench, place, learners);
  const other = watchReplica(bench, lab.stationFolder(observer), learners);
  const roundTrip = await openRoundTrip(lab);
  const trips: number[] = [];
  try {
    const watchers = { other: other.sightings, supervisor: window.sightings };
    const seen = await measureWith(bench, lab, watchers);
    for (let trip = 0; trip < seen.otherMs.length; trip += 1) trips.push(await roundTrip.time());
    return figures(seen, trips);
  } finally {
    await Promise.all([window.close(), other.close(), roundTrip.close()]);
    await lab.stop();
  }
}

function figures({ otherMs, supervisorMs }: Seen, trips: readonly number[]): readonly Samples[] {
  const baseline = { title: roundTripTitle, samples: trips };
  const where = `with ${kiosks} stations giving an answer every ${everyMs / 1000} s`;
  return [
    {
      name: 'lab-station',
      title: `answer at A, until station B has it on its disk to show, ${where}`,
      unit: 'ms',
      measured: otherMs,
      baseline,
    },
    {
      name: 'lab-supervisor',
      title: `answer at A, until the room in the supervisor window has it drawn, ${where}`,
      unit: 'ms',
      measured: supervisorMs,
      baseline,
    },
  ];
}
