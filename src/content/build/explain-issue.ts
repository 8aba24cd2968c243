import * as z from 'zod';
import { itemSchema } from '../../shared/contracts/lesson.ts';
import { pieceKindSchema } from '../../shared/contracts/pack-manifest.ts';
import { packIdSchema, semverSchema, slugSchema } from '../../shared/ids.ts';
import { pathText } from '../pack/manifest.ts';
import type { Problem } from './problem.ts';

/** Turns what zod found in an author's file into problems with a fix each. */
export function explainIssues(file: string, error: z.ZodError, source: unknown): Problem[] {
  return error.issues.flatMap((issue) => explainIssue(file, issue, source));
}

function explainIssue(file: string, issue: z.core.$ZodIssue, source: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      at: pathText([...issue.path, key]),
      problem: `"${key}" is not known here`,
      fix: 'remove it, or correct its spelling',
    }));
  }
  const value = valueAt(source, issue.path);
  const problem = problemWith(issue, value);
  const fix = fixFor(issue, value === undefined);
  return [{ file, at: pathText(issue.path) || null, problem, fix }];
}

/** In a teacher's words; what our own schemas say of their rules stays. */
function problemWith(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return value === null ? 'is empty' : `${written(value)} is no ${nounOf(issue.expected)}`;
    case 'invalid_value':
    case 'invalid_union':
      return `${written(value)} is not known here`;
    case 'too_big':
      return issue.origin === 'number' ? `${written(value)} is too large` : 'is too long';
    case 'too_small':
      return issue.origin === 'number' ? `${written(value)} is too small` : 'is too short';
    case 'invalid_format':
      return plainFormats.has(issue.pattern ?? '')
        ? `${written(value)} does not fit`
        : issue.message;
    default:
      return issue.message;
  }
}

function written(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'what stands here';
  return JSON.stringify(value);
}

const nounOf = (expected: string) => nouns[expected] ?? expected;

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'whole number',
  array: 'list',
  object: 'object',
  tuple: 'pair',
  boolean: 'true or false',
};

function fixFor(issue: z.core.$ZodIssue, absent: boolean): string {
  const put = absent ? 'add' : 'write';
  switch (issue.code) {
    case 'invalid_type':
      return `${put} ${kindWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${put} ${anyOf(issue.values.map((value) => JSON.stringify(value)))}`;
    case 'invalid_union':
      return unionWords(issue.path);
    case 'too_big':
      return `at most ${counted(issue.maximum, issue.origin)} allowed`;
    case 'too_small':
      return `at least ${counted(issue.minimum, issue.origin)} needed`;
    case 'invalid_format':
      return formatWords(issue);
    default:
      return 'correct it';
  }
}

const counted = (count: number | bigint, origin: string) => {
  const [one, more] = units[origin] ?? ['', ''];
  return `${String(count)}${Number(count) === 1 ? one : more}`;
};

/** What is counted: of one, and of more. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  string: [' sign', ' signs'],
  array: [' entry', ' entries'],
};

const anyOf = (words: readonly string[]) =>
  words.length > 3 ? `one of ${words.join(', ')}` : words.join(' or ');

function unionWords(path: readonly PropertyKey[]): string {
  if (path[0] === 'items') return `write one of ${pieceKinds}`;
  return path.includes('items') ? `write one of ${itemTypes}` : 'correct it';
}

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');

const pieceKinds = quoted(pieceKindSchema.options);
const itemTypes = quoted(itemSchema.options.map((option) => option.shape.type.value));

const kindWords: Readonly<Record<string, string>> = {
  string: 'a text in "quotes"',
  number: 'a number without quotes',
  int: 'a whole number without quotes',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  tuple: 'a pair in [ ]',
};

const patternOf = (schema: z.ZodType) => `/${z.toJSONSchema(schema, { io: 'input' }).pattern}/`;

/** Patterns in words, by what zod tells of them. */
const plainFormats: ReadonlyMap<string, string> = new Map([
  [patternOf(slugSchema), 'write small letters, digits and hyphens, as in first-words'],
  [patternOf(packIdSchema), 'write small words with dots between them, as in org.example.letters'],
  [patternOf(semverSchema), 'write three numbers with dots between them, as in 1.0.0'],
]);

function formatWords({ pattern = '', path }: z.core.$ZodIssueInvalidStringFormat): string {
  const isFile = path.at(-1) === 'src' || path.includes('audio');
  return (
    plainFormats.get(pattern) ??
    (isFile ? 'write it from the folder of pack.source.json, as in pictures/ka.svg' : 'correct it')
  );
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  let value = source;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
