import type { ForeignFile } from '../foreign-file.ts';
import { decodeText } from './decode-text.ts';

const beforeRoot =
  /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?\s*>\s*)*/i;

/** The name of the outermost element of an XML file, without its prefix; null for what does not begin as XML. */
export function rootName({ head }: Pick<ForeignFile, 'head'>): string | null {
  const even = head.length % 2 === 0 ? head : head.subarray(0, -1);
  const { text } = decodeText(even);
  const start = text.replace(/^\uFEFF/, '').replace(beforeRoot, '');
  return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(start)?.[1] ?? null;
}
