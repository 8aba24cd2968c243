import * as z from 'zod';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/**
 * LevelDB tells its failures in words only, and PouchDB in objects of several shapes. This is the
 * one place that reads them; everyone else sees codes.
 */
const levelFailures: readonly (readonly [RegExp, ErrorCode])[] = [
  [/No space left|ENOSPC|Disk quota exceeded|EDQUOT|File too large|EFBIG/i, 'store.full'],
  [/LOCK: (Resource temporarily unavailable|already held)|lock .*already held/i, 'store.in-use'],
  [/Corruption|Input\/output error|EIO\b|wrong doc returned/i, 'store.unopenable'],
  [/not open|is closed|is destroyed|has been closed/i, 'store.closed'],
];

/** What else keeps LevelDB from opening, by its words: files missing, cut short or of another kind. */
const damagedAtOpen =
  /No such file|does not exist|Not a directory|Is a directory|Invalid argument|does not match/i;

const thrownSchema = z.looseObject({
  status: z.number().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
});

/** Names a failure of a database that is open. */
export function storeError(error: unknown, database: string): ReanError {
  if (isReanError(error)) return error;
  const { status, words } = readThrown(error);
  if (status === 409) return new ReanError('store.conflict', { database }, error);
  const code = levelFailures.find(([pattern]) => pattern.test(words))?.[1] ?? 'unexpected';
  return new ReanError(code, { database, reason: words }, error);
}

/** Names a failure to open; `location` is told to the technician. */
export function openError(error: unknown, location: string): ReanError {
  if (isReanError(error)) return error;
  const known = storeError(error, location);
  const { words } = readThrown(error);
  const code = known.code === 'unexpected' && damagedAtOpen.test(words) ? unopenable : known.code;
  return new ReanError(code, { location, reason: words }, error);
}

const unopenable: ErrorCode = 'store.unopenable';

/** The HTTP-like status and all the words of a thrown value, causes included. */
function readThrown(error: unknown): { status: number | undefined; words: string } {
  const parsed = thrownSchema.safeParse(error);
  if (!parsed.success) return { status: undefined, words: String(error) };
  const { status, name, message, reason, cause } = parsed.data;
  const own = [...new Set([name, message, reason])].filter((part) => part !== undefined);
  const deeper = cause === undefined || cause === null ? [] : [readThrown(cause).words];
  return { status, words: [...own, ...deeper].join(': ') };
}
