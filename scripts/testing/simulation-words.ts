import { parseArgs } from 'node:util';
import * as z from 'zod';

const count = z.coerce.number().int().min(1);
const wordsSchema = z.object({
  seed: count.optional(),
  seeds: count.default(200),
  steps: count.default(25),
});

export const simulationUsage = `npm run test:sim [-- words]

  --seed N    this seed alone
  --seeds K   seeds 1 to K; 200 unless told
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
  const { seed, seeds, steps } = parsed.data;
  const environment = { REAN_STEPS: String(steps), REAN_SEEDS: String(seeds) };
  if (seed === undefined) return { words: ['tests/simulation/'], environment };
  const half = seed % 2 === 0 ? 'even' : 'odd';
  return {
    words: [`tests/simulation/${half}-seeds.test.ts`],
    environment: { ...environment, REAN_SEED: String(seed) },
  };
}
