import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from '../bench.ts';
import { pressBenchPack } from './bench-pack.ts';

const mega = 1_000_000;
/** As large as a short film; the last one is what is left. */
const fileMb = 16;

export interface BigPack {
  /** The signed `.kpack`. */
  readonly file: string;
  /** The files that make up its size, as they were before they were packed. */
  readonly sources: readonly string[];
  /** Of those together. */
  readonly bytes: number;
}

/** A pack of as many megabytes as were asked for, of films nobody could pack any smaller. */
export async function pressBigPack(
  { folder, megabytes, say }: Bench,
  name: string,
): Promise<BigPack> {
  say(`Making a pack of ${megabytes} MB …`);
  const count = Math.ceil(megabytes / fileMb);
  const films = Array.from({ length: count }, (_, index) => {
    const mb = Math.min(fileMb, megabytes - index * fileMb);
    return [`film-${index}.bin`, randomBytes(mb * mega)] as const;
  });
  const files = { 'index.html': '<!doctype html><p>films</p>\n', ...Object.fromEntries(films) };
  const { file, source } = await pressBenchPack(join(folder, name), [{ id: 'films', files }]);
  const names = await readdir(join(source, 'films'));
  const sources = names.filter((each) => each.endsWith('.bin'));
  return {
    file,
    sources: sources.map((each) => join(source, 'films', each)),
    bytes: megabytes * mega,
  };
}
