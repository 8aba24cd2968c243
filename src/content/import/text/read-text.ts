import type { ForeignFile } from '../foreign-file.ts';
import type { ImportNote } from '../importer.ts';
import { decodeText } from './decode-text.ts';

/** Whether a file may be text, of whatever encoding: no archive, and no zeros but those of UTF-16. */
export function isText({ tree, head }: ForeignFile): boolean {
  if (tree !== null || head.length === 0) return false;
  const { text } = decodeText(head.length % 2 === 0 ? head : head.subarray(0, -1));
  return !text.includes('\0');
}

/** A file's text, with a note where its encoding was guessed. Throws `pack.too-large` above `limit` bytes. */
export async function readText(
  file: ForeignFile,
  limit: number,
): Promise<{ readonly text: string; readonly notes: readonly ImportNote[] }> {
  const { text, encoding, guessed } = decodeText(await file.bytes(limit));
  const note: ImportNote = {
    sort: 'guessed',
    at: null,
    text: `It is not UTF-8 and does not say what it is; it was read as ${encoding}. If letters look wrong, save it as UTF-8 and import it again.`,
  };
  return { text, notes: guessed ? [note] : [] };
}
