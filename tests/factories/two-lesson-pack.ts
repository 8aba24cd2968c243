import type { PackStore } from '../../src/content/store/pack-store.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { pressPack, trustingStore } from './pack-press.ts';
import { packSource } from './pack-source.ts';
import { threeItemLesson } from './packs.ts';

export const deskCourse = courseIdSchema.parse('org.rean.test.letters');

/**
 * A pack of two lessons of three items each, `first` and `second`; returns the file.
 * @param options.inOrder whether the second is open only after the first
 * @param options.trains whether their items name a skill, which takes two of three, and a letter and a word
 */
export function pressTwoLessons(
  version = '1.0.0',
  sequence = 1,
  { inOrder = false, trains = false } = {},
): Promise<string> {
  const [first, second] = ['first', 'second'].map(lessonAt);
  const lessons = [first, inOrder ? { ...second, prerequisites: ['first'] } : second];
  const plain = packSource({ version, sequence, lessons });
  const courses = [{ ...Object([plain.description['courses']].flat()[0]), skills: [lettersSkill] }];
  const draft = trains ? packSource({ version, sequence, lessons, courses }) : plain;
  const files = Object.fromEntries(
    ['first', 'second'].map((id) => [
      `lessons/${id}/lesson.json`,
      JSON.stringify(trains ? trainingLesson(id) : threeItemLesson(id)),
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

const lettersSkill = {
  id: 'letters',
  title: { km: 'អក្សរ', en: 'Letters' },
  picture: { src: 'pictures/ka.svg', alt: { km: 'ក' } },
  mastery: { right: 2, of: 3 },
};
const trained: Readonly<Record<string, object>> = {
  choose: { skills: ['letters'], trains: { kind: 'letter', of: 'ក' } },
  type: { skills: ['letters'], trains: { kind: 'word', of: 'ខ្មែរ' } },
};

function trainingLesson(id: string) {
  const lesson = threeItemLesson(id);
  const activities = lesson.activities.map((activity) => ({
    ...activity,
    items: activity.items.map((item) => ({ ...item, ...trained[item.id] })),
  }));
  return { ...lesson, activities };
}

/** A station's store with that pack in it. */
export async function twoLessonStore(): Promise<PackStore> {
  const { store } = await trustingStore();
  await store.install(await pressTwoLessons());
  return store;
}
