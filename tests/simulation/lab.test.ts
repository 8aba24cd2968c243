import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { somethingHappens } from './deeds.ts';
import { SimulatedLab } from './simulated-lab.ts';
import { VirtualTime } from './virtual-time.ts';

/** `REAN_SEED=n` runs that seed alone; `REAN_SEEDS=n` that many, from 1. */
const only = process.env['REAN_SEED'];
const many = Number(process.env['REAN_SEEDS'] ?? 4);
const seeds = only === undefined ? Array.from({ length: many }, (_, at) => at + 1) : [Number(only)];

const deedsEach = 25;

describe('a lab of three stations and a hub', () => {
  beforeEach(() => VirtualTime.begin());
  afterEach(() => VirtualTime.end());

  it.each(seeds)('[SYN12] comes to the same state everywhere: REAN_SEED=%i', async (seed) => {
    const happened: string[] = [];
    const lab = await SimulatedLab.make(seed);
    try {
      for (let count = 0; count < deedsEach; count += 1) happened.push(await somethingHappens(lab));
      lab.endFaults();
      await lab.converge();
    } catch (error) {
      throw new Error(`REAN_SEED=${seed}, after: ${happened.join(', ')}`, { cause: error });
    }
    const recorded = await lab.recorded();
    const idsRecorded = idsOf(recorded);
    for (const { answered, running } of lab.stations) {
      expect(idsRecorded).toEqual(expect.arrayContaining(answered));
      expect(running.replicator.status).toMatchObject({ waiting: 0, forked: false, setAside: [] });
    }
    expect(idsOf(await lab.held())).toEqual(idsRecorded);
    expect(await lab.health()).toMatchObject({ ok: true, unfolded: 0, quarantined: 0 });
    for (const learner of lab.lab.learners) {
      const expected = lab.fold(learner, recorded);
      for (const station of lab.stations) {
        expect(await lab.shown(station, learner)).toEqual(expected);
      }
    }
    await lab.end();
  });
});

function idsOf(events: readonly { readonly _id: string }[]): readonly string[] {
  return events.map(({ _id }) => _id).sort();
}
