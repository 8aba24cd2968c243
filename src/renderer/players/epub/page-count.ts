import type { Section } from 'foliate-js/epub.js';
import { SectionProgress } from 'foliate-js/progress.js';

/** Bytes that fill about a page, by which the pages of a book are counted whatever the size of its text. */
const bytesPerPage = 1500;

/** What a part of a book says of itself. */
type Part = Pick<Section, 'size' | 'linear'>;

/** Where one is in a book. */
export interface PageOfBook {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** How much of the book is read with it. */
  readonly fraction: number;
}

/** Where in a part a page begins, and how much of the part it is. */
interface Within {
  readonly fraction: number;
  readonly size: number;
}

/**
 * Which page of a book one is at, the same whatever the size of its letters: each part is one where parts
 * were laid out, or are a picture or a few lines each; else so many bytes are one ([PCE7]).
 */
export class PageCount {
  readonly #progress: SectionProgress;
  /** Parts read in order, by their places among all. */
  readonly #inOrder: readonly number[];
  readonly #arePages: boolean;

  /** @param fixed whether each part is a page as it was laid out */
  constructor(parts: readonly Part[], fixed: boolean) {
    this.#progress = new SectionProgress(parts, bytesPerPage, bytesPerPage);
    const inOrder = parts.flatMap((part, index) => (part.linear === 'no' ? [] : [index]));
    const isShort = (index: number) => (parts[index]?.size ?? bytesPerPage) < bytesPerPage;
    this.#inOrder = fixed ? parts.map((_, index) => index) : inOrder;
    this.#arePages = fixed || (inOrder.length > 1 && inOrder.every(isShort));
  }

  at(index: number, { fraction, size }: Within, atEnd: boolean): PageOfBook {
    const { location, fraction: read } = this.#progress.getProgress(index, fraction, size);
    const pages = this.#arePages
      ? this.#inOrder.length
      : Math.max(location.total, location.current + 1);
    if (atEnd) return { page: pages - 1, pages, fraction: 1 };
    if (!this.#arePages) return { page: location.current, pages, fraction: read };
    const page = Math.max(0, this.#inOrder.filter((each) => each <= index).length - 1);
    return { page, pages, fraction: (page + 1) / pages };
  }
}
