import { basename, dirname, extname, join } from 'node:path';
import type { Disk, DiskEntry } from '../disk/disk.ts';
import { ReanError } from '../../shared/errors.ts';

/** One thing to be imported: a file, or a folder whose files belong together. */
export interface Given {
  readonly kind: 'file' | 'folder';
  readonly path: string;
  /** How it is called in reports and in the list of what came before: its path from what was named. */
  readonly key: string;
}

/** A folder that has one of these is a whole, unpacked. */
const wholes: ReadonlySet<string> = new Set([
  'index.html',
  'index.htm',
  'imsmanifest.xml',
  'cmi5.xml',
  'h5p.json',
  'mimetype',
]);

/**
 * What the paths somebody named hold, in order: a file is itself; a folder that is an unpacked whole is itself; any
 * other folder gives what lies in it. Throws `pack.file-missing` where there is nothing.
 */
export async function findGiven(disk: Disk, paths: readonly string[]): Promise<readonly Given[]> {
  const found = new Map<string, Given>();
  const keys = new Set<string>();
  for (const path of paths) {
    for (const given of await findOne(disk, path)) {
      if (found.has(given.path)) continue;
      const key = keys.has(given.key) ? `${basename(dirname(given.path))}/${given.key}` : given.key;
      keys.add(key);
      found.set(given.path, { ...given, key });
    }
  }
  const all = [...found.values()];
  return all.filter(({ path }) => !isOfFilmAmong(path, all));
}

/** Captions that are named beside their film, as a shell's `*` does, come with it. */
function isOfFilmAmong(path: string, all: readonly Given[]): boolean {
  if (!captions.test(path)) return false;
  const beside = all.filter((other) => dirname(other.path) === dirname(path));
  return hasItsFilm(
    basename(path),
    beside.map((other) => ({ name: basename(other.path) })),
  );
}

async function findOne(disk: Disk, path: string): Promise<readonly Given[]> {
  const key = basename(path).normalize('NFC');
  if ((await disk.fileSize(path)) !== null) return [{ kind: 'file', path, key }];
  const inside = await inFolder(disk, path, { below: '', ofText: false });
  if (inside.length === 0) throw new ReanError('pack.file-missing', { path, folder: true });
  return inside.map((one) => (one.path === path ? { ...one, key } : one));
}

interface Where {
  /** How the folder is called in keys, with a slash behind it. */
  readonly below: string;
  /** Whether a text here or above may name its pictures. */
  readonly ofText: boolean;
}

async function inFolder(
  disk: Disk,
  folder: string,
  { below, ofText }: Where,
): Promise<readonly Given[]> {
  const entries = (await disk.list(folder)).filter(({ name }) => !isHidden(name));
  if (isWhole(entries)) {
    return [{ kind: 'folder', path: folder, key: below.slice(0, -1) }];
  }
  const found: Given[] = [];
  const named = ofText || entries.some(({ name }) => texts.test(name) && !notes.test(name));
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    const key = `${below}${name.normalize('NFC')}`;
    if (kind === 'folder')
      found.push(...(await inFolder(disk, path, { below: `${key}/`, ofText: named })));
    const comesAlong = hasItsFilm(name, entries) || (named && pictures.test(name));
    if (kind === 'file' && !notes.test(name) && !comesAlong) {
      found.push({ kind: 'file', path, key });
    }
  }
  return found;
}

/** A release of a package of npm has its description at its top, beside what it is made of. */
const isWhole = (entries: readonly DiskEntry[]) =>
  entries.some(({ name }) => wholes.has(name.toLowerCase())) ||
  ['package.json', 'dist'].every((name) => entries.some((entry) => entry.name === name));

const isHidden = (name: string) =>
  name.startsWith('.') || /^(?:__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name);

const notes = /^(?:readme|licen[cs]e|notice|credits|sources)(?:\.\w+)?$/i;
/** Texts, and the pictures they name: a picture that no text names is told of by nobody, and missed by nobody. */
const texts = /\.(?:md|markdown)$/i;
const pictures = /\.(?:png|jpe?g|webp|svg|gif)$/i;

const captions = /\.(?:vtt|srt)$/i;

/** Captions come with the film they lie beside; without one they are told of as any other file. */
function hasItsFilm(name: string, entries: readonly Pick<DiskEntry, 'name'>[]): boolean {
  if (!captions.test(name)) return false;
  return entries.some(
    (other) => !captions.test(other.name) && name.startsWith(`${stemOf(other.name)}.`),
  );
}

const stemOf = (name: string) => basename(name, extname(name));
