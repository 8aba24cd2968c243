import { fromRange, isCFI, joinIndir } from 'foliate-js/epubcfi.js';
import type { EPUB, OverlayItem, Target } from 'foliate-js/epub.js';
import { TOCProgress } from 'foliate-js/progress.js';
import { ShownState } from '../reading/reader.ts';
import type { Found, Reader, ReaderState } from '../reading/reader.ts';
import { BookPages } from './book-pages.ts';
import type { Moved } from './book-pages.ts';
import { chaptersOf } from './contents.ts';
import { findInBook } from './find-in-book.ts';
import { linkAt, noteAt } from './links.ts';
import { Narration } from './narration.ts';
import { PageCount } from './page-count.ts';
import { readyPage } from './ready-page.ts';

/** A book in EPUB, open on a stage. */
export class EpubReader implements Reader {
  readonly #book: EPUB;
  readonly #pages: BookPages;
  readonly #shown: ShownState<ReaderState>;
  readonly #count: PageCount;
  readonly #titles: TOCProgress;
  readonly #narration: Narration | null;
  #moved: Moved | null = null;
  #turning: Promise<void> = Promise.resolve();

  private constructor(book: EPUB, stage: HTMLElement, titles: TOCProgress) {
    this.#book = book;
    this.#titles = titles;
    this.#pages = new BookPages(book, stage, {
      moved: (moved) => this.#onMoved(moved),
      loaded: (doc, index) => this.#onLoaded(doc, index),
    });
    this.#count = new PageCount(book.sections, this.#pages.areFixed);
    const isRead = book.sections.some(({ mediaOverlay }) => mediaOverlay !== null);
    this.#narration = isRead
      ? new Narration(book, {
          heard: (heard) => this.#shown.change({ voice: heard ? 'heard' : 'silent' }),
          show: (target) => this.#show(target),
        })
      : null;
    this.#shown = new ShownState<ReaderState>({
      position: null,
      chapters: chaptersOf(book),
      size: this.#pages.firstSize,
      sizes: this.#pages.sizes,
      voice: isRead ? 'silent' : 'none',
      playing: false,
      note: null,
      outside: false,
      rightToLeft: book.dir === 'rtl',
      scrolled: false,
      hasBefore: false,
    });
  }

  /** @param place where to go on; null at the beginning */
  static async open(
    book: EPUB,
    stage: HTMLElement,
    place: { readonly at: string | null; readonly size: number | null },
  ): Promise<EpubReader> {
    const titles = new TOCProgress();
    await titles.init({
      toc: book.toc ?? [],
      ids: book.sections.map(({ id }) => id),
      splitHref: (href) => book.splitTOCHref(href),
      getFragment: (doc, id) => book.getTOCFragment(doc, id),
    });
    const reader = new EpubReader(book, stage, titles);
    reader.resize(place.size ?? reader.state.size);
    await reader.#pages.goTo(
      (place.at === null ? null : reader.#targetOf(place.at)) ?? reader.#start,
    );
    return reader;
  }

  get state(): ReaderState {
    return this.#shown.now;
  }

  subscribe(listener: () => void): () => void {
    return this.#shown.subscribe(listener);
  }

  next(): void {
    this.#turn(() => this.#pages.next());
  }

  previous(): void {
    this.#turn(() => this.#pages.previous());
  }

  first(): void {
    this.#turn(() => this.#pages.goTo(this.#start));
  }

  last(): void {
    const index = this.#book.sections.findLastIndex(({ linear }) => linear !== 'no');
    this.#turn(() => this.#pages.goTo({ index, anchor: () => 1 }));
  }

  goTo(at: string): void {
    const target = this.#targetOf(at);
    if (target !== null) this.#turn(() => this.#pages.goTo(target));
  }

  resize(size: number): void {
    const kept = Math.min(this.state.sizes - 1, Math.max(0, size));
    this.#pages.resize(kept);
    this.#shown.change({ size: kept });
  }

  toggleVoice(): void {
    const shown = this.#moved;
    this.#narration?.toggle(shown?.index ?? 0, (item) => this.#isShown(item, shown));
  }

  home(): void {
    this.first();
  }

  back(): void {
    // Pages of a book follow each other.
  }

  closeNote(): void {
    this.#shown.change({ note: null, outside: false });
  }

  find(words: string, stop: AbortSignal): AsyncIterable<Found> {
    return findInBook(this.#book, words, stop);
  }

  get #start(): Target {
    return {
      index: Math.max(
        0,
        this.#book.sections.findIndex(({ linear }) => linear !== 'no'),
      ),
    };
  }

  /** One move after the other; a part that can't be shown leaves the page as it was. */
  #turn(move: () => Promise<void>): void {
    this.#narration?.stop();
    this.closeNote();
    this.#turning = this.#turning.then(move).catch(() => undefined);
  }

  #targetOf(at: string): Target | null {
    try {
      const target = isCFI.test(at) ? this.#book.resolveCFI(at) : this.#book.resolveHref(at);
      return target !== null && this.#book.sections[target.index] !== undefined ? target : null;
    } catch {
      return null;
    }
  }

  #onMoved(moved: Moved): void {
    const { index, fraction, size, range } = moved;
    const section = this.#book.sections[index];
    if (section === undefined) return;
    this.#moved = moved;
    const ends = this.#pages.ends(index);
    this.#shown.change({
      position: {
        at: range === null ? section.cfi : joinIndir(section.cfi, fromRange(range)),
        ...this.#count.at(index, { fraction, size }, ends.atEnd),
        ...ends,
        chapter: this.#titles.getProgress(index, range)?.label?.trim() ?? '',
      },
    });
  }

  #onLoaded(doc: Document, index: number): void {
    const section = this.#book.sections[index];
    if (section === undefined) return;
    this.#shown.change({ playing: false });
    readyPage(doc, this.#book, {
      plays: (playing) => this.#shown.change({ playing }),
      touched: (event) => {
        const link = linkAt(event.target, section, this.#book);
        if (link === null) return;
        event.preventDefault();
        if (link.kind === 'outside') return this.#shown.change({ outside: true });
        if (link.kind === 'place') return this.goTo(link.href);
        void this.#showNote(link.href);
      },
    });
  }

  async #showNote(href: string): Promise<void> {
    const note = await noteAt(href, this.#book).catch(() => null);
    if (note === null) this.goTo(href);
    else this.#shown.change({ note });
  }

  async #show(target: Target): Promise<Element | null> {
    await this.#pages.goTo(target);
    for (const doc of this.#pages.documents) {
      const found = target.anchor?.(doc);
      if (typeof found === 'object' && found !== null && 'classList' in found) return found;
    }
    return null;
  }

  /** Whether a piece that is read out stands on the page, or after it. */
  #isShown({ text }: OverlayItem, moved: Moved | null): boolean {
    const range = moved?.range ?? null;
    const found = this.#book.resolveHref(text)?.anchor;
    const [doc] = this.#pages.documents;
    const element = doc === undefined ? null : found?.(doc);
    if (range === null || typeof element !== 'object' || element === null) return true;
    return 'classList' in element && range.comparePoint(element, 0) >= 0;
  }
}
