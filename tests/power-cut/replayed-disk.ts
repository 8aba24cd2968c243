import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Randomness } from '../../src/shared/ports.ts';
import type { DiskCall } from './strace-log.ts';

const pageBytes = 4096;

interface Write {
  readonly begun: number;
  readonly done: number;
  readonly at: number;
  readonly bytes: Buffer;
}

/** A file, whatever names it has had. */
interface File {
  readonly writes: Write[];
  /** When it was synced: from when to when. */
  readonly syncs: { readonly begun: number; readonly done: number }[];
  size: number;
}

/** A change of names, in the order the file system's journal has them. */
type Naming = { readonly begun: number; readonly done: number } & (
  | { readonly kind: 'file'; readonly path: string; readonly file: File }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string }
);

interface FolderSync {
  readonly path: string;
  readonly begun: number;
  readonly done: number;
}

export interface CutOptions {
  /** The power goes when the log was written up to here. */
  readonly at: number;
  readonly randomness: Randomness;
  /** The disk says that it syncs, and does not. */
  readonly liesAboutSync?: boolean;
}

/**
 * What a folder is found like after a power cut, as often as one likes: from what was there before
 * and the calls recorded since. As on ext4 with `data=ordered`, names change in order, and are safe
 * up to the last one that a sync of its folder, or of the file it made, covers; later ones are there
 * up to some point. Of a file, each page of 4 KiB is as some write since the last sync left it: the
 * harshest that a disk's own cache may do.
 */
export class ReplayedDisk {
  readonly #root: string;
  readonly #namings: Naming[] = [];
  readonly #folderSyncs: FolderSync[] = [];
  /** Where each name leads as the calls go by. */
  readonly #names = new Map<string, File>();
  readonly #open = new Map<number, { readonly file: File; at: number; readonly append: boolean }>();

  private constructor(root: string) {
    this.#root = root;
  }

  /** @param root the folder as it is now, before the calls: what it holds is safe */
  static async of(root: string): Promise<ReplayedDisk> {
    const disk = new ReplayedDisk(root);
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) disk.#make(path, 0, 0, await readFile(path));
      else disk.#namings.push({ kind: 'folder', path, begun: 0, done: 0 });
    }
    return disk;
  }

  replay(calls: readonly DiskCall[]): void {
    for (const call of calls) this.#take(call);
  }

  /** Makes the folder anew at `target` as it is after a power cut. */
  async cut(target: string, options: CutOptions): Promise<void> {
    const names = this.#namesAfter(options);
    for (const [path, file] of names) {
      const place = join(target, relative(this.#root, path));
      await mkdir(file === null ? place : dirname(place), { recursive: true });
      if (file !== null) await writeFile(place, contentAfter(file, options));
    }
  }

  #take(call: DiskCall): void {
    const { begun, done } = call;
    switch (call.call) {
      case 'open':
        this.#opened(call);
        return;
      case 'write':
        this.#write(call);
        return;
      case 'sync':
        this.#sync(call);
        return;
      case 'rename':
        this.#namings.push({ kind: 'rename', path: call.path, to: call.to, begun, done });
        this.#move(call.path, call.to);
        return;
      case 'remove':
        this.#namings.push({ kind: 'remove', path: call.path, begun, done });
        this.#names.delete(call.path);
        return;
      case 'make-folder':
        this.#namings.push({ kind: 'folder', path: call.path, begun, done });
        return;
      case 'said':
    }
  }

  #make(path: string, begun: number, done: number, before = Buffer.alloc(0)): File {
    const writes = before.length === 0 ? [] : [{ begun, done, at: 0, bytes: before }];
    const file: File = { writes, syncs: [], size: before.length };
    if (done === 0) file.syncs.push({ begun: 1, done: 0 });
    this.#names.set(path, file);
    this.#namings.push({ kind: 'file', path, file, begun, done });
    return file;
  }

  /** Opening an emptied file is taken for a new one in its place. Folders are opened to be synced. */
  #opened({ path, fd, append, makes, empties, begun, done }: Extract<DiskCall, { call: 'open' }>) {
    const held = empties ? undefined : this.#names.get(path);
    const file = held ?? (makes ? this.#make(path, begun, done) : null);
    if (file) this.#open.set(fd, { file, at: 0, append });
  }

  #write({ path, fd, bytes, at, begun, done }: Extract<DiskCall, { call: 'write' }>): void {
    const open = this.#open.get(fd);
    if (!open) throw new Error(`${path} was written without being opened`);
    const place = at ?? (open.append ? open.file.size : open.at);
    open.file.writes.push({ begun, done, at: place, bytes });
    open.file.size = Math.max(open.file.size, place + bytes.length);
    if (at === null) open.at = place + bytes.length;
  }

  #sync({ path, begun, done }: Extract<DiskCall, { call: 'sync' }>): void {
    const file = this.#names.get(path);
    if (file) file.syncs.push({ begun, done });
    else this.#folderSyncs.push({ path, begun, done });
  }

  #move(from: string, to: string): void {
    for (const [path, file] of new Map(this.#names)) {
      const moved = movedName(path, from, to);
      if (moved === path) continue;
      this.#names.delete(path);
      this.#names.set(moved, file);
    }
  }

  /** The names that are there, each with its file; null for a folder. */
  #namesAfter({ at, randomness, liesAboutSync = false }: CutOptions) {
    const asked = this.#namings.filter(({ begun }) => begun <= at);
    const before = asked.findLastIndex(({ done }) => done === 0) + 1;
    const safe = liesAboutSync ? before : Math.max(before, this.#safeNamings(asked, at));
    const kept = safe + Math.floor(randomness.fraction() * (asked.length - safe + 1));
    const names = new Map<string, File | null>();
    for (const naming of asked.slice(0, kept)) apply(names, naming);
    return names;
  }

  /** How many of them a sync that ended before the cut covers. */
  #safeNamings(namings: readonly Naming[], at: number): number {
    const covers = (naming: Naming) => {
      const folders = [naming.path, 'to' in naming ? naming.to : naming.path].map(dirname);
      const ofFolder = this.#folderSyncs.filter(({ path }) => folders.includes(path));
      const ofFile = naming.kind === 'file' ? naming.file.syncs : [];
      return [...ofFolder, ...ofFile].some(({ begun, done }) => naming.done < begun && done <= at);
    };
    return namings.findLastIndex(covers) + 1;
  }
}

