import { testPack } from './pack-press.ts';
import { htmlItem, mediaItem, pieceSource } from './pack-source.ts';
import type { PackSourceDraft } from './pack-source.ts';

const picture = { src: 'pictures/course.svg', alt: { km: 'រូប' } };
const course = (id: string, km: string, over: Record<string, unknown> = {}) => ({
  id,
  title: { km },
  picture,
  ...over,
});

export const shelves = { stories: 'org.rean.library.stories', films: 'org.rean.library.films' };

/**
 * A pack whose game is in a course, and that has two books on the shelf of stories (`tum`, which asks for
 * most reading, and `rice`, for least) and a film on another.
 */
export function shelfSource(over: Record<string, unknown> = {}): PackSourceDraft {
  const { stories, films } = shelves;
  const book = (id: string, position: number, more: Record<string, unknown>) =>
    htmlItem({ id, course: stories, position, ...more });
  const { description, files } = pieceSource([
    htmlItem(),
    book('tum', 1, { title: { km: 'ទុំទាវ', en: 'Tum Teav' }, authors: ['ភិក្ខុសោម'], level: 3 }),
    book('rice', 2, { title: { km: 'ការដាំស្រូវ', en: 'Growing rice' }, level: 1 }),
    mediaItem({ course: films, position: 1 }),
  ]);
  const courses = [
    course('org.rean.test.letters', 'អក្សរ'),
    course(stories, 'រឿងនិទាន', { shelf: true }),
    course(films, 'ភាពយន្ត', { shelf: true }),
  ];
  return {
    description: { ...description, version: '1.1.0', sequence: 2, courses, ...over },
    files,
  };
}

/** What a learner did with a piece of it, as events. */
export const shelfPiece = (piece: string) => ({ pack: testPack, version: '1.1.0', piece });
