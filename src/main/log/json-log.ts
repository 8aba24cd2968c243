import { ReanError } from '../../shared/errors.ts';
import type { Clock, Log } from '../../shared/ports.ts';

type Level = 'info' | 'warn' | 'error';

/** Messages may quote what a learner typed; names and places can't. */
function framesOf({ stack = '' }: Error): readonly string[] {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 8).map((frame) => frame.trim());
}

/** What a log line keeps of a thrown value: its code or name, and where it came from. */
function describeCause(value: unknown): unknown {
  if (value instanceof ReanError) {
    return { code: value.code, facts: value.facts, cause: describeCause(value.cause) };
  }
  return value instanceof Error ? { name: value.name, at: framesOf(value) } : value;
}

/**
 * A log that writes one JSON object a line ([WIN10]).
 *
 * @param write takes a whole line, its newline included
 * @param origin which process speaks
 */
export function createJsonLog(
  write: (line: string) => void,
  clock: Pick<Clock, 'wallMs'>,
  origin: string,
): Log {
  const put = (level: Level, event: string, facts: Readonly<Record<string, unknown>> = {}) => {
    const told = Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, describeCause(value)]),
    );
    const at = new Date(clock.wallMs()).toISOString();
    write(`${JSON.stringify({ at, level, from: origin, event, ...told })}\n`);
  };
  return {
    info: (event, facts) => put('info', event, facts),
    warn: (event, facts) => put('warn', event, facts),
    error: (event, facts) => put('error', event, facts),
  };
}
