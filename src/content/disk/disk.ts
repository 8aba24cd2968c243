/** The part of a file system the pack store needs, injected so that tests can fill it or cut its power. */
export interface Disk {
  /** Creates a folder and its parents; existing ones are fine. */
  makeFolder(path: string): Promise<void>;
  /** Opens a new file for writing; fails when it exists. `mode` is the Unix mode, as 0o600. */
  createFile(path: string, mode: number): Promise<DiskFile>;
  /** Opens a file to write on at its end; one that isn't there is made. */
  appendFile(path: string, mode: number): Promise<DiskFile>;
  /** A file whole, or null when there is none. */
  readFile(path: string): Promise<Uint8Array | null>;
  /** The bytes of a file in chunks. */
  stream(path: string): AsyncIterable<Uint8Array>;
  /** What a folder holds, sorted by name; nothing when there is no such folder. */
  list(path: string): Promise<readonly DiskEntry[]>;
  /** Bytes of a regular file, or null when there is none. */
  fileSize(path: string): Promise<number | null>;
  /** Moves a file or folder in one step, within one file system; a file there is replaced. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name; false when that name is taken. */
  link(from: string, to: string): Promise<boolean>;
  /** Removes a file or a folder with all it holds; nothing there is fine. */
  remove(path: string): Promise<void>;
  /** Forces a folder's names onto the disk. */
  syncFolder(path: string): Promise<void>;
  /** Bytes an ordinary user may still write where `path` is. */
  freeBytes(path: string): Promise<number>;
}

/** A file being written. */
export interface DiskFile {
  write(bytes: Uint8Array): Promise<void>;
  /**
   * Writes before it returns, which holds up all else of this process for as long: for a few ms, for tenths of a
   * second on a slow disk. Large contents cost an eighth less processor time so, as what was just made is still in the processor's
   * cache (docs/bench.md).
   */
  writeNow(bytes: Uint8Array): void;
  /** Forces the content onto the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

export interface DiskEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}
