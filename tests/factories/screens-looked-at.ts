import { appendFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../.artefacts/screens-looked-at');

/** Screens that a run of the end-to-end tests put its checks on ([WCA1]), as `name language`. */
export const screensLookedAt = {
  /** A file for each process, so that nothing is written by two. */
  async note(looked: readonly string[]): Promise<void> {
    await mkdir(folder, { recursive: true });
    await appendFile(
      join(folder, `${process.pid}.txt`),
      looked.map((each) => `${each}\n`).join(''),
    );
  },
  async read(): Promise<ReadonlySet<string>> {
    const files = await readdir(folder).catch(() => []);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    return new Set(texts.flatMap((text) => text.trim().split('\n')));
  },
};

/** Every run of those tests begins with none. */
export async function setup(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
