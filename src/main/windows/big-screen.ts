import { screen } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';
import { createQueue } from '../../station/queue.ts';

export interface BigScreenNeeds {
  /** Opens the page of the big screen, filling a display. */
  open(bounds: Rectangle): Promise<BrowserWindow>;
  /** Stops hearing a window, at once. */
  silence(window: BrowserWindow): void;
}

/** The window on another display where a film is shown to a group ([GRP1]); one at a time. */
export interface BigScreen {
  /** False where there is no display but that of the window that asks. */
  open(asking: BrowserWindow): Promise<boolean>;
  close(): void;
}

export function createBigScreen({ open, silence }: BigScreenNeeds): BigScreen {
  let shown: BrowserWindow | null = null;
  /** Told to close while it was being opened. */
  let wanted = false;
  const inTurn = createQueue();
  const close = () => {
    wanted = false;
    if (shown !== null && !shown.isDestroyed()) {
      silence(shown);
      shown.destroy();
    }
    shown = null;
  };
  return {
    open: (asking) =>
      inTurn(async () => {
        if (shown !== null && !shown.isDestroyed()) return true;
        const here = screen.getDisplayMatching(asking.getBounds());
        const other = screen.getAllDisplays().find(({ id }) => id !== here.id);
        if (other === undefined) return false;
        wanted = true;
        shown = await open(other.bounds);
        // The keyboard stays with who shows it.
        if (!asking.isDestroyed()) asking.focus();
        if (!wanted) close();
        return wanted;
      }),
    close,
  };
}
