import { expect, it } from 'vitest';
import { planDeeds } from './deeds.ts';
import type { Deed } from './deeds.ts';
import { runLab } from './run-lab.ts';
import { shrink } from './shrink.ts';
import type { LabSetup } from './simulated-lab.ts';
import { Tally } from './tally.ts';
import type { Effect } from './tally.ts';

const shrinkTries = 80;
/** Shrinking a list takes many lives of a lab. */
const patienceMs = 600_000;

/**
 * A test that lives through some deeds; a failing list is cut down and told.
 * @param shows effects that it is there for
 */
export function itHolds(
  name: string,
  setup: LabSetup,
  deeds: readonly Deed[],
  { seen = new Tally(), shows = [] }: { seen?: Tally; shows?: readonly Effect[] } = {},
): void {
  it(`${name}`, { timeout: patienceMs }, async () => {
    const { broken, tally } = await runLab(setup, deeds);
    seen.add(tally);
    if (broken !== null) throw new Error(await tellOf(broken, setup, deeds));
    expect(shows.filter((effect) => tally.of(effect) === 0)).toEqual([]);
  });
}

async function tellOf(broken: Error, setup: LabSetup, deeds: readonly Deed[]): Promise<string> {
  const fails = async (shorter: readonly Deed[]) => (await runLab(setup, shorter)).broken !== null;
  const shortest = await shrink(deeds, fails, shrinkTries);
  const { broken: last } = await runLab(setup, shortest);
  return [
    `seed ${setup.seed}: ${broken.stack ?? broken.message}`,
    `npm run test:sim -- --seed ${setup.seed} --steps ${deeds.length}`,
    `${shortest.length} of ${deeds.length} deeds are enough (${String(last)}); to keep it, put this into kept-seeds.ts:`,
    JSON.stringify({ setup, deeds: shortest }),
  ].join('\n');
}

/** `npm run test:sim -- --seed N --steps M --seeds K` comes in by the environment. */
const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const steps = given('REAN_STEPS', 25);
const seedsInTest = 30;
const first = given('REAN_SEED', 1);
const count = given('REAN_SEEDS', seedsInTest);

/**
 * Every seed that is asked for, of one half of them: two files keep both cores at work. Of as many
 * as `npm test` has, every fault has to have taken effect, or nothing was shown.
 */
export function itHoldsUnderHalf(half: 0 | 1): void {
  const seeds = Array.from({ length: count }, (_, at) => first + at);
  const seen = new Tally();
  for (const seed of seeds.filter((each) => each % 2 === half)) {
    itHolds(`[SYN13] holds under seed ${seed}`, { seed }, planDeeds(seed, steps), { seen });
  }
  if (count < seedsInTest || steps < 25) return;
  it('every fault took effect', () => {
    expect(seen.missing).toEqual([]);
  });
}
