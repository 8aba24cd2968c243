import { setTimeout as wait } from 'node:timers/promises';
import { appendAndSyncTitle, openAppendAndSync } from '../baselines/append-and-sync.ts';
import type { Bench } from '../bench.ts';
import type { Samples } from '../report/figure.ts';
import { sitDown, work } from '../station/learner-at-work.ts';
import type { Carrier, DemoLearner } from '../station/learner-at-work.ts';
import { StationLine } from '../station/station-line.ts';
import { pageCarrier } from '../window/page-carrier.ts';
import { openStationPage } from '../window/rean-windows.ts';
import { CannotMeasure } from '../cannot-measure.ts';

/** Answers of one repetition. */
const answersARun = 24;
/** The first ones warm the code up and are not counted. */
const unmeasured = 20;
/** After each answer: the hub, here on the same disk, is done with it by then, ms. */
const pauseMs = 100;

interface Paired {
  readonly measured: number[];
  readonly baseline: number[];
}

/** Lets a learner answer, and after each answer does the baseline once on the same disk. */
async function timeAnswers<Answer extends { readonly value: unknown }>(
  bench: Bench,
  carrier: Carrier<Answer>,
  learner: DemoLearner,
  timeOf: (answer: Answer) => number,
): Promise<Paired> {
  const least = await openAppendAndSync(bench.folder);
  const times: Paired = { measured: [], baseline: [] };
  let given = 0;
  await sitDown(carrier, learner);
  for await (const { answer } of work(carrier)) {
    given += 1;
    await wait(pauseMs);
    const leastMs = await least.time();
    if (given > unmeasured) times.measured.push(timeOf(answer));
    if (given > unmeasured) times.baseline.push(leastMs);
    if (times.measured.length >= bench.runs * answersARun) break;
  }
  await least.close();
  return times;
}

async function inWindow(bench: Bench, folder: string, learner: DemoLearner): Promise<Paired> {
  const { window, page } = await openStationPage(bench, 'kiosk', folder);
  try {
    return await timeAnswers(bench, pageCarrier(page), learner, ({ ms }) => ms);
  } finally {
    await window.close();
  }
}

async function atService(bench: Bench, folder: string, learner: DemoLearner): Promise<Paired> {
  const line = await StationLine.open(bench, { folder, kind: 'kiosk' });
  try {
    const timeOf = (answer: { sentMs: number; answeredMs: number }) =>
      answer.answeredMs - answer.sentMs;
    return await timeAnswers(bench, line, learner, timeOf);
  } finally {
    await line.close();
  }
}

const samplesOf = (name: string, title: string, { measured, baseline }: Paired): Samples => ({
  name,
  title,
  unit: 'ms',
  measured,
  baseline: { title: appendAndSyncTitle, samples: baseline },
});

/** An answer until it is durable: it is told only then ([EVT2]). The hub is there and takes them. */
export async function measureAnswer(bench: Bench): Promise<readonly Samples[]> {
  const lab = await bench.lab();
  const [first, second] = lab.signIns.learners;
  if (first === undefined || second === undefined)
    throw new CannotMeasure('The lab has no learners.');
  const folder = lab.stationFolder('station-1');
  const window = await inWindow(bench, folder, first);
  const service = await atService(bench, folder, second);
  return [
    samplesOf('answer-window', 'answer, from sent in the kiosk window to told durable', window),
    samplesOf('answer-service', 'answer at the station alone, without window', service),
  ];
}
