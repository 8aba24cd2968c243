import { BrowserWindow, screen } from 'electron';
import type { Rectangle } from 'electron';
import { atEveryLockedWindow } from './everywhere.ts';
import type { LockdownStep, Revert } from './lock-down.ts';
import { planDisplays } from './plan-displays.ts';

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

const planNow = () => planDisplays(screen.getAllDisplays(), screen.getPrimaryDisplay().id);

/** Where a window belongs; null while there is no display. */
type PlaceOf = (window: BrowserWindow) => Rectangle | null;

/** A kiosk's is always on the first display, whichever that is by now; a supervisor's may show a film on another. */
const placeAt: Readonly<Record<'kiosk' | 'supervisor', PlaceOf>> = {
  kiosk: () => planNow().seat,
  supervisor: (window) => screen.getDisplayMatching(window.getBounds()).bounds,
};

const isSame = (one: Rectangle, other: Rectangle) =>
  (['x', 'y', 'width', 'height'] as const).every((at) => one[at] === other[at]);

/** Without a window manager Chromium makes a window that is as large as a display a pixel less high and wide. */
const fills = (now: Rectangle, place: Rectangle) =>
  now.x === place.x &&
  now.y === place.y &&
  [place.width - now.width, place.height - now.height].every((left) => left === 0 || left === 1);

/** A window that fills its display does so always, whoever moves, shrinks or hides it ([LCK3]). */
function pin(window: BrowserWindow, isLocked: () => boolean, placeOf: PlaceOf): Revert {
  const put = () => {
    // The print's window and the like are seen by nobody, and are left alone.
    if (!isLocked()) return;
    const place = placeOf(window);
    if (place !== null && !fills(window.getBounds(), place)) window.setBounds(place);
  };
  const back = () => {
    if (!isLocked()) return;
    window.restore();
    window.setKiosk(true);
    window.show();
    put();
  };
  window.on('resize', put).on('move', put).on('show', put);
  window.on('minimize', back).on('hide', back).on('leave-full-screen', back);
  const forget = onDisplays(put);
  window.once('closed', forget);
  return () => {
    forget();
    window.off('resize', put).off('move', put).off('show', put);
    window.off('minimize', back).off('hide', back).off('leave-full-screen', back);
  };
}

export const bounds = (kind: 'kiosk' | 'supervisor'): LockdownStep => ({
  name: 'bounds',
  perform: () => atEveryLockedWindow((window, isLocked) => pin(window, isLocked, placeAt[kind])),
});

/** No kiosk's window, or it would be put where that belongs. */
function cover(place: Rectangle): BrowserWindow {
  return new BrowserWindow({
    ...place,
    frame: false,
    focusable: false,
    skipTaskbar: true,
    hasShadow: false,
    resizable: false,
    closable: false,
    backgroundColor: '#000000',
    title: 'Rean',
    webPreferences: { sandbox: true, javascript: false },
  });
}

/** A second display of a kiosk shows nothing; films for groups are shown by the supervisor's PC ([GRP1]). */
export const displays: LockdownStep = {
  name: 'displays',
  perform() {
    let covered: readonly Rectangle[] = [];
    let covers: readonly BrowserWindow[] = [];
    const coverThese = (places: readonly Rectangle[]) => {
      const before = covers;
      covers = places.map(cover);
      covered = places;
      for (const window of before) if (!window.isDestroyed()) window.destroy();
    };
    const coverAll = () => {
      const { covers: places } = planNow();
      // What a display says of itself changes more often than where it is.
      const isCovered =
        places.length === covered.length &&
        places.every((place, at) => isSame(place, covered[at] ?? place)) &&
        covers.every((window) => !window.isDestroyed());
      if (!isCovered) coverThese(places);
    };
    coverAll();
    const forget = onDisplays(coverAll);
    return () => {
      forget();
      coverThese([]);
    };
  },
};
