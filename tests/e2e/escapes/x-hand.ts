import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A place on the screen, px. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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
  /** Another program's word to X about a window: `windowmove`, `windowsize`. */
  async meddle(word: string, window: string, ...further: readonly number[]): Promise<void> {
    await run('xdotool', [word, window, ...further.map(String)]);
  },
  /** Where a window is, px. */
  async placeOf(window: string): Promise<Place> {
    const { stdout } = await run('xdotool', ['getwindowgeometry', '--shell', window]);
    const at = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(stdout)?.[1]);
    return { x: at('X'), y: at('Y'), width: at('WIDTH'), height: at('HEIGHT') };
  },
  /** The window in sight at a place. */
  async windowAt(x: number, y: number): Promise<string> {
    const words = ['mousemove', String(x), String(y), 'getmouselocation', '--shell'];
    const { stdout } = await run('xdotool', words);
    return /^WINDOW=(\d+)$/m.exec(stdout)?.[1] ?? '';
  },
  /** All windows in sight that no other window holds, as X knows them. */
  async inSight(): Promise<readonly string[]> {
    const words = ['search', '--onlyvisible', '--maxdepth', '1', '--name', ''];
    // With none in sight it ends with 1.
    const { stdout } = await run('xdotool', words).catch(() => ({ stdout: '' }));
    return stdout.trim().split('\n').sort();
  },
};
