import type { ImportNote } from './importer.ts';

/** A file, or a folder that belongs together, that somebody gave to be imported. Nothing of it is believed. */
export interface ForeignFile {
  /** On this PC. */
  readonly path: string;
  /** Its own name, composed (NFC): `តារាង.zip`. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The first 4096 bytes; none of a folder. */
  readonly head: Uint8Array;
  /** What is in it, where it is a ZIP archive that passed every check, or a folder; else null. */
  readonly tree: FileTree | null;
  /** Files lying beside it whose names begin as its own, a film's captions say. */
  readonly beside: readonly FileBeside[];
  /**
   * A file that this one names from where it lies, in its folder or below; null where there is none. Throws
   * `pack.too-large` above `limit` bytes.
   */
  near(name: string, limit: number): Promise<Uint8Array | null>;
  stream(): AsyncIterable<Uint8Array>;
  /** The file whole. Throws `pack.too-large` above `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
}

export interface FileBeside {
  readonly name: string;
  /** Throws `pack.too-large` above `limit` bytes. */
  bytes(limit: number): Promise<Uint8Array>;
}

export interface TreeEntry {
  /** Path with `/`, composed (NFC), fit for a pack's folder of pieces. */
  readonly name: string;
  /** Unpacked bytes. */
  readonly size: number;
}

/**
 * The files of an archive or folder. What no pack could hold is left out already, and where all lies in one
 * folder, paths start in it.
 */
export interface FileTree {
  readonly entries: readonly TreeEntry[];
  /** Names what was left out. */
  readonly notes: readonly ImportNote[];
  /** By its exact name; else, where no other fits, whatever its upper and lower case. */
  find(name: string): TreeEntry | undefined;
  /** Throws the codes of archives where the bytes are damaged. */
  stream(entry: TreeEntry): AsyncIterable<Uint8Array>;
  /** A file whole. Throws `pack.too-large` above `limit` bytes. */
  bytes(entry: TreeEntry, limit: number): Promise<Uint8Array>;
}
