import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Hands at a real keyboard and mouse: what they do comes by X, as from a person's, and is no message of a test to a page. */
export const xHand = {
  /** @param combination as xdotool names keys: `ctrl+alt+F2` */
  async press(combination: string): Promise<void> {
    await run('xdotool', ['key', '--delay', '2', combination]);
  },
  /** A place on the screen, px. */
  async click(x: number, y: number, button = 1): Promise<void> {
    const at = [String(Math.round(x)), String(Math.round(y))];
    await run('xdotool', ['mousemove', ...at, 'click', String(button)]);
  },
  /** The window that gets keys, as X knows it. */
  async focused(): Promise<string> {
    return (await run('xdotool', ['getwindowfocus'])).stdout.trim();
  },
  /** All windows in sight that no other window holds, as X knows them. */
  async inSight(): Promise<readonly string[]> {
    const words = ['search', '--onlyvisible', '--maxdepth', '1', '--name', ''];
    // With none in sight it ends with 1.
    const { stdout } = await run('xdotool', words).catch(() => ({ stdout: '' }));
    return stdout.trim().split('\n').sort();
  },
};
