import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What a build is made of; nothing else can change its result. */
const inputs = ['src', 'scripts/build', 'vite.config.ts', 'package.json', 'package-lock.json'];
const stampFile = join('dist', '.built-from');

async function* filesUnder(path: string): AsyncGenerator<string> {
  if (!(await stat(path)).isDirectory()) {
    yield path;
    return;
  }
  for (const entry of (await readdir(path)).sort()) yield* filesUnder(join(path, entry));
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Names, sizes and times of every input, as one hash: a few milliseconds for some hundred files. */
export async function fingerprintInputs(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    for await (const path of filesUnder(join(root, input))) {
      if (isTest(path)) continue;
      const { size, mtimeMs } = await stat(path);
      hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/** The fingerprint the present `dist` was built from; null if there is none. */
export async function builtFrom(root: string): Promise<string | null> {
  return readFile(join(root, stampFile), 'utf8').catch(() => null);
}

/** Remembers what `dist` was built from. Written last: a broken build leaves no stamp. */
export async function markBuilt(root: string, fingerprint: string): Promise<void> {
  await writeFile(join(root, stampFile), fingerprint);
}
