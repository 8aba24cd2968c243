import type { EPUB, Target } from 'foliate-js/epub.js';
import { FixedLayout } from 'foliate-js/fixed-layout.js';
import { Paginator } from 'foliate-js/paginator.js';
import khmerFont from '@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff2?url';
import { chosenStyles, plainStyles } from './book-styles.ts';
import { sizePage } from './page-size.ts';

/** Sizes of plain text, px; a learner begins with the second ([KSK2]). */
const textSizes = [18, 22, 27, 34, 42] as const;
const firstTextSize = 1;
/** A page whose layout is fixed is seen whole, or as wide as its room. */
const fits = ['fit-page', 'fit-width'] as const;
/** A column holds about so many letters at whatever size. */
const columnLetters = 34;

/** Where the pages stand after a move. */
export interface Moved {
  /** Of the book's parts. */
  readonly index: number;
  /** Of the part: where the page begins, and how much of the part it is. */
  readonly fraction: number;
  readonly size: number;
  /** What is on the page; null where pages have a fixed layout. */
  readonly range: Range | null;
}

interface PagesEvents {
  moved(moved: Moved): void;
  /** A page of the book is there, and is shown next. */
  loaded(doc: Document, index: number): void;
}

/** The pages of a book in their element: in columns, or as they were laid out. */
export class BookPages {
  readonly #book: EPUB;
  readonly #shown: Paginator | FixedLayout;

  constructor(book: EPUB, stage: HTMLElement, events: PagesEvents) {
    this.#book = book;
    this.#shown = book.rendition.layout === 'pre-paginated' ? new FixedLayout() : new Paginator();
    const shown = this.#shown;
    shown.className = 'book__pages';
    shown.addEventListener('load', (event) => {
      const { doc, index } = detailOf(event);
      if (!isDocument(doc)) return;
      if (this.areFixed) sizePage(doc, book.rendition.viewport, stage.getBoundingClientRect());
      events.loaded(doc, numberOf(index));
    });
    shown.addEventListener('relocate', (event) => {
      const { index, fraction, size, range } = detailOf(event);
      events.moved({
        index: numberOf(index),
        fraction: numberOf(fraction),
        size: numberOf(size),
        range: isRange(range) ? range : null,
      });
    });
    shown.setAttribute('margin', '40px');
    shown.setAttribute('gap', '6%');
    shown.open(book);
    stage.append(shown);
  }

  /** Each part of the book is one page, as it was laid out. */
  get areFixed(): boolean {
    return this.#shown instanceof FixedLayout;
  }

  get sizes(): number {
    return this.#shown instanceof Paginator ? textSizes.length : fits.length;
  }

  get firstSize(): number {
    return this.#shown instanceof Paginator ? firstTextSize : 0;
  }

  resize(size: number): void {
    if (this.#shown instanceof FixedLayout) {
      return this.#shown.setAttribute('zoom', fits[size] ?? fits[0]);
    }
    const pixels = textSizes[size] ?? textSizes[firstTextSize];
    this.#shown.setAttribute('max-inline-size', `${pixels * columnLetters}px`);
    this.#shown.setStyles([plainStyles(look()), chosenStyles(pixels)]);
  }

  goTo(target: Target): Promise<void> {
    return this.#shown.goTo(target);
  }

  next(): Promise<void> {
    return this.#shown.next();
  }

  previous(): Promise<void> {
    return this.#shown.prev();
  }

  /** Whether a page is the first or last one that is read in order. */
  ends(index: number): { readonly atStart: boolean; readonly atEnd: boolean } {
    const shown = this.#shown;
    if (shown instanceof Paginator) return { atStart: shown.atStart, atEnd: shown.atEnd };
    const spreadOf = (at: number) => {
      const section = this.#book.sections.at(at);
      return section === undefined ? undefined : shown.getSpreadOf(section)?.index;
    };
    const here = spreadOf(index);
    return { atStart: here === spreadOf(0), atEnd: here === spreadOf(-1) };
  }

  /** The documents on the page now. */
  get documents(): readonly Document[] {
    return this.#shown.getContents().map(({ doc }) => doc);
  }
}

/** The colours of all screens, as a book is shown on; its font lies beside this page. */
function look() {
  const tokens = getComputedStyle(document.documentElement);
  return {
    khmer: new URL(khmerFont, window.location.href).href,
    ink: tokens.getPropertyValue('--ink'),
    accent: tokens.getPropertyValue('--turmeric-wash'),
  };
}

function detailOf(event: Event): Readonly<Record<string, unknown>> {
  const detail: unknown = event instanceof CustomEvent ? event.detail : null;
  return typeof detail === 'object' && detail !== null ? { ...detail } : {};
}

const numberOf = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;

/** Those of frames are of classes of their own. */
const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' &&
  value !== null &&
  'nodeType' in value &&
  value.nodeType === Node.DOCUMENT_NODE;
const isRange = (value: unknown): value is Range =>
  typeof value === 'object' && value !== null && 'startContainer' in value;
