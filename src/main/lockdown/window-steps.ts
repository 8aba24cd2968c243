import { BrowserWindow, app, powerSaveBlocker } from 'electron';
import { atEveryLockedWindow } from './everywhere.ts';
import type { LockdownStep } from './lock-down.ts';

/** The screen stays on: nobody at a dark kiosk knows whether it works. */
export const awake: LockdownStep = {
  name: 'awake',
  perform() {
    const blocker = powerSaveBlocker.start('prevent-display-sleep');
    return () => powerSaveBlocker.stop(blocker);
  },
};

/** Nobody closes a window but the app itself, by destroying it, or at its own end. */
export const open: LockdownStep = {
  name: 'open',
  perform() {
    let ending = false;
    const end = () => {
      ending = true;
    };
    app.on('before-quit', end);
    const release = atEveryLockedWindow((window, isLocked) => {
      const stay = (event: { preventDefault(): void }) => {
        if (!ending && isLocked()) event.preventDefault();
      };
      window.on('close', stay);
      return () => window.off('close', stay);
    });
    return () => {
      app.off('before-quit', end);
      release();
    };
  },
};

/** Two that take the focus from each other do so no oftener than this, ms. */
const regainEveryMs = 500;

/** Keys go to the app and to nothing that opened beside it. */
export const focus: LockdownStep = {
  name: 'focus',
  perform: () =>
    atEveryLockedWindow((window, isLocked) => {
      let regainedMs = Number.NEGATIVE_INFINITY;
      let waiting: ReturnType<typeof setTimeout> | undefined;
      const regain = () => {
        clearTimeout(waiting);
        if (!isLocked() || BrowserWindow.getFocusedWindow() !== null) return;
        const leftMs = regainedMs + regainEveryMs - performance.now();
        if (leftMs > 0) {
          waiting = setTimeout(regain, leftMs);
          return;
        }
        regainedMs = performance.now();
        window.moveTop();
        window.focus();
      };
      window.on('blur', regain);
      return () => {
        clearTimeout(waiting);
        window.off('blur', regain);
      };
    }),
};
