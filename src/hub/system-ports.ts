import { randomBytes, randomInt } from 'node:crypto';
import type { Clock, Log, Randomness } from '../shared/ports.ts';

/** This PC's own clocks. */
export function systemClock(): Clock {
  return { wallMs: () => Date.now(), monotonicMs: () => performance.now() };
}

const fractionSteps = 2 ** 40;

/** This PC's own source of chance. */
export function systemRandomness(): Randomness {
  return {
    bytes: (length) => new Uint8Array(randomBytes(length)),
    fraction: () => randomInt(fractionSteps) / fractionSteps,
  };
}

/** A log of one JSON object a line. */
export function lineLog(clock: Clock, write: (line: string) => void): Log {
  const at =
    (level: string) =>
    (event: string, facts: Readonly<Record<string, unknown>> = {}) =>
      write(JSON.stringify({ at: new Date(clock.wallMs()).toISOString(), level, event, ...facts }));
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
