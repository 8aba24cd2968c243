import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReanError } from '../../shared/errors.ts';

/** How to start a window: the program and the words that come before the app's own. */
export interface ElectronProgram {
  readonly path: string;
  readonly words: readonly string[];
  /** Chromium refuses its sandbox to root. */
  readonly sandboxed: boolean;
}

/**
 * The Electron that the set-up readied in `node_modules`.
 *
 * @param root folder of our `package.json`
 * @throws ReanError `runtime.missing` when the set-up has not run
 */
export function electronProgram(root: string): ElectronProgram {
  const folder = join(root, 'node_modules', 'electron');
  const sandboxed = process.getuid?.() !== 0;
  try {
    const program = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
    const words = sandboxed ? [root] : ['--no-sandbox', root];
    return { path: join(folder, 'dist', program), words, sandboxed };
  } catch (error) {
    throw new ReanError('runtime.missing', { path: folder }, error);
  }
}
