import { ReanError } from '../../shared/errors.ts';

/** A file of a known kind that is faulty: what is wrong, and where (`line 3`, a path inside). */
export const unreadable = (problem: string, at: string | null = null, cause?: unknown) =>
  new ReanError('import.unreadable', { problem, at }, cause);

/** A file in which nothing can be kept. */
export const nothingIn = (problem: string) => new ReanError('import.nothing', { problem });

/** A kind, or something in it, that Rean does not play. */
export const unsupported = (problem: string) => new ReanError('import.unsupported', { problem });
