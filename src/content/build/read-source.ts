import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { lessonSchema } from '../../shared/contracts/lesson.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import { packSourceSchema } from '../../shared/contracts/pack-manifest.ts';
import type { PackSource } from '../../shared/contracts/pack-manifest.ts';
import type { Disk } from '../disk/disk.ts';
import { courseMistakes } from '../pack/course-mistakes.ts';
import { explainIssues } from './explain-issue.ts';
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
  const problem = `the lesson calls itself "${read.value.id}"`;
  return refused({ file, at: 'id', problem, fix: `write "${id}", the name of its folder` });
}

/** Files of which a teacher would mend one while the other is read. */
async function doubtfulFile(disk: Disk, folder: string, id: string): Promise<Problem | null> {
  const entries = await disk.list(join(folder, 'lessons', id));
  const names = entries.map(({ name }) => name);
  const told = (name: string, problem: string, fix: string) => ({
    file: `lessons/${id}/${name}`,
    at: null,
    problem,
    fix,
  });
  if (!names.includes('lesson.json')) {
    const other = names.find((name) => /^lesson\.(?:yml|ya?ml|json)$/i.test(name));
    return other === undefined ? null : told(other, 'is not read', 'call it lesson.yaml');
  }
  return names.includes('lesson.yaml')
    ? told('lesson.yaml', 'lies beside lesson.json', 'remove the one that is not meant')
    : null;
}

async function readJson<Schema extends z.ZodType>(
  disk: Disk,
  folder: string,
  file: string,
  schema: Schema,
): Promise<Read<z.output<Schema>>> {
  const bytes = await disk.readFile(join(folder, file));
  if (bytes === null) {
    return refused({ file, at: null, problem: 'there is no such file', fix: 'add it' });
  }
  const json = parseJson(bytes);
  if (json.kind === 'broken') {
    const problem = `is not valid ${json.kindOfText}: ${json.detail}`;
    return refused({ file, at: null, problem, fix: brokenFixes[json.kindOfText] });
  }
  const parsed = schema.safeParse(json.value);
  return parsed.success
    ? { kind: 'read', value: parsed.data }
    : { kind: 'refused', problems: explainIssues(file, parsed.error, json.value) };
}

type Json =
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'broken';
      readonly kindOfText: keyof typeof brokenFixes;
      readonly detail: string;
    };

const brokenFixes = {
  JSON: 'look for a comma or quote too many or too few',
  YAML: 'look at how far lines are set in, and put a text that holds : or # in "quotes"',
} as const;

/** YAML that is sound comes as JSON ([AUT1]); what is none comes as it is. */
function parseJson(bytes: Uint8Array): Json {
  const text = new TextDecoder().decode(bytes);
  try {
    return {
      kind: 'json',
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unreadable';
    if (text.trimStart().startsWith('{')) return { kind: 'broken', kindOfText: 'JSON', detail };
    const told = parseDocument(text).errors[0]?.message.split('\n')[0] ?? detail;
    return { kind: 'broken', kindOfText: 'YAML', detail: told };
  }
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
      : [problem(`${at}.course`, `no course "${course}"`, 'list it under "courses"')]),
    ...(ids.indexOf(id) === index
      ? []
      : [problem(`${at}.id`, `"${id}" is listed twice`, 'give each its own id')]),
    ...(places.indexOf(`${course} ${position}`) === index
      ? []
      : [
          problem(`${at}.position`, 'another has this place in its course', 'number them 1, 2, 3…'),
        ]),
  ]);
  return [...ofPlaces, ...ofCourses];
}

const problem = (at: string, problem: string, fix: string): Problem => ({
  file: sourceName,
  at,
  problem,
  fix,
});

function refused(problem: Problem): { readonly kind: 'refused'; readonly problems: Problem[] } {
  return { kind: 'refused', problems: [problem] };
}
