import type { PackItem, PieceItem } from '../../shared/contracts/pack-manifest.ts';
import { mimeOfBookPath, mimeOfCodePath, mimeOfPath } from './media-type.ts';

/** The pieces among a pack's items: what is no native lesson. */
export function piecesOf({ items }: { readonly items: readonly PackItem[] }): readonly PieceItem[] {
  return items.filter((item) => item.kind !== 'lesson');
}

/** Whether a path lies in a folder, at whatever depth. */
export const liesIn = (path: string, folder: string) => path.startsWith(`${folder}/`);

/** Whether a kind's files run code, and so may be of kinds that nothing else in a pack may be ([PKG8]). */
const runsCode = ({ kind }: PieceItem) => codeKinds.has(kind);
const codeKinds: ReadonlySet<PieceItem['kind']> = new Set([
  'html',
  'scorm',
  'cmi5',
  'h5p',
  'h5p-player',
  'zim',
]);

/** Kinds whose files only our own player reads: to everything else they are bytes ([PKG14]). */
const isBook = ({ kind }: PieceItem) => kind === 'epub' || kind === 'pdf';

/** Folders of pieces that hold more than packs hold elsewhere. */
export interface PieceFolders {
  readonly code: ReadonlySet<string>;
  readonly books: ReadonlySet<string>;
}

export const foldersOf = (pieces: readonly PieceItem[]): PieceFolders => ({
  code: codeFolders(pieces),
  books: new Set(pieces.filter(isBook).map(({ folder }) => folder)),
});

/** Folders of a pack whose files run code; none in an inert pack. */
export function codeFolders(pieces: readonly PieceItem[]): ReadonlySet<string> {
  return new Set(pieces.filter(runsCode).map(({ folder }) => folder));
}

export function isInAny(path: string, folders: ReadonlySet<string>): boolean {
  for (const folder of folders) if (liesIn(path, folder)) return true;
  return false;
}

/** The type a file has by its name and place, or null where such a file may not be. */
export function mimeIn(path: string, { code, books }: PieceFolders): string | null {
  if (isInAny(path, code)) return mimeOfCodePath(path);
  return isInAny(path, books) ? mimeOfBookPath(path) : mimeOfPath(path);
}

/** Whether a pack holds files that run code; people are told ([PKG8]). */
export const packRunsCode = (manifest: { readonly items: readonly PackItem[] }) =>
  codeFolders(piecesOf(manifest)).size > 0;
