import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const written = /\.(?:tsx?|css|html|json|md)$/;
/** U+17B2 and U+17AD: we spell with U+17B1, and with U+179B U+17B9. */
const otherSpelling = /[\u17b2\u17ad]/u;

/** Those that are about the signs: what types them, sorts by them and takes them. */
const aboutSigns = [
  'src/renderer/ui/keyboard/boards.ts',
  'src/renderer/ui/keyboard/nida.ts',
  'src/shared/khmer/collation.ts',
];

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && written.test(entry.name))
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
}

describe('Khmer that we wrote', () => {
  it('[KHM12] has one spelling of each word, in windows, packs and papers', async () => {
    const files = (await Promise.all(['src', 'content-packs'].map(filesBelow))).flat();
    const texts = await Promise.all(
      files.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
    );
    const odd = texts.filter(({ text }) => otherSpelling.test(withoutComments(text)));
    expect(odd.map(({ path }) => path).filter((path) => !aboutSigns.includes(path))).toEqual([]);
    expect(texts.some(({ text }) => text.includes('ឱ្យ'))).toBe(true);
  });
});

/** What is said of the signs themselves. */
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
