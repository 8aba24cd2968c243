import type { Activity } from '../../shared/contracts/lesson.ts';
import type { H5pPlayerPack } from '../../shared/contracts/h5p.ts';
import type { PackRequirement, PieceItem } from '../../shared/contracts/pack-manifest.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { ForeignFile } from './foreign-file.ts';
import type { HeldLibraries } from './h5p/held-libraries.ts';

/**
 * Makes one kind of file made by others part of a pack. An importer reads and says what there is; ids, places,
 * folders and writing are the import's own ([FRN1]). The registry asks one after the other (registry.ts).
 */
export interface Importer {
  /** One word, as it stands in reports: `html`, `gift`. */
  readonly kind: string;
  /**
   * Whether the file is of this kind, by what is in it: names and extensions lie. Says no to what it can't read;
   * throws only what opening the archive throws.
   */
  recognise(file: ForeignFile): Promise<boolean>;
  /**
   * What the file becomes. Throws `import.unreadable` with `problem` (and `at`) where the file is of this kind
   * but faulty, `import.nothing` where nothing in it can be kept, `import.unsupported` with `problem`, or the
   * codes of archives. Nothing is written before this returned; parts are read while they are written.
   */
  read(file: ForeignFile, wants?: ImportWants): Promise<Imported>;
}

/** What a person wishes besides. */
export interface ImportWants {
  /** The pack that plays packages of H5P; null for the usual one. */
  readonly h5pPlayer: H5pPlayerPack | null;
  /** Libraries for packages of H5P that lack them. */
  readonly h5pLibraries: readonly HeldLibraries[];
}

/** What came out of one file. */
export interface Imported {
  /** Of the file as it states them; null where it states none. */
  readonly licence: string | null;
  readonly things: readonly ImportedThing[];
  /** What a person should know of: left out, changed, guessed, missing. Nothing is dropped without one. */
  readonly notes: readonly ImportNote[];
}

export interface ImportNote {
  /** For programs. A new sort goes to the end of {@link noteSorts}. */
  readonly sort: NoteSort;
  /** Where: `question 3`, `line 12`, a path in the archive; null for the whole file. */
  readonly at: string | null;
  /** A sentence for a teacher. */
  readonly text: string;
}

export const noteSorts = [
  /** A question or part of a package that did not come; says why. */
  'left-out',
  /** A file of an archive that no pack may hold, or that means nothing. */
  'file-left-out',
  'picture-left-out',
  /** Came, with less than it had: partial marks, feedback to single answers. */
  'simplified',
  /** Had to be guessed: the entry page, the encoding of old text. */
  'guessed',
  /** Works, but not here: needs the network, a codec, a plug-in. */
  'unsupported',
  'captions-missing',
] as const;
export type NoteSort = (typeof noteSorts)[number];

export type ImportedThing = ImportedPiece | ImportedLesson;

interface ImportedBase {
  /**
   * What the thing is called inside its file where there are several (`chapter-2`): its id goes on over imports.
   * Null where the file is one thing; then the file's name says it.
   */
  readonly name: string | null;
  /** As the file states it; null: the file's name. Becomes Khmer first by {@link titled}. */
  readonly title: Localized | null;
}

/** Something that plays in a frame of its own. */
export interface ImportedPiece extends ImportedBase {
  readonly kind: 'piece';
  /** All its files, by path inside its own folder. */
  readonly files: readonly ForeignPart[];
  /** A picture for its tile, inert: `cover.png`, `cover.jpg`, `cover.webp`. Null: a drawing of ours by `sign`. */
  readonly cover: ForeignPart | null;
  readonly sign: CoverSign;
  /** Another pack that it can't be opened without. */
  readonly requires?: PackRequirement;
  /** The item of the manifest; `base.folder` is where its files will lie, from the pack's source folder. */
  item(base: PieceBase): PieceItem;
}

export type PieceBase = Pick<
  PieceItem,
  'id' | 'folder' | 'title' | 'picture' | 'course' | 'position' | 'skills'
>;

/** Becomes data of ours. */
export interface ImportedLesson extends ImportedBase {
  readonly kind: 'lesson';
  /** Pictures and recordings the items name, by path inside the lesson's folder. */
  readonly files: readonly ForeignPart[];
  /** The lesson's activities; `folder` is where its files will lie: `${folder}/picture-1.png`. */
  activities(folder: string): readonly Activity[];
}

/** A file to be written. */
export interface ForeignPart {
  readonly path: string;
  open(): AsyncIterable<Uint8Array>;
}

export type CoverSign = 'page' | 'film' | 'sound' | 'book' | 'questions';
