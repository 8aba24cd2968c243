import { isAlias, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';

/** What a text in YAML says, or where it stops being YAML that can be read. */
export type ReadYaml =
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly why: YamlFault; readonly line: number };

export type YamlFault = `yaml.${
  | 'tab'
  | 'indent'
  | 'closing'
  | 'colon'
  | 'comma'
  | 'after'
  | 'twice'
  | 'sign'
  | 'escape'
  | 'documents'
  | 'other'}`;

/** Reads YAML strictly: a text that begins with a sign of YAML's own is a mistake, not a tag or a reference to nothing. */
export function readYaml(text: string): ReadYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [first, second] = [...document.errors, ...document.warnings];
  if (first !== undefined) {
    const { line } = lines.linePos(first.pos[0]);
    // The line after it is set in further, as if it belonged to a text.
    const isDeeper =
      first.code === 'BLOCK_AS_IMPLICIT_KEY' && second?.code === 'MULTILINE_IMPLICIT_KEY';
    return isDeeper
      ? { kind: 'broken', why: 'yaml.indent', line: line + 1 }
      : { kind: 'broken', why: faultOf(first), line };
  }
  const stray = strayAlias(document);
  return stray === null
    ? { kind: 'read', value: document.toJS() }
    : { kind: 'broken', why: 'yaml.sign', line: lines.linePos(stray).line };
}

/** Where a reference to nothing stands: a text that begins with `*`. */
function strayAlias(document: Document): number | null {
  let found: number | null = null;
  visit(document, {
    Alias: (_, node) => {
      if (!isAlias(node) || node.resolve(document) !== undefined) return undefined;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** Where YAML has one code for several faults, its sentence tells them apart. */
function faultOf({ code, message }: YAMLError): YamlFault {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'yaml.tab';
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? 'yaml.closing' : 'yaml.indent';
    case 'MISSING_CHAR':
      if (message.startsWith('Sequence item')) return 'yaml.indent';
      return message.includes(',') ? 'yaml.comma' : 'yaml.closing';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'KEY_OVER_1024_CHARS':
      return 'yaml.colon';
    case 'BLOCK_IN_FLOW':
      return 'yaml.comma';
    case 'UNEXPECTED_TOKEN':
      return 'yaml.after';
    case 'DUPLICATE_KEY':
      return 'yaml.twice';
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
      return 'yaml.sign';
    case 'BAD_DQ_ESCAPE':
      return 'yaml.escape';
    case 'MULTIPLE_DOCS':
      return 'yaml.documents';
    default:
      return 'yaml.other';
  }
}
