import { app } from 'electron';
import type { BrowserWindow } from 'electron';
import type { CommandOutput } from '../../shared/contracts/ipc/contract.ts';

type Held = CommandOutput<'supervisor', 'window.hold'>;

/** Windows whose page asked that nobody closes them unasked ([SUP9]). */
export interface HeldWindows {
  /**
   * Holds the window open until `release`, its page's end or the app's.
   * @returns `asked` once somebody would close it; the window stays held
   */
  hold(window: BrowserWindow): Promise<Held>;
  release(window: BrowserWindow): void;
}

export function createHeldWindows(): HeldWindows {
  const held = new WeakMap<BrowserWindow, (asked: Held) => void>();
  const watched = new WeakSet<BrowserWindow>();
  let ending = false;
  // Who switches the PC off is not kept waiting.
  app.on('before-quit', () => {
    ending = true;
  });

  const release = (window: BrowserWindow) => {
    held.get(window)?.({ asked: false });
    held.delete(window);
  };
  const watch = (window: BrowserWindow) => {
    watched.add(window);
    window.on('close', (event) => {
      const tell = held.get(window);
      if (tell === undefined || ending) return;
      event.preventDefault();
      tell({ asked: true });
    });
    // A page that died or was loaded again asks nobody.
    window.webContents.on('render-process-gone', () => release(window));
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) release(window);
    });
  };
  return {
    hold(window) {
      if (!watched.has(window)) watch(window);
      held.get(window)?.({ asked: false });
      return new Promise((resolve) => held.set(window, resolve));
    },
    release,
  };
}
