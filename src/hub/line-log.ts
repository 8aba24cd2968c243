import type { Clock, Log } from '../shared/ports.ts';

/** A log of one JSON object a line. */
export function lineLog(clock: Clock, write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, { at: place, ...facts }: Readonly<Record<string, unknown>> = {}) =>
      write(
        JSON.stringify({
          at: new Date(clock.wallMs()).toISOString(),
          level,
          event,
          ...facts,
          // Where in a file something is wrong, as an error's facts name it.
          ...(place === undefined ? {} : { place }),
        }),
      );
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
