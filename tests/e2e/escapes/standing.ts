import { readFile, readdir, readlink } from 'node:fs/promises';
import type { Rectangle } from 'electron';
import { expect, vi } from 'vitest';
import type { OpenWindow } from '../test-lab.ts';
import { xHand } from './x-hand.ts';

/** Where a kiosk stands: what nobody at its keys may change. */
interface Standing {
  readonly windows: readonly {
    readonly address: string;
    readonly bounds: Rectangle;
    readonly focused: boolean;
    readonly kiosk: boolean;
    readonly zoom: number;
    readonly tools: boolean;
  }[];
  /** As X sees them. */
  readonly inSight: readonly string[];
  readonly focused: string;
  /** Programs that run under the app. */
  readonly programs: readonly string[];
}

/** Chromium may leave a pixel of the display at its right and below, and says so or not. */
const even = (size: number) => Math.ceil(size / 2) * 2;

async function windowsOf(kiosk: OpenWindow): Promise<Standing['windows']> {
  const windows = await rawWindowsOf(kiosk);
  return windows.map(({ bounds: { x, y, width, height }, ...rest }) => ({
    ...rest,
    bounds: { x, y, width: even(width), height: even(height) },
  }));
}

const rawWindowsOf = ({ app }: OpenWindow) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      address: window.webContents.getURL(),
      bounds: window.getBounds(),
      focused: window.isFocused(),
      kiosk: window.isKiosk(),
      zoom: window.webContents.getZoomFactor(),
      tools: window.webContents.isDevToolsOpened(),
    })),
  );

/** Processes come and go while this reads; one that is gone has no parent and no program. */
const gone = () => null;

async function programsUnder(root: number): Promise<readonly string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = new Map<string, string>();
  for (const pid of all) {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(gone);
    const parent = stat?.slice(stat.lastIndexOf(')') + 4).split(' ', 1)[0];
    if (parent !== undefined) parents.set(pid, parent);
  }
  const isUnder = (pid: string | undefined): boolean =>
    pid !== undefined && (pid === String(root) || isUnder(parents.get(pid)));
  const under = [...parents.keys()].filter(isUnder);
  const programs = await Promise.all(under.map((pid) => readlink(`/proc/${pid}/exe`).catch(gone)));
  return [...new Set(programs.filter((program) => program !== null))].sort();
}

export async function standingOf(kiosk: OpenWindow): Promise<Standing> {
  const [windows, inSight, focused, programs] = await Promise.all([
    windowsOf(kiosk),
    xHand.inSight(),
    xHand.focused(),
    programsUnder(kiosk.app.process().pid ?? 0),
  ]);
  return { windows, inSight, focused, programs };
}

/** Fails unless the kiosk stands where it did; what an attempt began may still be on its way back. */
export async function expectToStand(
  kiosk: OpenWindow,
  before: Standing,
  attempt: string,
): Promise<void> {
  const now = await standingOf(kiosk);
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  await vi.waitFor(
    async () => expect(await standingOf(kiosk), `after ${attempt}`).toEqual(before),
    { timeout: 3_000, interval: 50 },
  );
}
