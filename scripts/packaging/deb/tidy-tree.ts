import { chmod, lstat, lutimes, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileHash } from '../file-hash.ts';

export interface TreeEntry {
  /** Relative to the tree, without a leading slash. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** Bytes; 0 for folders and links. */
  readonly size: number;
}

/** Everything below a folder, the folders before what is in them, sorted by bytes and not by language. */
export async function listTree(root: string, folder = root): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    const found = await lstat(path);
    const size = found.isFile() ? found.size : 0;
    const kind = found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'link';
    entries.push({ path: relative(root, path), kind, size });
    if (kind === 'folder') entries.push(...(await listTree(root, path)));
  }
  return entries;
}

/** What is loaded, and not started, is nobody's to start, whatever mode it came with. */
const isLoaded = (path: string) => path.includes('/node_modules/') || /\.so(?:\.\d+)*$/.test(path);

const isProgram = async (at: string, path: string) =>
  !isLoaded(path) && ((await lstat(at)).mode & 0o100) !== 0;

/**
 * Gives every file the modes a package has (nothing is set-uid, nothing writable by others) and one time, so
 * that neither who packed it nor when can be told from it ([DEB4]).
 * @param sourceDate seconds since 1970
 */
export async function tidyTree(root: string, sourceDate: number): Promise<void> {
  const entries = await listTree(root);
  for (const { path, kind } of entries) {
    const at = join(root, path);
    if (kind === 'folder') await chmod(at, 0o755);
    if (kind === 'file') await chmod(at, (await isProgram(at, path)) ? 0o755 : 0o644);
  }
  // What is in a folder first: writing there would set its time anew.
  for (const { path } of entries.toReversed())
    await lutimes(join(root, path), sourceDate, sourceDate);
  await lutimes(root, sourceDate, sourceDate);
}

/** What `dpkg --verify` compares an installed package with: `DEBIAN/md5sums`. */
export async function md5sums(root: string): Promise<string> {
  const files = (await listTree(root)).filter(({ kind }) => kind === 'file');
  const lines: string[] = [];
  for (const { path } of files) lines.push(`${await fileHash('md5', join(root, path))}  ${path}`);
  return `${lines.join('\n')}\n`;
}

/** What the files take on a disk, as Debian's policy counts it, KiB. */
export async function installedKiB(root: string): Promise<number> {
  const entries = await listTree(root);
  return entries.reduce((sum, { size }) => sum + Math.max(1, Math.ceil(size / 1024)), 0);
}
