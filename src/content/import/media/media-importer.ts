import type { ForeignFile } from '../foreign-file.ts';
import { unsupported } from '../import-errors.ts';
import type { ForeignPart, Imported, Importer, ImportNote } from '../importer.ts';
import { readCaptions } from './captions.ts';
import type { Captions } from './captions.ts';
import { mediaKind } from './media-kind.ts';
import { unplayableCodecs } from './sample-codecs.ts';

/** A film or recording, with the words that lie beside it. */
export const mediaImporter: Importer = {
  kind: 'media',
  recognise: ({ head }) => Promise.resolve(mediaKind(head) !== null),
  read: async (file) => {
    const found = mediaKind(file.head);
    if (found?.kind !== 'plays') {
      const what = found?.name ?? 'file';
      throw unsupported(
        `a ${what} can't be played here: convert it to WebM, MP4 (H.264 and AAC) or MP3, and import that`,
      );
    }
    return readMedia(file, found.extension);
  },
};

type Extension = 'mp4' | 'webm' | 'm4a' | 'mp3' | 'ogg' | 'wav';

async function readMedia(file: ForeignFile, extension: Extension): Promise<Imported> {
  const isBoxed = extension === 'mp4' || extension === 'm4a';
  const codecs = isBoxed ? await unplayableCodecs(file.stream()) : [];
  if (codecs.length > 0) {
    throw unsupported(
      `its pictures or sound are in ${codecs.join(', ')}, which can't be played here: convert it to MP4 (H.264 and AAC) or WebM, and import that`,
    );
  }
  const { captions, notes } = await readCaptions(file.beside);
  const isFilm = extension === 'mp4' || extension === 'webm';
  const name = `${isFilm ? 'film' : 'sound'}.${extension}`;
  return {
    licence: null,
    notes: [...notes, ...missing(captions)],
    things: [
      {
        kind: 'piece',
        name: null,
        title: null,
        files: [{ path: name, open: () => file.stream() }, ...captions.map(captionsPart)],
        cover: null,
        sign: isFilm ? 'film' : 'sound',
        item: (base) => ({
          ...base,
          kind: 'media',
          entry: `${base.folder}/${name}`,
          tracks: captions.map((one) => ({
            kind: one.kind,
            language: one.language,
            src: `${base.folder}/${one.name}`,
          })),
        }),
      },
    ],
  };
}

const captionsPart = ({ name, vtt }: Captions): ForeignPart => ({
  path: name,
  open: async function* () {
    yield await Promise.resolve(new TextEncoder().encode(vtt));
  },
});

const missing = (captions: readonly Captions[]): ImportNote[] =>
  captions.some(({ kind }) => kind === 'captions')
    ? []
    : [
        {
          sort: 'captions-missing',
          at: null,
          text: 'No words lie beside it: who does not hear, or does not know the language, follows less.',
        },
      ];
