import type { PackItem, PieceItem } from '../../shared/contracts/pack-manifest.ts';
import { mimeOfCodePath, mimeOfPath } from './media-type.ts';

/** The pieces among a pack's items: what is no native lesson. */
export function piecesOf({ items }: { readonly items: readonly PackItem[] }): readonly PieceItem[] {
  return items.filter((item) => item.kind !== 'lesson');
}

/** Whether a path lies in a folder, at whatever depth. */
export const liesIn = (path: string, folder: string) => path.startsWith(`${folder}/`);

/** Whether a kind's files run code, and so may be of kinds that nothing else in a pack may be ([PKG8]). */
const runsCode = ({ kind }: PieceItem) => kind === 'html';

/** Folders of a pack whose files run code; none in an inert pack. */
export function codeFolders(pieces: readonly PieceItem[]): ReadonlySet<string> {
  return new Set(pieces.filter(runsCode).map(({ folder }) => folder));
}

export function isInAny(path: string, folders: ReadonlySet<string>): boolean {
  for (const folder of folders) if (liesIn(path, folder)) return true;
  return false;
}

/** The type a file has by its name and place, or null where such a file may not be. */
export function mimeIn(path: string, code: ReadonlySet<string>): string | null {
  return isInAny(path, code) ? mimeOfCodePath(path) : mimeOfPath(path);
}

/** Whether a pack holds files that run code; people are told ([PKG8]). */
export const packRunsCode = (manifest: { readonly items: readonly PackItem[] }) =>
  codeFolders(piecesOf(manifest)).size > 0;
