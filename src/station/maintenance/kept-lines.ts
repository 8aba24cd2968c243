import * as z from 'zod';
import { maintenanceDeedSchema } from '../../shared/contracts/maintenance.ts';
import { leavings } from '../../shared/contracts/seat-order.ts';
import { errorCodes } from '../../shared/errors.ts';
import { packIdSchema, semverSchema } from '../../shared/ids.ts';

/**
 * What of a log leaves the PC in a support bundle ([MNT8]): a list of what may, never of what may not. A member that is
 * not on it, or is not of its form, is left out, whatever it says; and so is a line that is no line of ours.
 */

const count = z.number().int().min(0).max(1e15);
const said = (...words: readonly string[]) => z.enum(words);
/** A code of ours, the class of an error, or the system's own number by name. */
const reason = z.union([
  z.enum(errorCodes),
  z.string().regex(/^(Reference|Type|Range|Syntax|Aggregate|Timeout|Abort|Zod)?Error$/),
  z.string().regex(/^E[A-Z0-9]{2,14}$/),
]);

/** Where in our own program: `main/index.js:12:3`. Names of functions and folders before it are left out. */
const placeInProgram =
  /(?:^|[/(])((?:main|preload|station|sync|content|hub|shared|domain)(?:\/[a-z][a-z0-9-]*)*\.c?[jt]s:\d{1,6}:\d{1,6})\)?$/;

const frames = z.array(z.unknown()).transform((all) =>
  all.slice(0, 20).flatMap((frame) => {
    const place = typeof frame === 'string' ? placeInProgram.exec(frame)?.[1] : undefined;
    return place === undefined ? [] : [place];
  }),
);

const members: Readonly<Record<string, z.ZodType>> = {
  version: semverSchema,
  electron: semverSchema,
  pid: count,
  code: z.union([z.enum(errorCodes), z.number().int().min(-1_000_000).max(1_000_000)]),
  exitCode: z.number().int().min(-1_000_000).max(1_000_000),
  delayMs: count,
  waiting: count,
  wrongTries: count,
  status: count,
  board: count,
  cards: count,
  asked: count,
  sheet: count,
  system: z.boolean(),
  root: z.boolean(),
  sure: z.boolean(),
  reason,
  pack: packIdSchema,
  deed: maintenanceDeedSchema,
  to: z.enum(leavings),
  role: said('kiosk', 'supervisor'),
  step: said('awake', 'keys', 'zoom', 'tools', 'bounds', 'open', 'focus', 'displays'),
  state: said('waiting', 'held', 'failed', 'reverted', 'not-reverted'),
  what: said('page', 'frame', 'redirect', 'webview', 'new window'),
};

const lineSchema = z.looseObject({
  at: z.iso.datetime(),
  level: z.enum(['info', 'warn', 'error']),
  from: z.enum(['kiosk', 'supervisor', 'station']),
  event: z
    .string()
    .max(60)
    .regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$/),
  error: z.unknown().optional(),
});

const errorSchema = z.looseObject({
  name: z.unknown().optional(),
  code: z.unknown().optional(),
  at: z.unknown().optional(),
});

type Kept = Readonly<Record<string, unknown>>;

/** One line of a log as it may leave; null for one that is none of ours. */
export function keptLine(line: string): string | null {
  const parsed = lineSchema.safeParse(read(line));
  if (!parsed.success) return null;
  const { at, level, from, event, error, ...rest } = parsed.data;
  const kept = {
    at,
    level,
    from,
    event,
    ...keptMembers(rest),
    ...(error === undefined ? {} : { error: keptError(error) }),
  };
  return JSON.stringify(kept);
}

function read(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function keptMembers(rest: Kept): Kept {
  const kept = Object.entries(rest).flatMap(([name, value]) => {
    const form = Object.hasOwn(members, name) ? members[name] : undefined;
    const fits = form?.safeParse(value);
    return fits?.success === true ? [[name, fits.data] as const] : [];
  });
  return Object.fromEntries(kept);
}

function keptError(error: unknown): Kept {
  const { name, code, at } = errorSchema.safeParse(error).data ?? {};
  const places = frames.safeParse(at).data ?? [];
  const which = reason.safeParse(code ?? name).data;
  return { ...(which === undefined ? {} : { code: which }), at: places };
}
