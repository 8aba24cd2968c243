import { parseArgs } from 'node:util';
import * as z from 'zod';

/** What people wait for, in the order it runs. */
export const usualParts = ['start', 'sign-in', 'answer', 'seen', 'pull'] as const;

/** How the lab's sync holds up, in the order it runs: `npm run bench -- sync`. */
export const syncParts = ['push', 'lab', 'week', 'fresh', 'fold', 'memory'] as const;

/** How people are known, at a large site: `npm run bench -- identity`. */
export const identityParts = ['identity'] as const;

/** How packs get where they are used, and how what is in them opens: `npm run bench -- content`. */
export const contentParts = ['install', 'fetch', 'open', 'turn', 'search', 'shell'] as const;

/** The supervisor's list of learners, at a large site: `npm run bench -- lists`. */
export const listsParts = ['lists'] as const;
/** How an officer has the room in hand: `npm run bench -- supervise`. */
export const superviseParts = ['supervise', 'room'] as const;

/** Reports, at a large site: `npm run bench -- reports`. */
export const reportsParts = ['reports'] as const;

const groups = {
  usual: usualParts,
  sync: syncParts,
  identity: identityParts,
  content: contentParts,
  lists: listsParts,
  reports: reportsParts,
  supervise: superviseParts,
} as const;

/** The parts a run is made of. */
export const partNames = [
  ...usualParts,
  ...syncParts,
  ...identityParts,
  ...contentParts,
  ...listsParts,
  ...reportsParts,
  ...superviseParts,
] as const;
const partNameSchema = z.enum(partNames);
export type PartName = (typeof partNames)[number];

/** The second take longer, and are to be over in less than half an hour. */
const usualRuns = { usual: '5', sync: '3' } as const;

/** Large enough to be more than a start, small enough for eight copies at once. */
const usualMegabytes = '256';

const optionsSchema = z.object({
  json: z.boolean(),
  help: z.boolean(),
  group: z.enum(['usual', 'sync', 'identity', 'content', 'lists', 'reports', 'supervise']),
  only: z.array(partNameSchema),
  runs: z.coerce.number().int().min(1).max(100),
  events: z.coerce.number().int().min(1000).max(10_000_000).nullable(),
  megabytes: z.coerce.number().int().min(1).max(4096),
});

export interface BenchOptions {
  readonly json: boolean;
  readonly help: boolean;
  /** What is measured. */
  readonly parts: readonly PartName[];
  readonly runs: number;
  /** So many events instead of each part's own number; null for that. */
  readonly events: number | null;
  /** Size of the pack that is installed and fetched, MB. */
  readonly megabytes: number;
}

export const usage = `npm run bench [-- words]

  sync         how sync holds up: ${syncParts.join(', ')}; without it what people
               wait for: ${usualParts.join(', ')}
  identity     sign-in at a station that holds 5,000 accounts
  lists        a supervisor's list of 5,000 learners
  reports      reports of 5,000 learners
  content      packs, what is in them, and the shell beside pieces that misbehave:
               ${contentParts.join(', ')}
  supervise    orders to seats and what seats say, at 8 and 30 stations; the room's frames
               and its window's memory: ${superviseParts.join(', ')}
  --only NAME  one part (again for more)
  --runs N     repetitions of each part, 1 to 100; ${usualRuns.usual} unless told, with sync ${usualRuns.sync}
  --events N   with sync: so many events in push, week, fold and memory, to try them out
  --megabytes N  with content: size of the pack in install and fetch; ${usualMegabytes} unless told
  --json       one JSON document on standard output and nothing else (npm run -s bench -- --json)
  --help       this`;

/**
 * @param words the command line's, without program and script
 * @throws Error that says which word is not understood
 */
export function parseBenchOptions(words: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string' },
      events: { type: 'string' },
      megabytes: { type: 'string', default: usualMegabytes },
    },
  });
  const [group = 'usual', ...more] = positionals;
  const { runs = usualRuns[group === 'sync' ? 'sync' : 'usual'], events = null } = values;
  const parsed = optionsSchema.safeParse({ ...values, group, runs, events });
  if (more[0] !== undefined) throw new Error(`"${more[0]}" is not understood.`);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error), { cause: parsed.error });
  const { only, ...rest } = parsed.data;
  return {
    ...rest,
    parts: only.length === 0 ? groups[rest.group] : partNames.filter((name) => only.includes(name)),
  };
}
