import { parseArgs } from 'node:util';
import * as z from 'zod';

/** The parts a run is made of, in the order they run. */
export const partNames = ['start', 'sign-in', 'answer', 'seen', 'pull'] as const;
const partNameSchema = z.enum(partNames);
export type PartName = (typeof partNames)[number];

const optionsSchema = z.object({
  json: z.boolean(),
  help: z.boolean(),
  only: z.array(partNameSchema),
  runs: z.coerce.number().int().min(1).max(100),
});
export type BenchOptions = z.infer<typeof optionsSchema>;

export const usage = `npm run bench [-- words]

  --only NAME  one part (again for more): ${partNames.join(', ')}
  --runs N     repetitions of each part, 1 to 100; 5 unless told
  --json       one JSON document on standard output and nothing else (npm run -s bench -- --json)
  --help       this`;

/**
 * @param words the command line's, without program and script
 * @throws Error that says which word is not understood
 */
export function parseBenchOptions(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string', default: '5' },
    },
  });
  const parsed = optionsSchema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new Error(z.prettifyError(parsed.error), { cause: parsed.error });
}
