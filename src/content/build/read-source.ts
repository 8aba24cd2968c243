import { join } from 'node:path';
import type { z } from 'zod';
import { lessonSchema } from '../../shared/contracts/lesson.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import { packSourceSchema } from '../../shared/contracts/pack-manifest.ts';
import type { PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Disk } from '../disk/disk.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { courseMistakes } from '../pack/course-mistakes.ts';
import { tellSource } from '../words/tell.ts';
import { explainIssues } from './explain-issue.ts';
import { parseText } from './parse-text.ts';
import type { Problem } from './problem.ts';

export const sourceName = 'pack.source.json';

/** Where a lesson lives, in the source folder and in the pack. */
export const lessonPath = (id: string) => `lessons/${id}/lesson.json`;

/** A file read and valid, or everything that is wrong with it. */
export type Read<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads a source folder's `pack.source.json`. */
export async function readPackSource(disk: Disk, folder: string): Promise<Read<PackSource>> {
  const read = await readJson(disk, folder, sourceName, packSourceSchema);
  if (read.kind === 'refused') return read;
  const problems = sourceProblems(read.value);
  return problems.length === 0 ? read : { kind: 'refused', problems };
}

/** Reads one lesson of a source folder; its id must be the folder's name. */
export async function readLesson(disk: Disk, folder: string, id: string): Promise<Read<Lesson>> {
  const file = lessonPath(id);
  const doubt = await doubtfulFile(disk, folder, id);
  if (doubt !== null) return refused(doubt);
  const read = await readJson(disk, folder, file, lessonSchema);
  if (read.kind === 'refused' || read.value.id === id) return read;
  const problem = tellSource('lesson.name', { id: `"${read.value.id}"` });
  const fix = tellSource('lesson.name.fix', { id: `"${id}"` });
  return refused({ file, at: 'id', problem, fix });
}

/** Files of which a teacher would mend one while the other is read. */
async function doubtfulFile(disk: Disk, folder: string, id: string): Promise<Problem | null> {
  const entries = await disk.list(join(folder, 'lessons', id));
  const names = entries.map(({ name }) => name);
  const told = (name: string, problem: Sentence, fix: Sentence) => ({
    file: `lessons/${id}/${name}`,
    at: null,
    problem,
    fix,
  });
  if (names.includes('lesson.json')) {
    return names.includes('lesson.yaml')
      ? told('lesson.yaml', tellSource('lesson.both'), tellSource('lesson.both.fix'))
      : null;
  }
  const other = names.find((name) => /^lesson\.(?:yml|ya?ml|json)(?:\.txt)?$/i.test(name));
  return other === undefined
    ? told('lesson.json', tellSource('file.none'), await missingFix(disk, folder, id))
    : told(other, tellSource('lesson.unread'), tellSource('lesson.unread.fix'));
}

/** A lesson's folder may be called otherwise than the pack calls the lesson. */
async function missingFix(disk: Disk, folder: string, id: string): Promise<Sentence> {
  const folders = (await disk.list(join(folder, 'lessons'))).filter(
    ({ kind }) => kind === 'folder',
  );
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  const near = folders.find(({ name }) => name !== id && plain(name) === plain(id));
  return near === undefined
    ? tellSource('lesson.none.fix', { yaml: `lessons/${id}/lesson.yaml` })
    : tellSource('lesson.folder.fix', { near: `lessons/${near.name}` });
}

async function readJson<Schema extends z.ZodType>(
  disk: Disk,
  folder: string,
  file: string,
  schema: Schema,
): Promise<Read<z.output<Schema>>> {
  const bytes = await disk.readFile(join(folder, file));
  if (bytes === null) {
    const problem = tellSource('file.none');
    return refused({ file, at: null, problem, fix: tellSource('file.none.fix') });
  }
  const json = parseText(bytes);
  if (json.kind === 'broken') {
    const { kind: _, ...told } = json;
    return refused({ file, at: null, ...told });
  }
  const parsed = schema.safeParse(json.value);
  return parsed.success
    ? { kind: 'read', value: parsed.data }
    : { kind: 'refused', problems: explainIssues(file, parsed.error, json.value) };
}

function sourceProblems({ courses, lessons, items }: PackSource): Problem[] {
  const known = new Set<string>(courses.map((course) => course.id));
  const listed = [
    ...lessons.map((lesson, index) => ({ ...lesson, at: `lessons[${index}]` })),
    ...items.map((item, index) => ({ ...item, at: `items[${index}]` })),
  ];
  const ids = listed.map(({ id }) => id);
  const places = listed.map(({ course, position }) => `${course} ${position}`);
  const ofCourses = courseMistakes(courses, listed).map((mistake) => ({
    file: sourceName,
    ...mistake,
  }));
  const ofPlaces = listed.flatMap(({ id, course, position, at }, index) => [
    ...(known.has(course)
      ? []
      : [
          problem(
            `${at}.course`,
            tellSource('course.none', { id: `"${course}"` }),
            tellSource('course.none.fix'),
          ),
        ]),
    ...(ids.indexOf(id) === index
      ? []
      : [
          problem(
            `${at}.id`,
            tellSource('id.listed-twice', { id: `"${id}"` }),
            tellSource('id.own.fix'),
          ),
        ]),
    ...(places.indexOf(`${course} ${position}`) === index
      ? []
      : [problem(`${at}.position`, tellSource('place.taken'), tellSource('place.taken.fix'))]),
  ]);
  return [...ofPlaces, ...ofCourses];
}

const problem = (at: string, problem: Sentence, fix: Sentence): Problem => ({
  file: sourceName,
  at,
  problem,
  fix,
});

function refused(problem: Problem): { readonly kind: 'refused'; readonly problems: Problem[] } {
  return { kind: 'refused', problems: [problem] };
}
