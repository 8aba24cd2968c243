import type { Rectangle } from 'electron';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VirtualDisplay } from '../../scripts/runtime/xvfb.ts';
import { openTestLab } from '../e2e/test-lab.ts';
import type { OpenWindow, TestLab } from '../e2e/test-lab.ts';
import { startPluggedDisplays, xrandr } from './plugged-displays.ts';

/** Monitors at a real X server, plugged and pulled while a kiosk runs. */
describe('[LCK3] a locked kiosk whose displays come and go', () => {
  let display: VirtualDisplay;
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    display = await startPluggedDisplays();
    Object.assign(process.env, display.environment);
    await xrandr('--output', 'DUMMY0', '--mode', '1366x768');
    for (const mode of ['1024x768', '1920x1080']) await xrandr('--addmode', 'DUMMY1', mode);
    lab = await openTestLab(1);
    kiosk = await lab.openWindow('station-1', '--kiosk');
    await kiosk.page.waitForSelector('#root > *');
  });
  afterAll(async () => {
    await lab.remove();
    await display.stop();
  });

  /** What its windows fill, but for the pixel that Chromium leaves at the right and below; those without a page are covers. */
  const filled = async () => {
    const windows = await kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        isSeat: window.webContents.getURL().startsWith('app://kiosk/'),
        bounds: window.getBounds(),
      })),
    );
    const whole = ({ x, y, width, height }: Rectangle) =>
      [x, y, Math.ceil(width / 2) * 2, Math.ceil(height / 2) * 2].join(' ');
    const of = (seat: boolean) =>
      windows.filter(({ isSeat }) => isSeat === seat).map(({ bounds }) => whole(bounds));
    return { seat: of(true), covers: of(false).sort() };
  };
  const standing = (seat: string, ...covers: readonly string[]) => ({
    seat: [seat],
    covers: [...covers].sort(),
  });

  it('fills the one it has', async () => {
    await expect.poll(filled).toEqual(standing('0 0 1366 768'));
  });

  it('covers one that is plugged in beside it, and none once that is pulled out', async () => {
    await xrandr('--output', 'DUMMY1', '--mode', '1024x768', '--right-of', 'DUMMY0');
    await expect.poll(filled).toEqual(standing('0 0 1366 768', '1366 0 1024 768'));
    await xrandr('--output', 'DUMMY1', '--off');
    await expect.poll(filled).toEqual(standing('0 0 1366 768'));
  });

  it('goes to the other one when its own is pulled out, and back', async () => {
    await xrandr('--output', 'DUMMY1', '--mode', '1024x768', '--right-of', 'DUMMY0');
    await expect.poll(filled).toEqual(standing('0 0 1366 768', '1366 0 1024 768'));
    await xrandr('--output', 'DUMMY0', '--off', '--output', 'DUMMY1', '--primary', '--pos', '0x0');
    await expect.poll(filled).toEqual(standing('0 0 1024 768'));
    const first = ['--output', 'DUMMY0', '--mode', '1366x768', '--primary', '--pos', '0x0'];
    await xrandr(...first, '--output', 'DUMMY1', '--off');
    await expect.poll(filled).toEqual(standing('0 0 1366 768'));
  });

  it('is as large as the display when that gets another resolution', async () => {
    await xrandr('--output', 'DUMMY0', '--mode', '1024x768');
    await expect.poll(filled).toEqual(standing('0 0 1024 768'));
    await xrandr('--output', 'DUMMY0', '--mode', '1366x768');
    await expect.poll(filled).toEqual(standing('0 0 1366 768'));
  });

  it('hides nothing of itself where a larger one shows the same, and covers what that shows beyond', async () => {
    await xrandr('--output', 'DUMMY1', '--mode', '1920x1080', '--pos', '0x0');
    await expect.poll(filled).toEqual(standing('0 0 1366 768', '0 768 1920 312', '1366 0 554 768'));
    await xrandr('--output', 'DUMMY1', '--off');
    await expect.poll(filled).toEqual(standing('0 0 1366 768'));
  });
});
