import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { lessonSchema } from '../../src/shared/contracts/lesson.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import type { Item, Lesson } from '../../src/shared/contracts/lesson.ts';

const sources = join(import.meta.dirname, '..', '..', 'content-packs');

/** The source folders of the packs that ship. */
export const shippedSources = (): string[] =>
  readdirSync(sources, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(sources, name));

/** Shelves of books have none. */
const sourcesOfLessons = () =>
  shippedSources().filter((source) => existsSync(join(source, 'lessons')));

export interface ShippedLesson {
  /** `pack/lesson`, as its folders are called. */
  readonly name: string;
  readonly lesson: Lesson;
}

/** Every lesson of every pack that ships. */
export const shippedLessons = (): ShippedLesson[] =>
  sourcesOfLessons().flatMap((source) =>
    readdirSync(join(source, 'lessons')).map((id) => ({
      name: `${source.slice(sources.length + 1)}/${id}`,
      lesson: lessonSchema.parse(
        JSON.parse(readFileSync(join(source, 'lessons', id, 'lesson.json'), 'utf8')),
      ),
    })),
  );

const skillSchema = z.object({ id: z.string(), mastery: z.object({ of: z.number() }) });
const describedSchema = z.object({
  courses: z.array(z.object({ id: courseIdSchema, skills: z.array(skillSchema).optional() })),
  lessons: z.array(
    z.object({
      id: z.string(),
      position: z.number(),
      prerequisites: z.array(z.string()).optional(),
    }),
  ),
});
export type ShippedCourse = z.infer<typeof describedSchema> & { readonly name: string };

/** What each pack that ships says of the order of its lessons, first to last. */
export const shippedCourses = (): ShippedCourse[] =>
  sourcesOfLessons().map((source) => {
    const text = readFileSync(join(source, 'pack.source.json'), 'utf8');
    const { courses, lessons } = describedSchema.parse(JSON.parse(text));
    const inOrder = lessons.toSorted((one, other) => one.position - other.position);
    return { name: source.slice(sources.length + 1), courses, lessons: inOrder };
  });

/** Every item that ships, named `pack/lesson/item`. */
export const shippedItems = (): { readonly name: string; readonly item: Item }[] =>
  shippedLessons().flatMap(({ name, lesson }) =>
    lesson.activities
      .flatMap(({ items }) => items)
      .map((item) => ({ name: `${name}/${item.id}`, item })),
  );

/** What is written in the books that ship, page by page, named by their files. */
export const shippedBookTexts = (): { readonly name: string; readonly text: string }[] =>
  shippedSources().flatMap((source) =>
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xhtml'))
      .map((name) => ({
        name,
        text: readFileSync(join(source, name), 'utf8')
          .replaceAll(/<[^>]*>|\s+/g, ' ')
          .trim(),
      })),
  );
