/** Waiting, injected so that a simulated lab runs on simulated time. */
export interface Timers {
  /** Calls `act` once after `ms`, unless the returned function is called before. */
  after(ms: number, act: () => void): () => void;
}

export function systemTimers(): Timers {
  return {
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  };
}
