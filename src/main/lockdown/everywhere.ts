import { BrowserWindow, app, webContents } from 'electron';
import type { WebContents } from 'electron';
import type { Revert } from './lock-down.ts';

/** Holds something of each page there is and each that comes, until it is taken back. */
export function inEveryPage(hold: (page: WebContents) => Revert): Revert {
  const held = new Map<WebContents, Revert>();
  const add = (page: WebContents) => {
    held.set(page, hold(page));
    page.once('destroyed', () => held.delete(page));
  };
  const come = (_event: unknown, page: WebContents) => add(page);
  app.on('web-contents-created', come);
  for (const page of webContents.getAllWebContents()) add(page);
  return () => {
    app.off('web-contents-created', come);
    for (const [page, revert] of held) if (!page.isDestroyed()) revert();
  };
}

/** The same of each window. */
export function atEveryWindow(hold: (window: BrowserWindow) => Revert): Revert {
  const held = new Map<BrowserWindow, Revert>();
  const add = (window: BrowserWindow) => {
    held.set(window, hold(window));
    window.once('closed', () => held.delete(window));
  };
  const come = (_event: unknown, window: BrowserWindow) => add(window);
  app.on('browser-window-created', come);
  for (const window of BrowserWindow.getAllWindows()) add(window);
  return () => {
    app.off('browser-window-created', come);
    for (const [window, revert] of held) if (!window.isDestroyed()) revert();
  };
}

/**
 * The same of each window that fills its screen. A window says so only after it was made, and no longer once something
 * took it out of that: what it was once, it stays.
 *
 * @param hold is given whether the window is such a one, to be asked as something happens to it
 */
export function atEveryLockedWindow(
  hold: (window: BrowserWindow, isLocked: () => boolean) => Revert,
): Revert {
  return atEveryWindow((window) => {
    let wasLocked = false;
    const isLocked = () => {
      wasLocked ||= !window.isDestroyed() && window.isKiosk();
      return wasLocked && !window.isDestroyed();
    };
    process.nextTick(isLocked);
    return hold(window, isLocked);
  });
}
