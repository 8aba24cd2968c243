import type { EventPayload } from '../../src/shared/contracts/documents/event.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { payloads } from '../factories/events.ts';
import type { SimulatedLab } from './simulated-lab.ts';
import type { SimulatedStation } from './simulated-station.ts';

/** Something that happens in a lab, as said when a seed fails. */
type Deed = readonly [name: string, share: number, act: (lab: SimulatedLab) => Promise<void>];

const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1000;
const items = ['one', 'two', 'three'];
const outcomes = ['right', 'not-yet', 'shown'] as const;

const deeds: readonly Deed[] = [
  ['learners answer', 12, (lab) => answer(lab, 6)],
  ['a class answers at once', 2, (lab) => answer(lab, 60)],
  ['time passes', 6, (lab) => lab.time.pass(lab.randomness.fraction() * 20_000)],
  ['a weekend passes', 1, (lab) => lab.time.pass(120_000)],
  ['a station loses power', 3, loseStation],
  ['the hub loses power', 2, loseHub],
  ['the cable is pulled for a while', 2, pullCable],
  ['a disk is full for a while', 1, (lab) => failWrites(lab, 'full')],
  ['a disk fails to sync for a while', 1, (lab) => failWrites(lab, 'failAfterWriting')],
  ['a clock jumps', 1, jumpClock],
];

/** Does one thing, by chance; says what. */
export async function somethingHappens(lab: SimulatedLab): Promise<string> {
  const [name, , act] = draw(deeds, lab.randomness, ([, share]) => share);
  await act(lab);
  return name;
}

async function answer(lab: SimulatedLab, most: number): Promise<void> {
  const count = 1 + Math.floor(lab.randomness.fraction() * most);
  const recording = Array.from({ length: count }, () => {
    const station = pick(lab.stations, lab.randomness);
    return station.record(somePayload(lab.randomness), pick(lab.lab.learners, lab.randomness));
  });
  await lab.time.for(Promise.all(recording), 'answers being durable');
}

function somePayload(randomness: Randomness): EventPayload {
  const kinds = [
    payloads.started(),
    payloads.ended(),
    payloads.opened(),
    payloads.completed(),
    payloads.attempt(pick(items, randomness), pick(outcomes, randomness)),
    payloads.attempt(pick(items, randomness), pick(outcomes, randomness), { attempt: 2 }),
  ];
  return pick(kinds, randomness);
}

/** In the middle of recording, as likely as not. */
async function loseStation(lab: SimulatedLab): Promise<void> {
  const station = pick(lab.stations, lab.randomness);
  const recording = recordSome(lab, station);
  await lab.time.turns(Math.floor(lab.randomness.fraction() * 60));
  station.cutPower();
  await recording;
  await lab.time.for(station.switchOn(), 'a station starting');
}

async function recordSome(lab: SimulatedLab, station: SimulatedStation): Promise<void> {
  const learner = pick(lab.lab.learners, lab.randomness);
  const events = Array.from({ length: 4 }, () => somePayload(lab.randomness));
  await Promise.allSettled(events.map((payload) => station.record(payload, learner)));
}

async function loseHub(lab: SimulatedLab): Promise<void> {
  const recording = answer(lab, 12);
  await lab.time.turns(Math.floor(lab.randomness.fraction() * 400));
  lab.cutHubPower();
  await recording;
  await lab.time.pass(lab.randomness.fraction() * 30_000);
  await lab.time.for(lab.switchHubOn(), 'the hub starting');
}

async function pullCable(lab: SimulatedLab): Promise<void> {
  lab.setPlugged(false);
  await answer(lab, 12);
  await lab.time.pass(lab.randomness.fraction() * 60_000);
  lab.setPlugged(true);
}

async function failWrites(lab: SimulatedLab, how: 'full' | 'failAfterWriting'): Promise<void> {
  const { disk } = pick([lab.lab, ...lab.stations], lab.randomness);
  disk[how] = true;
  await answer(lab, 12);
  await lab.time.pass(lab.randomness.fraction() * 10_000);
  disk[how] = false;
}

function jumpClock(lab: SimulatedLab): Promise<void> {
  const station = pick(lab.stations, lab.randomness);
  station.clockOffMs = (lab.randomness.fraction() * 2 - 1) * tenYearsMs;
  return Promise.resolve();
}

function pick<Value>(values: readonly Value[], randomness: Randomness): Value {
  return draw(values, randomness, () => 1);
}

function draw<Value>(
  values: readonly Value[],
  randomness: Randomness,
  shareOf: (value: Value) => number,
): Value {
  const all = values.reduce((sum, value) => sum + shareOf(value), 0);
  let left = randomness.fraction() * all;
  const drawn = values.find((value) => (left -= shareOf(value)) < 0) ?? values.at(-1);
  if (drawn === undefined) throw new Error('nothing to draw from');
  return drawn;
}
