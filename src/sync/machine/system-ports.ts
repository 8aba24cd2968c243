import { randomBytes, randomInt } from 'node:crypto';
import type { Clock, Randomness } from '../../shared/ports.ts';

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
