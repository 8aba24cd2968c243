import { printableName } from '../archive/archive-fault.ts';
import { foreignPathSchema } from '../../shared/contracts/phrase.ts';
import type { FileTree, TreeEntry } from './foreign-file.ts';
import type { ForeignPart, ImportNote } from './importer.ts';

/** Where a tree's bytes come from: an archive that was checked, or a folder. */
export interface RawFiles {
  readonly entries: readonly TreeEntry[];
  stream(entry: TreeEntry): AsyncIterable<Uint8Array>;
  bytes(entry: TreeEntry, limit: number): Promise<Uint8Array>;
}

/** A piece's folder, `pieces/<id>/`, goes before every name, and 200 characters hold both. */
const maxLength = 200 - 'pieces/'.length - 61;

/** Notes about single files at most; the rest is counted. */
const maxNotes = 20;

/** The files of `raw` as importers see them ([FRN2]). */
export function fileTree(raw: RawFiles): FileTree {
  const kept = new Map<string, TreeEntry>();
  const left: string[] = [];
  const useful = raw.entries.filter(({ name }) => !isClutter(name));
  const start = commonFolder(useful);
  for (const entry of useful) {
    const name = entry.name.slice(start.length).normalize('NFC');
    if (name.length <= maxLength && foreignPathSchema.safeParse(name).success) {
      kept.set(name, entry);
    } else left.push(name);
  }
  const entries = [...kept].map(([name, { size }]) => ({ name, size }));
  const rawEntry = ({ name, size }: TreeEntry) => kept.get(name) ?? { name, size };
  return {
    entries,
    notes: leftOut(left),
    find: (name) => findEntry(entries, name),
    stream: (entry) => raw.stream(rawEntry(entry)),
    bytes: (entry, limit) => raw.bytes(rawEntry(entry), limit),
  };
}

/** Every file of a tree, to be written as it is. */
export function treeParts(tree: FileTree): readonly ForeignPart[] {
  return tree.entries.map((entry) => ({ path: entry.name, open: () => tree.stream(entry) }));
}

function findEntry(entries: readonly TreeEntry[], name: string): TreeEntry | undefined {
  const exact = entries.find((entry) => entry.name === name);
  const folded = name.toLowerCase();
  return exact ?? entries.find((entry) => entry.name.toLowerCase() === folded);
}

/** What file managers and version control leave behind: nobody misses it. */
const isClutter = (name: string) =>
  name
    .split('/')
    .some((part) => /^(?:__MACOSX|\..*|Thumbs\.db|desktop\.ini|ehthumbs\.db)$/i.test(part));

/** `course/` where every file lies in a folder of that name; else nothing. */
function commonFolder(entries: readonly TreeEntry[]): string {
  const first = entries[0]?.name ?? '';
  const folder = first.slice(0, first.indexOf('/') + 1);
  return folder !== '' && entries.every(({ name }) => name.startsWith(folder)) ? folder : '';
}

function leftOut(names: readonly string[]): ImportNote[] {
  const notes = names.slice(0, maxNotes).map((name): ImportNote => {
    const why =
      name.length > maxLength
        ? `its path is longer than ${maxLength} characters`
        : 'its name holds a sign that packs do not carry (such as # % ? : * or a space at an end)';
    return { sort: 'file-left-out', at: printableName(name), text: `Left out: ${why}.` };
  });
  const more = names.length - notes.length;
  const text = `${more} more files left out for their names.`;
  return more > 0 ? [...notes, { sort: 'file-left-out', at: null, text }] : notes;
}
