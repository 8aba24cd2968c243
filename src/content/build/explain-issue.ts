import type * as z from 'zod';
import { itemSchema } from '../../shared/contracts/lesson.ts';
import { pieceKindSchema } from '../../shared/contracts/pack-manifest.ts';
import { brokenRuleSchema } from '../../shared/words/rule.ts';
import { asWritten } from '../../shared/words/sentence.ts';
import type { Sentence } from '../../shared/words/sentence.ts';
import { pathText } from '../pack/manifest.ts';
import { tellShape } from '../words/tell.ts';
import { explainForm } from './explain-form.ts';
import type { Problem } from './problem.ts';

/** Turns what zod found in an author's file into problems with a fix each. */
export function explainIssues(file: string, error: z.ZodError, source: unknown): Problem[] {
  const told = error.issues.flatMap((issue) => explainIssue(file, issue, source));
  // A text that has not the form it should have may break a rule of that form as well.
  return told.filter(
    ({ at, fix }, index) =>
      told.findIndex((other) => other.at === at && other.fix.en === fix.en) === index,
  );
}

function explainIssue(file: string, issue: z.core.$ZodIssue, source: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file,
      at: pathText([...issue.path, key]),
      problem: tellShape('key.unknown', { name: `"${key}"` }),
      fix: tellShape('key.unknown.fix'),
    }));
  }
  const at = pathText(issue.path) || null;
  const rule = issue.code === 'custom' ? brokenRuleSchema.safeParse(issue.params).data : undefined;
  if (rule !== undefined) return [{ file, at, ...rule }];
  const value = valueAt(source, issue.path);
  if (at === null && issue.code === 'invalid_type') {
    const problem = tellShape(value === null ? 'empty.file' : 'rule.other');
    return [{ file, at, problem, fix: tellShape('empty.file.fix') }];
  }
  return [{ file, at, problem: problemWith(issue, value), fix: fixFor(issue, value) }];
}

/** In a teacher's words. */
function problemWith(issue: z.core.$ZodIssue, given: unknown): Sentence {
  if (given === undefined) return tellShape('missing');
  const value = written(given);
  switch (issue.code) {
    case 'invalid_type':
      return given === null
        ? tellShape('empty')
        : tellShape('kind.other', { value, kind: nounOf(issue.expected) });
    case 'invalid_value':
    case 'invalid_union':
      return tellShape('value.unknown', { value });
    case 'too_big':
      return tellShape(issue.origin === 'number' ? 'value.large' : 'value.long', { value });
    case 'too_small':
      return tellShape(issue.origin === 'number' ? 'value.small' : 'value.short', { value });
    case 'not_multiple_of':
      return tellShape('value.step', { value });
    case 'invalid_format':
      return tellShape('form.other', { value });
    default:
      return tellShape('rule.other');
  }
}

function written(value: unknown): Sentence {
  if (Array.isArray(value)) return tellShape('written.list');
  if (typeof value === 'object') return tellShape('written.object');
  return asWritten(typeof value === 'string' ? `"${value}"` : String(value));
}

const braces = '{ }';

/** What zod expects, as the thing itself and as what is to be written. */
const kinds: Readonly<Record<string, readonly [noun: Sentence, thing: Sentence]>> = {
  string: [tellShape('noun.text'), tellShape('a.text')],
  number: [tellShape('noun.number'), tellShape('a.number')],
  int: [tellShape('noun.int'), tellShape('a.int')],
  boolean: [tellShape('noun.boolean'), tellShape('a.boolean')],
  array: [tellShape('noun.list'), tellShape('a.list')],
  object: [tellShape('noun.object', { braces }), tellShape('a.object', { braces })],
  tuple: [tellShape('noun.pair'), tellShape('a.pair')],
};
const nounOf = (expected: string) => kinds[expected]?.[0] ?? tellShape('noun.other');
function thingOf(expected: string, member: PropertyKey | undefined): Sentence {
  const example = expected === 'object' ? examples[String(member)] : undefined;
  return example === undefined
    ? (kinds[expected]?.[1] ?? tellShape('a.other'))
    : asWritten(example);
}

const words = '{ km: ត្រី, en: A fish }';
const drawing = '{ src: pictures/fish.svg, alt: { km: ត្រី } }';

/** What an author writes most often, as it is written. */
const examples: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['title', 'prompt', 'display', 'hint', 'praise', 'label', 'alt', 'said'].map((member) => [
      member,
      words,
    ]),
  ),
  picture: drawing,
  scene: drawing,
};

function fixFor(issue: z.core.$ZodIssue, given: unknown): Sentence {
  const put = given === undefined ? 'add.fix' : 'write.fix';
  switch (issue.code) {
    case 'invalid_type':
      return tellShape(put, { what: thingOf(issue.expected, issue.path.at(-1)) });
    case 'invalid_value':
      return tellShape(put, { what: anyOf(issue.values.map((value) => JSON.stringify(value))) });
    case 'invalid_union':
      return unionFix(issue.path);
    case 'too_big':
      return boundFix('most', issue.maximum, issue.origin);
    case 'too_small':
      return boundFix('least', issue.minimum, issue.origin);
    case 'not_multiple_of':
      return tellShape('value.step.fix', { step: String(issue.divisor) });
    case 'invalid_format':
      return explainForm(issue, given);
    default:
      return tellShape('correct.fix');
  }
}

/** Numbers are written in a file as they stand here, so their digits stay; what is counted takes the language's. */
function boundFix(bound: 'most' | 'least', count: number | bigint, origin: string): Sentence {
  switch (origin) {
    case 'string':
      return tellShape(`${bound}.signs.fix`, { count: Number(count) });
    case 'array':
      return tellShape(`${bound}.entries.fix`, { count: Number(count) });
    default:
      return tellShape(`${bound}.number.fix`, { count: String(count) });
  }
}

function anyOf(values: readonly string[]): Sentence {
  const [first = '', ...others] = values;
  if (values.length > 3) return tellShape('one-of', { values: values.join(', ') });
  return others.reduce<Sentence>(
    (one, other) => tellShape('either', { one, other }),
    asWritten(first),
  );
}

function unionFix(path: readonly PropertyKey[]): Sentence {
  if (path[0] === 'items') return tellShape('write.fix', { what: oneOf(pieceKindSchema.options) });
  return path.includes('items')
    ? tellShape('write.fix', { what: oneOf(itemTypes) })
    : tellShape('correct.fix');
}

const itemTypes = itemSchema.options.map((option) => option.shape.type.value);

const oneOf = (words: readonly string[]) =>
  tellShape('one-of', { values: words.map((word) => `"${word}"`).join(', ') });

function valueAt(source: unknown, path: readonly PropertyKey[]): unknown {
  let value = source;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}
