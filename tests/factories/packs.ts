import { lessonSchema } from '../../src/shared/contracts/lesson.ts';
import type { Lesson } from '../../src/shared/contracts/lesson.ts';
import { packManifestSchema } from '../../src/shared/contracts/pack-manifest.ts';
import type { PackManifest } from '../../src/shared/contracts/pack-manifest.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';

const picture = (name: string) => ({ src: `pictures/${name}.svg`, alt: { km: name } });

/** A lesson of three items: one to look at, one to choose, one to type. */
export function threeItemLesson(id: string): Lesson {
  return lessonSchema.parse({
    format: 'rean-lesson@1',
    id,
    title: { km: `មេរៀន ${id}`, en: `Lesson ${id}` },
    activities: [
      {
        id: 'meet',
        title: { km: 'ស្គាល់' },
        items: [{ id: 'look', type: 'present', prompt: { km: 'មើល' } }],
      },
      {
        id: 'practise',
        title: { km: 'អនុវត្ត' },
        items: [
          {
            id: 'choose',
            type: 'choice',
            prompt: { km: 'ជ្រើស' },
            options: [
              { id: 'ka', label: { km: 'ក' } },
              { id: 'kha', label: { km: 'ខ' } },
            ],
            correct: ['ka'],
          },
          {
            id: 'type',
            type: 'textEntry',
            prompt: { km: 'វាយ' },
            accept: ['ខ្មែរ'],
            keyboard: 'khmer',
          },
        ],
      },
    ],
  });
}

export interface PackOptions {
  readonly id?: string;
  readonly version?: string;
  readonly sequence?: number;
  /** Lessons by course; each lesson has `items` items. */
  readonly courses?: Readonly<Record<string, readonly string[]>>;
  readonly items?: number;
}

/** A manifest as a content store would give it; files are named, not real. */
export function packManifest({
  id = 'org.rean.test',
  version = '1.0.0',
  sequence = 1,
  courses = { 'org.rean.test.letters': ['first', 'second', 'third'] },
  items = 3,
}: PackOptions = {}): PackManifest {
  return packManifestSchema.parse({
    format: 'kpack@1',
    id,
    version,
    sequence,
    title: { km: `កញ្ចប់ ${version}` },
    licence: 'CC-BY-4.0',
    publisher: 'Rean',
    minimumApp: '0.1.0',
    courses: Object.keys(courses).map((course) => ({
      id: course,
      title: { km: `វគ្គ ${course}` },
      picture: picture('course'),
    })),
    items: Object.entries(courses).flatMap(([course, lessons]) =>
      lessons.map((lesson, index) => ({
        kind: 'lesson',
        id: lesson,
        entry: `lessons/${lesson}/lesson.json`,
        title: { km: `មេរៀន ${lesson} ${version}` },
        picture: picture(lesson),
        course,
        position: index + 1,
        items,
        skills: [],
      })),
    ),
    files: [
      { path: 'pictures/course.svg', size: 1, sha256: '0'.repeat(64), mime: 'image/svg+xml' },
    ],
  });
}

export const lettersCourse = courseIdSchema.parse('org.rean.test.letters');