function apply(names: Map<string, File | null>, naming: Naming): void {
  if (naming.kind === 'file') names.set(naming.path, naming.file);
  if (naming.kind === 'folder') names.set(naming.path, null);
  if (naming.kind === 'remove') names.delete(naming.path);
  if (naming.kind !== 'rename') return;
  for (const [path, file] of new Map(names)) {
    const moved = movedName(path, naming.path, naming.to);
    if (moved === path) continue;
    names.delete(path);
    names.set(moved, file);
  }
}

/** The name after a rename of it, or of a folder it is in. */
function movedName(path: string, from: string, to: string): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? `${to}${path.slice(from.length)}` : path;
}

/** Each page as one of the writes since the last sync left it, or as the sync did. */
function contentAfter(file: File, { at, randomness, liesAboutSync = false }: CutOptions): Buffer {
  const writes = file.writes.filter(({ begun }) => begun <= at);
  const synced = file.syncs.filter(
    ({ begun, done }) => done <= at && (!liesAboutSync || begun === 1),
  );
  const upTo = Math.max(0, ...synced.map(({ begun }) => begun));
  const size = Math.max(0, ...writes.map((write) => write.at + write.bytes.length));
  const content = Buffer.alloc(size);
  let end = 0;
  for (let page = 0; page < size; page += pageBytes) {
    const on = writes.filter((write) => {
      return write.at < page + pageBytes && write.at + write.bytes.length > page;
    });
    const safe = on.findLastIndex(({ done }) => done < upTo) + 1;
    const kept = safe + Math.floor(randomness.fraction() * (on.length - safe + 1));
    for (const write of on.slice(0, kept)) end = Math.max(end, put(content, page, write));
  }
  return content.subarray(0, end);
}

/** Copies the part of a write that falls on a page; where it ends. */
function put(content: Buffer, page: number, { at, bytes }: Write): number {
  const from = Math.max(page, at);
  const to = Math.min(page + pageBytes, at + bytes.length);
  bytes.copy(content, from, from - at, to - at);
  return to;
}
