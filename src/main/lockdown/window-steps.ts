import { BrowserWindow, app, powerSaveBlocker, screen } from 'electron';
import type { Display } from 'electron';
import { atEveryWindow } from './everywhere.ts';
import type { LockdownStep, Revert } from './lock-down.ts';

/** The screen stays on: nobody at a dark kiosk knows whether it works. */
export const awake: LockdownStep = {
  name: 'awake',
  perform() {
    const blocker = powerSaveBlocker.start('prevent-display-sleep');
    return () => powerSaveBlocker.stop(blocker);
  },
};

const displayEvents = ['display-added', 'display-removed', 'display-metrics-changed'] as const;

/** Calls `changed` whenever a display comes, goes or is of another size. */
function onDisplays(changed: () => void): Revert {
  // One word for each event: Electron's types know them one by one.
  const emitter: NodeJS.EventEmitter = screen;
  for (const event of displayEvents) emitter.on(event, changed);
  return () => {
    for (const event of displayEvents) emitter.off(event, changed);
  };
}

/** A window that fills its display does so always, whoever moves, shrinks or hides it ([LCK3]). */
function pin(window: BrowserWindow): Revert {
  // The print's window and the like are seen by nobody.
  if (!window.isKiosk()) return () => undefined;
  const put = () => {
    if (window.isDestroyed()) return;
    const { bounds } = screen.getDisplayMatching(window.getBounds());
    const now = window.getBounds();
    const stands = (['x', 'y', 'width', 'height'] as const).every((at) => now[at] === bounds[at]);
    if (!stands) window.setBounds(bounds);
  };
  const back = () => {
    if (window.isDestroyed()) return;
    window.restore();
    window.setKiosk(true);
    window.show();
    put();
  };
  window.on('resize', put).on('move', put);
  window.on('minimize', back).on('hide', back).on('leave-full-screen', back);
  const forget = onDisplays(put);
  window.once('closed', forget);
  return () => {
    forget();
    window.off('resize', put).off('move', put);
    window.off('minimize', back).off('hide', back).off('leave-full-screen', back);
  };
}

export const bounds: LockdownStep = { name: 'bounds', perform: () => atEveryWindow(pin) };

/** Nobody closes a window but the app itself, by destroying it, or at its own end. */
export const open: LockdownStep = {
  name: 'open',
  perform() {
    let ending = false;
    const end = () => {
      ending = true;
    };
    app.on('before-quit', end);
    const release = atEveryWindow((window) => {
      const stay = (event: { preventDefault(): void }) => {
        if (!ending && window.isKiosk()) event.preventDefault();
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

/** Keys go to the app and to nothing that opened beside it. */
export const focus: LockdownStep = {
  name: 'focus',
  perform: () =>
    atEveryWindow((window) => {
      const regain = () => {
        if (window.isDestroyed() || BrowserWindow.getFocusedWindow() !== null) return;
        window.moveTop();
        window.focus();
      };
      if (window.isKiosk()) window.on('blur', regain);
      return () => window.off('blur', regain);
    }),
};

const isCovered = ({ id }: Display) => id !== screen.getPrimaryDisplay().id;

function cover({ bounds: whole }: Display): BrowserWindow {
  const window = new BrowserWindow({
    ...whole,
    kiosk: true,
    frame: false,
    focusable: false,
    skipTaskbar: true,
    backgroundColor: '#000000',
    webPreferences: { sandbox: true, javascript: false },
  });
  return window;
}

/** A second display of a kiosk shows nothing; films for groups are shown by the supervisor's PC ([GRP1]). */
export const displays: LockdownStep = {
  name: 'displays',
  perform() {
    let covers: BrowserWindow[] = [];
    const uncover = () => {
      for (const window of covers) if (!window.isDestroyed()) window.destroy();
      covers = [];
    };
    const coverAll = () => {
      uncover();
      covers = screen.getAllDisplays().filter(isCovered).map(cover);
    };
    coverAll();
    const forget = onDisplays(coverAll);
    return () => {
      forget();
      uncover();
    };
  },
};
