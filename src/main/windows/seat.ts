import type { Log } from '../../shared/ports.ts';

/** What a seat needs of a window; Electron's own in the app. */
export interface SeatWindow {
  destroy(): void;
  isDestroyed(): boolean;
}

export interface SeatNeeds<Window extends SeatWindow> {
  /** Opens a window on a fresh session and resolves once it is painted and shown. */
  open(): Promise<Window>;
  /** Stops hearing a window, at once; it may stay in sight. */
  silence(window: Window): void;
  readonly log: Log;
}

/** The place a person sits at: always one window, a new one after each sitting ([WIN2]). */
export interface Seat {
  /** Opens the first window, or another if there is none in sight. */
  fill(): Promise<void>;
  /** Tells whether a learner is signed in now; the end of a sitting brings a new window. */
  sitting(present: boolean): void;
  close(): void;
}

export function createSeat<Window extends SeatWindow>({
  open,
  silence,
  log,
}: SeatNeeds<Window>): Seat {
  let current: Window | null = null;
  let present = false;
  let changing: Promise<void> = Promise.resolve();

  const change = async () => {
    const old = current;
    // From here on nobody can begin a sitting in the old window.
    if (old !== null && !old.isDestroyed()) silence(old);
    current = await open();
    if (old !== null && !old.isDestroyed()) old.destroy();
  };

  // One change at a time, in order; a failed one must not stop the next.
  const queue = () => {
    changing = changing
      .then(change)
      .catch((error: unknown) => log.error('window.failed', { error }));
    return changing;
  };

  return {
    fill: queue,
    sitting(now) {
      const ended = present && !now;
      present = now;
      if (ended) void queue();
    },
    close() {
      if (current !== null && !current.isDestroyed()) current.destroy();
      current = null;
    },
  };
}
