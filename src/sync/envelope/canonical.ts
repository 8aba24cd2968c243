import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { ReanError } from '../../shared/errors.ts';

/**
 * The one byte form of a JSON value, RFC 8785: what is signed, hashed and bound to a seal.
 * @throws ReanError `shape.invalid` for what JSON can't say
 */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalText(value);
  if (text === undefined) throw new ReanError('shape.invalid', { what: 'not JSON' });
  return Buffer.from(text, 'utf8');
}

/** SHA-256 of a value's canonical form, hex. */
export function canonicalHash(value: unknown): string {
  return createHash('sha256').update(canonicalBytes(value)).digest('hex');
}

/**
 * Canonical forms of an object, each without some of its members. What they share is made once.
 * @throws ReanError `shape.invalid` for what JSON can't say
 */
export function canonicalTexts(
  object: Readonly<Record<string, unknown>>,
  lacking: readonly (readonly string[])[],
): readonly string[] {
  if ('toJSON' in object) {
    return lacking.map((names) => canonicalBytes(without(object, names)).toString('utf8'));
  }
  const texts = lacking.map(() => '');
  for (const name of sortedNames(object)) {
    const member = memberText(name, object[name]);
    if (member === undefined) continue;
    for (const [place, text] of texts.entries()) {
      if (lacking[place]?.includes(name) !== true) texts[place] = joined(text, member);
    }
  }
  return texts.map((text) => `{${text}}`);
}

function without(object: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}

/**
 * What documents consist of is written here, in a fifth of the library's time: a hub makes several
 * canonical forms of every event. The library decides over everything else: odd numbers and strings,
 * members that are no JSON, objects that make their own.
 */
function canonicalText(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return isPlain(value) ? `"${value}"` : canonicalize(value);
    case 'number':
      return Number.isSafeInteger(value) ? String(value) : canonicalize(value);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : structureText(value);
    default:
      return canonicalize(value);
  }
}

function structureText(value: object): string | undefined {
  if ('toJSON' in value) return canonicalize(value);
  return Array.isArray(value) ? listText(value) : recordText(value);
}

function listText(list: readonly unknown[]): string {
  const texts = Array.from(list, (each) => canonicalText(each ?? null) ?? 'null');
  return `[${texts.join(',')}]`;
}

function recordText(object: object): string {
  const record: Readonly<Record<string, unknown>> = { ...object };
  let text = '';
  for (const name of sortedNames(record)) {
    const member = memberText(name, record[name]);
    if (member !== undefined) text = joined(text, member);
  }
  return `{${text}}`;
}

/** RFC 8785 sorts members by UTF-16 unit, as `sort` does. Most of what is asked for is sorted already. */
function sortedNames(record: object): readonly string[] {
  const names = Object.keys(record);
  return names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name) ? names : names.sort();
}

function memberText(name: string, value: unknown): string | undefined {
  const text = canonicalText(value);
  return text === undefined ? undefined : `${canonicalText(name)}:${text}`;
}

function joined(text: string, member: string): string {
  return text === '' ? member : `${text},${member}`;
}

/** Whether a string stands for itself between quotation marks. */
function isPlain(text: string): boolean {
  return /^[ !#-[\]-~]*$/.test(text);
}
