import { parseArgs } from 'node:util';
import * as z from 'zod';

const usualSeeds = 200;
const count = z.coerce.number().int().min(1);
const wordsSchema = z.object({
  seed: count.optional(),
  seeds: count.optional(),
  steps: count.default(25),
});

export const simulationUsage = `npm run test:sim [-- words]

  --seed N    this seed alone, or from this one on
  --seeds K   so many seeds; 200 from seed 1 on unless told
  --steps M   how much happens under each; 25 unless told`;

interface SimulationRun {
  /** Files of tests, for vitest. */
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Reads the words of `npm run test:sim`.
 * @throws Error that says which word is not understood
 */
export function readSimulationWords(given: readonly string[]): SimulationRun {
  const text = { type: 'string' } as const;
  const options = { seed: text, seeds: text, steps: text };
  const parsed = wordsSchema.safeParse(parseArgs({ args: [...given], options }).values);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error), { cause: parsed.error });
  const { seed, steps, seeds = seed === undefined ? usualSeeds : 1 } = parsed.data;
  const from = { REAN_STEPS: String(steps), REAN_SEEDS: String(seeds) };
  if (seed === undefined) return { words: ['tests/simulation/'], environment: from };
  const environment = { ...from, REAN_SEED: String(seed) };
  if (seeds > 1)
    return { words: ['tests/simulation/even-seeds', 'tests/simulation/odd-seeds'], environment };
  const half = seed % 2 === 0 ? 'even' : 'odd';
  return { words: [`tests/simulation/${half}-seeds.test.ts`], environment };
}
