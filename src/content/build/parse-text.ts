import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Sentence } from '../../shared/words/sentence.ts';
import { tellText } from '../words/tell.ts';
import { readYaml } from './read-yaml.ts';

/** What a file in JSON says, or where and why it can't be read. */
export type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | {
      readonly kind: 'broken';
      /** From 1; left out where it is the whole file. */
      readonly line?: number;
      readonly problem: Sentence;
      readonly fix: Sentence;
    };

/**
 * Reads a file of JSON. YAML that is sound comes as JSON ([AUT1]); what is none comes as it is, and is told
 * as what its author meant it to be. JSON is read strictly: no comments, no commas too many.
 */
export function parseText(bytes: Uint8Array): Parsed {
  const text = decodeUtf8(bytes);
  if (text === null) {
    return { kind: 'broken', problem: tellText('not-utf8'), fix: tellText('not-utf8.fix') };
  }
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return text.trimStart().startsWith('{') ? brokenJson(text) : brokenYaml(text);
  }
}

/** Without the mark some editors put first; null where it is other than UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function brokenJson(text: string): Parsed {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  const name = first === undefined ? '' : printParseErrorCode(first.error);
  const offset = first?.offset ?? 0;
  const why = text.slice(offset).trim() === '' ? 'json.ends' : (jsonFaults[name] ?? 'json.other');
  // What is missing is missing after what stands before.
  const before = text.slice(0, offset);
  const line = (name.endsWith('Expected') ? before.trimEnd() : before).split('\n').length;
  const problem = tellText('json', { why: tellText(why) });
  return { kind: 'broken', line, problem, fix: tellText(`${why}.fix`) };
}

type JsonFault = `json.${'name' | 'value' | 'colon' | 'comma' | 'quote' | 'escape' | 'comment'}`;

const jsonFaults: Readonly<Record<string, JsonFault>> = {
  PropertyNameExpected: 'json.name',
  ValueExpected: 'json.value',
  ColonExpected: 'json.colon',
  CommaExpected: 'json.comma',
  CloseBraceExpected: 'json.comma',
  CloseBracketExpected: 'json.comma',
  InvalidSymbol: 'json.value',
  UnexpectedEndOfString: 'json.quote',
  InvalidEscapeCharacter: 'json.escape',
  InvalidCharacter: 'json.escape',
  InvalidCommentToken: 'json.comment',
  UnexpectedEndOfComment: 'json.comment',
};

function brokenYaml(text: string): Parsed {
  const read = readYaml(text);
  const { why, line } = read.kind === 'broken' ? read : { why: 'yaml.other' as const, line: 1 };
  const problem = tellText('yaml', { why: tellText(why) });
  return { kind: 'broken', line, problem, fix: tellText(`${why}.fix`) };
}
