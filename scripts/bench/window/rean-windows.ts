import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Bench } from '../bench.ts';
import { openWindow } from './open-window.ts';
import type { BenchWindow } from './open-window.ts';

/** A station's window, on its data folder. */
export function openStationWindow(
  bench: Bench,
  kind: 'kiosk' | 'supervisor',
  folder: string,
): Promise<BenchWindow> {
  const words = ['--kind', kind, '--data', folder, '--language', 'km', '--with-parent'];
  return openWindow(bench, [...bench.electron.words, ...words]);
}

/** The baseline of a window: one empty page, and nothing of Rean. */
export function openEmptyWindow(bench: Bench): Promise<BenchWindow> {
  const app = join(bench.root, 'scripts', 'bench', 'window', 'empty-app');
  const sandbox = bench.electron.sandboxed ? [] : ['--no-sandbox'];
  return openWindow(bench, [...sandbox, app]);
}

/** Either kind of page, once React has drawn anything. */
const anything = '#root > *';

/** A station's window whose page can be touched. */
export async function openStationPage(
  bench: Bench,
  kind: 'kiosk' | 'supervisor',
  folder: string,
): Promise<{ readonly window: BenchWindow; readonly page: Page }> {
  const window = await openStationWindow(bench, kind, folder);
  try {
    await window.paintedMs(anything);
    return { window, page: await window.page() };
  } catch (error) {
    await window.close();
    throw error;
  }
}
