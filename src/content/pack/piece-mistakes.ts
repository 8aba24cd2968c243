import type { PackFile, PackItem, PieceItem } from '../../shared/contracts/pack-manifest.ts';
import { packPathSchema } from '../../shared/contracts/phrase.ts';
import { tellParts } from '../words/tell.ts';
import type { ManifestMistake } from './manifest-mistakes.ts';
import {
  htmlMime,
  isAudioMime,
  isVideoMime,
  lessonMime,
  packageMime,
  pdfMime,
  scriptMime,
  trackMime,
  xmlMime,
  zimMime,
} from './media-type.ts';
import { isInAny, liesIn, piecesOf } from './piece-folders.ts';

interface Parts {
  readonly items: readonly PackItem[];
  readonly files: readonly PackFile[];
}

/** What is wrong between pieces, their folders and the pack's files ([PKG8]). */
export function pieceMistakes({ items, files }: Parts): readonly ManifestMistake[] {
  const mimes = new Map(files.map(({ path, mime }) => [path, mime]));
  const pieces = piecesOf({ items });
  return [
    ...items.flatMap((item, index) => {
      if (item.kind === 'lesson') return [];
      const at = `items[${index}]`;
      return [...folderMistakes(item, at, pieces), ...fileMistakes(item, at, mimes)];
    }),
    ...pathMistakes(files, new Set(pieces.map(({ folder }) => folder))),
  ];
}

/** Two pieces may share a folder where they are of one kind; one may not lie in another's. */
function folderMistakes(
  { folder, kind }: PieceItem,
  at: string,
  pieces: readonly PieceItem[],
): ManifestMistake[] {
  const other = pieces.find(
    (piece) => (piece.folder === folder && piece.kind !== kind) || liesIn(folder, piece.folder),
  );
  if (other === undefined) return [];
  const problem = tellParts('folder.taken', { folder, id: other.id });
  return [{ at: `${at}.folder`, problem, fix: tellParts('folder.taken.fix') }];
}

function fileMistakes(
  item: PieceItem,
  at: string,
  mimes: ReadonlyMap<string, string>,
): ManifestMistake[] {
  const named = [
    {
      at: `${at}.entry`,
      path: item.entry,
      fits: fitsEntry[item.kind],
      kind: tellParts(`entry.${item.kind}`),
    },
    ...(item.kind === 'media' ? item.tracks : []).map(({ src }, index) => ({
      at: `${at}.tracks[${index}].src`,
      path: src,
      fits: (mime: string) => mime === trackMime,
      kind: tellParts('entry.track'),
    })),
  ];
  return named.flatMap(({ at: place, path, fits, kind }) => {
    if (!liesIn(path, item.folder)) {
      const { folder } = item;
      const problem = tellParts('folder.outside', { path, folder });
      return [{ at: place, problem, fix: tellParts('folder.outside.fix', { folder }) }];
    }
    if (fits(mimes.get(path) ?? '')) return [];
    const problem = tellParts('entry.none', { kind, path });
    return [{ at: place, problem, fix: tellParts('entry.none.fix', { kind }) }];
  });
}

const fitsEntry: Readonly<Record<PieceItem['kind'], (mime: string) => boolean>> = {
  html: (mime) => mime === htmlMime,
  media: (mime) => isVideoMime(mime) || isAudioMime(mime),
  epub: (mime) => mime === packageMime,
  pdf: (mime) => mime === pdfMime,
  scorm: (mime) => mime === xmlMime,
  cmi5: (mime) => mime === xmlMime,
  h5p: (mime) => mime === lessonMime,
  'h5p-player': (mime) => mime === scriptMime,
  zim: (mime) => mime === zimMime,
};

/** Freer names are for files of others, which come as they are. */
function pathMistakes(files: Parts['files'], folders: ReadonlySet<string>): ManifestMistake[] {
  return files.flatMap(({ path }, index) =>
    packPathSchema.safeParse(path).success || isInAny(path, folders)
      ? []
      : [
          {
            at: `files[${index}].path`,
            problem: tellParts('path.free', { path }),
            fix: tellParts('path.free.fix'),
          },
        ],
  );
}
