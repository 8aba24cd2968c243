import type { Log } from '../../../src/shared/ports.ts';

/** A log that tells errors only; while nothing goes wrong it costs nothing. */
export function quietLog(): Log {
  return {
    info: () => undefined,
    warn: () => undefined,
    error: (event, facts = {}) => console.error(JSON.stringify({ event, ...facts })),
  };
}
