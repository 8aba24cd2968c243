import type { z } from 'zod';
import { itemSchema } from '../../shared/contracts/lesson.ts';
import { pieceKindSchema } from '../../shared/contracts/pack-manifest.ts';
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
  const absent = valueAt(source, issue.path) === undefined;
  const problem = absent ? 'is missing' : issue.message;
  return [{ file, at: pathText(issue.path) || null, problem, fix: fixFor(issue, absent) }];
}

function fixFor(issue: z.core.$ZodIssue, absent: boolean): string {
  const put = absent ? 'add' : 'write';
  switch (issue.code) {
    case 'invalid_type':
      return `${put} ${kindWords[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${put} ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_union':
      return unionWords(issue.path);
    case 'too_big':
      return `at most ${String(issue.maximum)} allowed`;
    case 'too_small':
      return `at least ${String(issue.minimum)} needed`;
    case 'invalid_format':
      return formatWords(issue);
    default:
      return 'correct it';
  }
}

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

function formatWords(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.pattern === undefined ? 'correct it' : `it must fit ${issue.pattern}`;
}

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  let value = source;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
