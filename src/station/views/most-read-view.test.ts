import { expect, it } from 'vitest';
import { packManifestSchema } from '../../shared/contracts/pack-manifest.ts';
import { lessonKeySchema } from '../../shared/contracts/documents/state.ts';
import { packManifest } from '../../../tests/factories/packs.ts';
import { buildCatalogue } from '../catalogue/catalogue.ts';
import { mostReadView } from './most-read-view.ts';

const plain = packManifest();
const [course] = plain.courses;
const shelf = { ...course, id: 'org.rean.library.stories', shelf: true };
const piece = (id: string, of: string | undefined, position: number) => ({
  kind: 'html',
  id,
  entry: 'book/index.html',
  folder: 'book',
  title: { km: id },
  picture: course?.picture,
  course: of,
  position,
  skills: [],
});
const manifest = packManifestSchema.parse({
  ...plain,
  courses: [course, shelf],
  items: [piece('tum', shelf.id, 1), piece('rice', shelf.id, 2), piece('game', course?.id, 9)],
});
const catalogue = buildCatalogue([{ manifests: [manifest], active: manifest.version }]);
const key = (id: string) => lessonKeySchema.parse(`${manifest.id}/${id}`);

it('[LIB5] tells of books of the library alone, and of none that few have opened', () => {
  const readers = Array.from({ length: 6 }, (_, at) => ({
    opened: [key('tum'), key('game'), key('gone'), ...(at < 4 ? [key('rice')] : [])],
  }));
  expect(mostReadView(readers, catalogue)).toEqual({
    hasLibrary: true,
    books: [{ key: key('tum'), title: { km: 'tum' }, atLeast: 5 }],
  });
});
