import type { PackStore } from '../../src/content/store/pack-store.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { pressPack, trustingStore } from './pack-press.ts';
import { packSource } from './pack-source.ts';
import { threeItemLesson } from './packs.ts';

export const deskCourse = courseIdSchema.parse('org.rean.test.letters');

/** A pack of two lessons of three items each, `first` and `second`; returns the file. */
export function pressTwoLessons(version = '1.0.0', sequence = 1): Promise<string> {
  const draft = packSource({ version, sequence, lessons: ['first', 'second'].map(lessonAt) });
  const files = Object.fromEntries(
    ['first', 'second'].map((id) => [
      `lessons/${id}/lesson.json`,
      JSON.stringify(threeItemLesson(id)),
    ]),
  );
  const { 'audio/look.ogg': _unused, ...pictures } = draft.files;
  return pressPack({ ...draft, files: { ...pictures, ...files } });
}

const lessonAt = (id: string, index: number) => ({
  id,
  picture: { src: 'pictures/ka.svg', alt: { km: 'រូប' } },
  course: deskCourse,
  position: index + 1,
});

/** A station's store with that pack in it. */
export async function twoLessonStore(): Promise<PackStore> {
  const { store } = await trustingStore();
  await store.install(await pressTwoLessons());
  return store;
}
