import type { ErrorView } from '../../shared/contracts/ipc/views.ts';
import { asReanError, isReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';

/**
 * What a window is told of a failure: the code and its facts, never a stack or a message ([IPC5]).
 * A failure without a code of its own is a mistake of ours, so it is logged; the window hears
 * `unexpected` and nothing more.
 */
export function errorViewOf(error: unknown, log: Log, where: string): ErrorView {
  if (!isReanError(error) || error.code === 'unexpected') {
    log.error('station.unexpected', { where, error: describe(error) });
    return { code: 'unexpected', facts: {} };
  }
  const { code, facts } = asReanError(error);
  return { code, facts: { ...facts } };
}

/** Name and place only: messages may quote what a learner typed. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames.slice(0, 6).map((frame) => frame.trim())].join(' | ');
}
