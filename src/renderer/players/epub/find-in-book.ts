import { fromRange, joinIndir } from 'foliate-js/epubcfi.js';
import type { EPUB } from 'foliate-js/epub.js';
import { findWords } from '../reading/find-words.ts';
import type { Found } from '../reading/reader.ts';

/** Looks through the parts of a book one by one. A part that can't be read holds nothing. */
export async function* findInBook(
  book: EPUB,
  words: string,
  stop: AbortSignal,
): AsyncGenerator<Found> {
  for (const section of book.sections) {
    if (stop.aborted) return;
    const doc = await section.createDocument().catch(() => null);
    if (doc?.body === undefined || doc.body === null) continue;
    const nodes = textNodes(doc);
    for (const found of findWords(nodes.map(({ data }) => data).join(''), words)) {
      const at = joinIndir(section.cfi, fromRange(rangeOf(doc, nodes, found.from)));
      const { before, after } = found;
      yield { at, page: null, title: null, before, words: found.words, after };
    }
  }
}

function textNodes(doc: Document): readonly Text[] {
  const walker = doc.createTreeWalker(doc.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push(node);
  }
  return nodes;
}

/** The place of one sign of all the texts, as a range. */
function rangeOf(doc: Document, nodes: readonly Text[], from: number): Range {
  const range = doc.createRange();
  let left = from;
  for (const node of nodes) {
    if (left < node.length) {
      range.setStart(node, left);
      range.setEnd(node, Math.min(node.length, left + 1));
      return range;
    }
    left -= node.length;
  }
  range.selectNodeContents(doc.body);
  return range;
}
