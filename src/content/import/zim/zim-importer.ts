import { indexName, indexPages } from '../../zim/index-pages.ts';
import { openRandomFile } from '../../zim/random-file.ts';
import { ZimArchive } from '../../zim/zim-archive.ts';
import { checkArchive, checkSum } from '../../zim/zim-check.ts';
import { ZimFault } from '../../zim/zim-fault.ts';
import { isZim } from '../../zim/zim-header.ts';
import { firstArticle } from '../../zim/zim-listing.ts';
import type { ForeignFile } from '../foreign-file.ts';
import { nothingIn, unreadable } from '../import-errors.ts';
import type { Imported, Importer } from '../importer.ts';
import { titled } from '../name-things.ts';
import { archiveNotes } from './archive-notes.ts';

const archiveName = 'archive.zim';
const longestLicence = 200;

/** An archive of many pages (Wikipedia, say), as it is, with a list of its words beside it. */
export const zimImporter: Importer = {
  kind: 'zim',
  recognise: ({ head }) => Promise.resolve(isZim(head)),
  read: (file) =>
    withArchive(file, async (archive) => {
      await checkArchive(archive);
      await checkSum(archive, file.stream());
      if ((await archive.main()) === null && (await firstArticle(archive)) === null) {
        throw nothingIn('it has no page to read');
      }
      return imported(file, {
        title: await archive.says('Title'),
        licence: (await archive.says('License'))?.slice(0, longestLicence) ?? null,
        notes: await archiveNotes(archive),
      });
    }),
};

interface Said extends Pick<Imported, 'licence' | 'notes'> {
  readonly title: string | null;
}

function imported(file: ForeignFile, { title, licence, notes }: Said): Imported {
  return {
    licence: licence === '' ? null : licence,
    notes,
    things: [
      {
        kind: 'piece',
        name: null,
        title: titled(title),
        files: [
          { path: archiveName, open: () => file.stream() },
          { path: indexName, open: () => wordsOf(file) },
        ],
        cover: null,
        sign: 'book',
        item: (base) => ({ ...base, kind: 'zim', entry: `${base.folder}/${archiveName}` }),
      },
    ],
  };
}

async function* wordsOf({ path }: ForeignFile): AsyncGenerator<Uint8Array> {
  const raw = await openRandomFile(path);
  try {
    yield* indexPages(await ZimArchive.open(raw));
  } finally {
    await raw.close();
  }
}

/** Whatever is wrong with the archive is told as a refusal ([FRN1]). */
async function withArchive<Result>(
  { path }: ForeignFile,
  work: (archive: ZimArchive) => Promise<Result>,
): Promise<Result> {
  const raw = await openRandomFile(path);
  try {
    return await work(await ZimArchive.open(raw));
  } catch (error) {
    if (error instanceof ZimFault) throw unreadable(error.problem, error.at, error);
    throw error;
  } finally {
    await raw.close();
  }
}
