import type { Clock, Log } from '../shared/ports.ts';

/** A log of one JSON object a line. */
export function lineLog(clock: Clock, write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, facts: Readonly<Record<string, unknown>> = {}) =>
      write(JSON.stringify({ at: new Date(clock.wallMs()).toISOString(), level, event, ...facts }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
