/** What the world gives us from outside, injected so that a whole lab runs under one seed ([ARC3]). */

export interface Clock {
  /** This PC's wall clock, ms since 1970. Never used for order: it may be wrong by decades. */
  wallMs(): number;
  /** Milliseconds since some fixed moment of this process; never jumps. */
  monotonicMs(): number;
}

export interface Randomness {
  /** `length` unpredictable bytes. */
  bytes(length: number): Uint8Array;
  /** A number in [0, 1), for jitter and shuffles. */
  fraction(): number;
}

/** A structured log. Facts never hold names, answers, keys or tokens. */
export interface Log {
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** What lets a PC start anew, or go off ([PWR3]). */
export interface Power {
  /**
   * Begins it; the process is asked to end soon after.
   * @returns why it does not happen, in the system's words; null where it does
   */
  go(how: 'restart' | 'power-off'): Promise<string | null>;
}
