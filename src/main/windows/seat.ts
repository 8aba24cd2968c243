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
  /** Waits a little before a window that failed to open is tried again. */
  pause(): Promise<void>;
  readonly log: Log;
}

/** The place a person sits at: always one window, a new one after each sitting ([WIN2]). */
export interface Seat {
  /** Opens the first window, or another if there is none in sight. */
  fill(): Promise<void>;
  /** Tells whether a learner is signed in now; the end of a sitting brings a new window. */
  sitting(present: boolean): void;
  /** Takes away the window, and any that is still being opened; the seat stays empty. */
  close(): void;
}

export function createSeat<Window extends SeatWindow>({
  open,
  silence,
  pause,
  log,
}: SeatNeeds<Window>): Seat {
  let current: Window | null = null;
  let present = false;
  let closed = false;
  let changing: Promise<void> = Promise.resolve();

  const openAtLast = async (): Promise<Window> => {
    for (;;) {
      try {
        return await open();
      } catch (error) {
        log.error('window.failed', { error });
        await pause();
      }
    }
  };

  const change = async () => {
    const old = current;
    // From here on nobody can begin a sitting in the old window.
    if (old !== null && !old.isDestroyed()) silence(old);
    const next = await openAtLast();
    if (old !== null && !old.isDestroyed()) old.destroy();
    if (closed) next.destroy();
    else current = next;
  };

  // One change at a time, in order.
  const queue = () => {
    changing = changing.then(change);
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
      closed = true;
      if (current !== null && !current.isDestroyed()) current.destroy();
      current = null;
    },
  };
}
