import type { PackFile, PackItem, PieceItem } from '../../shared/contracts/pack-manifest.ts';
import { packPathSchema } from '../../shared/contracts/phrase.ts';
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

/** With what an author can do about it. */
interface PieceMistake extends ManifestMistake {
  readonly fix: string;
}

interface Parts {
  readonly items: readonly PackItem[];
  readonly files: readonly PackFile[];
}

/** What is wrong between pieces, their folders and the pack's files ([PKG8]). */
export function pieceMistakes({ items, files }: Parts): readonly PieceMistake[] {
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
): PieceMistake[] {
  const other = pieces.find(
    (piece) => (piece.folder === folder && piece.kind !== kind) || liesIn(folder, piece.folder),
  );
  if (other === undefined) return [];
  const problem = `${folder} belongs to ${other.id} already`;
  return [{ at: `${at}.folder`, problem, fix: 'give each piece a folder of its own' }];
}

function fileMistakes(
  item: PieceItem,
  at: string,
  mimes: ReadonlyMap<string, string>,
): PieceMistake[] {
  const named = [
    { at: `${at}.entry`, path: item.entry, fits: fitsEntry[item.kind], is: entryWords[item.kind] },
    ...(item.kind === 'media' ? item.tracks : []).map(({ src }, index) => ({
      at: `${at}.tracks[${index}].src`,
      path: src,
      fits: (mime: string) => mime === trackMime,
      is: 'WebVTT file',
    })),
  ];
  return named.flatMap(({ at: place, path, fits, is }) => {
    if (!liesIn(path, item.folder)) {
      const fix = `name a file in ${item.folder}, its folder`;
      return [{ at: place, problem: `${path} is not in ${item.folder}`, fix }];
    }
    if (fits(mimes.get(path) ?? '')) return [];
    const fix = `name a ${is}, from the folder of pack.source.json on`;
    return [{ at: place, problem: `there is no ${is} ${path}`, fix }];
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
const entryWords: Readonly<Record<PieceItem['kind'], string>> = {
  html: 'page',
  media: 'film or recording',
  epub: 'package document (.opf)',
  pdf: 'PDF',
  scorm: 'imsmanifest.xml',
  cmi5: 'cmi5.xml',
  h5p: 'h5p.json',
  'h5p-player': 'script',
  zim: 'ZIM archive',
};

/** Freer names are for files of others, which come as they are. */
function pathMistakes(files: Parts['files'], folders: ReadonlySet<string>): PieceMistake[] {
  return files.flatMap(({ path }, index) =>
    packPathSchema.safeParse(path).success || isInAny(path, folders)
      ? []
      : [
          {
            at: `files[${index}].path`,
            problem: `${path} is in no folder of a piece`,
            fix: 'use lower-case letters, digits, . _ - and / only',
          },
        ],
  );
}
