import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import { isAlias, isCollection, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document, YAMLMap } from 'yaml';
import type { Language } from '../../shared/ids.ts';

/** A recording, and the phrase it belongs to. */
export interface NamedRecording {
  /** The phrase's place in its file: `activities[0].items[3].prompt`. */
  readonly at: string;
  readonly language: Language;
  /** The recording's path, from the pack's folder. */
  readonly path: string;
}

/**
 * A lesson's text with the path of a recording written into its phrase ([AUT4]). All else stays as its author
 * wrote it, sign by sign: comments, empty lines, how far lines are set in, and how they end.
 */
export function nameRecording(
  text: string,
  format: 'json' | 'yaml',
  recording: NamedRecording,
): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const plain = text.slice(mark.length);
  return mark + (format === 'json' ? inJson(plain, recording) : inYaml(plain, recording));
}

function inJson(text: string, { at, language, path }: NamedRecording): string {
  const steps = stepsOf(at);
  const tree = parseTree(text);
  const phrase = tree === undefined ? undefined : findNodeAtLocation(tree, steps);
  const written = text.slice(phrase?.offset, (phrase?.offset ?? 0) + (phrase?.length ?? 0));
  const last = phrase?.children?.at(-1);
  const isNew = tree !== undefined && findNodeAtLocation(tree, [...steps, 'audio']) === undefined;
  if (isNew && last !== undefined && !written.includes('\n')) {
    const end = last.offset + last.length;
    return `${text.slice(0, end)}, "audio": { "${language}": "${path}" }${text.slice(end)}`;
  }
  const formattingOptions = written.includes('\n') ? formatOf(text) : undefined;
  const options = formattingOptions === undefined ? {} : { formattingOptions };
  return applyEdits(text, modify(text, [...steps, 'audio', language], path, options));
}

/** How far lines are set in, and how they end. */
function formatOf(text: string) {
  const [, indent = '  '] = /\n([ \t]+)\S/u.exec(text) ?? [];
  const insertSpaces = !indent.startsWith('\t');
  return { eol: lineEnd(text), insertSpaces, tabSize: insertSpaces ? indent.length : 1 };
}

function inYaml(text: string, { at, language, path }: NamedRecording): string {
  const document = parseDocument(text);
  const edited = edit(text, document, { at, language, path });
  const phrase = mapAt(document, document.getIn(stepsOf(at), true));
  if (phrase === null) document.setIn([...stepsOf(at), 'audio', language], path);
  else phrase.setIn(['audio', language], path);
  // A way of writing that is not known here is given up for the writer's own.
  return edited !== null && saysTheSame(edited, document.toJS())
    ? edited
    : document.toString({ lineWidth: 0 });
}

function saysTheSame(text: string, wanted: unknown): boolean {
  const read = parseDocument(text);
  return read.errors.length === 0 && JSON.stringify(read.toJS()) === JSON.stringify(wanted);
}

/** The one change to the text; null where the phrase is written in a way that has no place for it. */
function edit(text: string, document: Document, recording: NamedRecording): string | null {
  const phrase = mapAt(document, document.getIn(stepsOf(recording.at), true));
  if (phrase === null) return null;
  const { language, path } = recording;
  const audio = phrase.get('audio', true);
  if (audio === undefined) return put(text, phrase, `audio: { ${language}: ${path} }`);
  const recorded = mapAt(document, audio);
  if (recorded === null) return null;
  const given = recorded.get(language, true);
  if (given === undefined) return put(text, recorded, `${language}: ${path}`);
  const range = isScalar(given) ? given.range : null;
  return range === null || range === undefined
    ? null
    : text.slice(0, range[0]) + path + text.slice(range[1]);
}

/** A phrase may be written once, and named where it stands again. */
function mapAt(document: Document, node: unknown): YAMLMap | null {
  const here = isAlias(node) ? node.resolve(document) : node;
  return isMap(here) ? here : null;
}

/** Puts a member behind the last one of a map, written as its map is. */
function put(text: string, map: YAMLMap, member: string): string | null {
  const last = map.items.at(-1);
  const end = endOf(last);
  const start = isNode(last?.key) ? last.key.range?.[0] : undefined;
  if (end === null || start === undefined) return null;
  if (map.flow === true) return `${text.slice(0, end)}, ${member}${text.slice(end)}`;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // In a list the first member stands behind the list's sign.
  const indent = line.replaceAll(/[^ ]/gu, ' ');
  const eol = lineEnd(text);
  if (text[end - 1] === '\n')
    return `${text.slice(0, end)}${indent}${member}${eol}${text.slice(end)}`;
  // A comment behind the last member stays with it.
  const stop = text.indexOf('\n', end);
  if (stop === -1) return `${text}${eol}${indent}${member}${eol}`;
  return `${text.slice(0, stop + 1)}${indent}${member}${eol}${text.slice(stop + 1)}`;
}

/** Where a member or entry ends, without what is between it and the next. */
function endOf(part: unknown): number | null {
  if (isPair(part)) return endOf(part.value ?? part.key);
  // Over several lines, it ends where the last thing in it does.
  if (isCollection(part) && part.flow !== true) return endOf(part.items.at(-1));
  return isNode(part) ? (part.range?.[1] ?? null) : null;
}

const lineEnd = (text: string) => (text.includes('\r\n') ? '\r\n' : '\n');

const stepsOf = (at: string): (string | number)[] =>
  at
    .split(/[.[\]]/u)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
