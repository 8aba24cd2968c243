import type { ArchiveFault } from './archive-fault.ts';

/** Longest entry name accepted, in UTF-16 units: what every file system we may meet can hold. */
const maxNameLength = 200;

/**
 * What is unsafe about an entry's name, or null. The name is judged as written: nothing is cleaned
 * up, since two readers that clean differently see two different archives.
 */
export function nameFault(name: string): ArchiveFault | null {
  if (name.length > maxNameLength) return 'name-too-long';
  if (/\p{Cc}/u.test(name)) return 'control-character';
  if (name.includes('\\')) return 'backslash';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'absolute-path';
  const parts = withoutTrailingSlash(name).split('/');
  if (parts.includes('..')) return 'parent-path';
  return parts.some((part) => part === '' || part === '.') ? 'empty-part' : null;
}

/** UTF-8, or null where the bytes are not: no other encoding is guessed at. */
export function decodeName(raw: Uint8Array, markedUtf8: boolean): string | null {
  if (!markedUtf8 && raw.some((byte) => byte > 0x7f)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return null;
  }
}

/**
 * Remembers names and says when one would land on another: the same name, one that differs only in
 * case or in Unicode composition, or a file where another needs a folder.
 */
export class NameCollisions {
  readonly #seen = new Map<string, string>();
  readonly #folders = new Set<string>();

  /** Adds a name; returns its collision, or null. */
  add(name: string): ArchiveFault | null {
    const plain = withoutTrailingSlash(name);
    const key = foldName(plain);
    const other = this.#seen.get(key);
    if (other !== undefined) return collisionOf(plain, other);
    const parents = parentsOf(key);
    if (this.#folders.has(key) && !name.endsWith('/')) return 'file-and-folder';
    if (parents.some((parent) => this.#isFile(parent))) return 'file-and-folder';
    this.#seen.set(key, name);
    for (const parent of parents) this.#folders.add(parent);
    return null;
  }

  #isFile(key: string): boolean {
    return this.#seen.get(key)?.endsWith('/') === false;
  }
}

function collisionOf(name: string, other: string): ArchiveFault {
  const plainOther = withoutTrailingSlash(other);
  if (name === plainOther) return 'duplicate';
  return name.normalize('NFC') === plainOther.normalize('NFC')
    ? 'unicode-collision'
    : 'case-collision';
}

const foldName = (name: string) => name.normalize('NFC').toLowerCase().normalize('NFC');

function parentsOf(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

const withoutTrailingSlash = (name: string) => (name.endsWith('/') ? name.slice(0, -1) : name);
