import { seededRandomness } from '../factories/seeded-randomness.ts';
import { Drawing } from './deeds.ts';
import type { SimulatedLab } from './simulated-lab.ts';
import type { SimulatedStation } from './simulated-station.ts';

/** What many deeds are made of. */

interface Answering {
  readonly count: number;
  readonly chance: number;
}

/** Learners answer here and there, and see that each answer is recorded. */
export function answer(lab: SimulatedLab, answering: Answering): Promise<void> {
  return lab.time.for(record(lab, answering), 'answers being recorded');
}

export async function record(lab: SimulatedLab, { count, chance }: Answering): Promise<void> {
  const draw = new Drawing(seededRandomness(chance));
  const recording = Array.from({ length: count }, () => {
    return recordAt(lab, lab.station(draw.which()), draw);
  });
  await Promise.all(recording);
}

export function recordAt(
  lab: SimulatedLab,
  station: SimulatedStation,
  draw: Drawing,
): Promise<void> {
  const payload = lab.work.at(station.config.station, draw);
  return station.record(payload, lab.learner(draw.which()));
}

/** A station starts, and everything it answered is there. */
export async function switchOn(lab: SimulatedLab, station: SimulatedStation): Promise<void> {
  await lab.time.for(station.switchOn(), 'a station starting');
  const recorded = await station.recorded();
  lab.promises.recorded(recorded);
  lab.auditor.checkAnswered(station.config.station, station.answered, recorded);
}

/** The hub starts, and what it gave receipts for is there. */
export async function switchHubOn(lab: SimulatedLab): Promise<void> {
  await lab.time.for(lab.switchHubOn(), 'the hub starting');
  await lab.auditor.lookAtHub(lab.hub.site.generation);
}
