import type { BookPlace } from '../reading/book-place.ts';
import { BookFault, ShownState } from '../reading/reader.ts';
import type { Found, Reader, ReaderState } from '../reading/reader.ts';
import { readLink, withoutHash } from './archive-link.ts';
import { readPlace, writePlace } from './archive-place.ts';
import type { ArchivePlace } from './archive-place.ts';
import { ArchiveAsker } from './ask-archive.ts';
import { chaptersIn, headingAt } from './headings.ts';
import { PageFrame } from './page-frame.ts';

/** Pages are made for who reads much: plain is larger here. */
const sizes = [1, 1.2, 1.5, 1.9, 2.4];
const plainSize = 1;
/** How much of the room is scrolled at a time. */
const scrolled = 0.85;
/** Pages one can go back to. */
const mostBefore = 50;

interface ArchiveParts {
  /** Address of the archive. */
  readonly entry: string;
  readonly stage: HTMLElement;
  /** What is said of a link to a page, or to a file, that can't be shown. */
  readonly words: { readonly absent: string; readonly unshown: string };
}

/** A ZIM archive: one page at a time, looked at by scrolling; search, links and the way back lead to others. */
export class ZimReader implements Reader {
  readonly #parts: ArchiveParts;
  readonly #asker: ArchiveAsker;
  readonly #frame: PageFrame;
  readonly #shown: ShownState<ReaderState>;
  #page: { readonly inner: string; readonly number: number } | null = null;
  #before: ArchivePlace[] = [];
  #main: string | null = null;
  /** Found when a page was gone to last. */
  #damage: string | null = null;

  private constructor(parts: ArchiveParts) {
    this.#parts = parts;
    this.#asker = new ArchiveAsker(parts.entry);
    this.#shown = new ShownState<ReaderState>({
      position: null,
      chapters: [],
      size: plainSize,
      sizes: sizes.length,
      voice: 'none',
      playing: false,
      note: null,
      outside: false,
      rightToLeft: false,
      scrolled: true,
      hasBefore: false,
    });
    this.#frame = new PageFrame(parts.stage, {
      moved: () => this.#tellPosition(),
      touched: (href, page) => this.#touch(href, page),
      went: (address) => void this.#wentItself(address),
    });
  }

  /**
   * Opens it where its reader was, or at its first page.
   * @throws BookFault where it is not there, damaged, or has no page to begin with
   */
  static async open(parts: ArchiveParts, place: BookPlace): Promise<ZimReader> {
    const reader = new ZimReader(parts);
    reader.#main = await reader.#asker.main();
    const size = Math.min(sizes.length - 1, place.size ?? plainSize);
    reader.#shown.change({ size });
    reader.#frame.zoom(sizes[size] ?? 1);
    const wasThere = readPlace(place.at);
    if (wasThere !== null && (await reader.#go(wasThere))) return reader;
    if (reader.#main !== null && (await reader.#go({ inner: reader.#main, down: 0 })))
      return reader;
    throw new BookFault('unplayable', reader.#whyNotBegun());
  }

  #whyNotBegun(): string {
    if (this.#main === null) return 'the ZIM archive names no first page';
    return this.#damage ?? `the ZIM archive has no ${this.#main}, which it begins with`;
  }

  get state(): ReaderState {
    return this.#shown.now;
  }

  subscribe(listener: () => void): () => void {
    return this.#shown.subscribe(listener);
  }

  next(): void {
    this.#frame.scrollBy(scrolled);
  }

  previous(): void {
    this.#frame.scrollBy(-scrolled);
  }

  first(): void {
    this.#frame.scrollTo(0);
  }

  last(): void {
    this.#frame.scrollTo(1);
  }

  home(): void {
    if (this.#main !== null) void this.#follow({ inner: this.#main, down: 0 });
  }

  back(): void {
    const before = this.#before.pop();
    this.#shown.change({ hasBefore: this.#before.length > 0 });
    if (before !== undefined) void this.#go(before);
  }

  goTo(at: string): void {
    const { page } = this.#frame;
    const heading = page === null ? null : headingAt(at, page);
    const place = readPlace(at);
    if (heading !== null) heading.scrollIntoView();
    else if (place !== null) void this.#follow(place);
  }

  resize(size: number): void {
    const kept = Math.min(sizes.length - 1, Math.max(0, size));
    this.#shown.change({ size: kept });
    this.#frame.zoom(sizes[kept] ?? 1);
    this.#tellPosition();
  }

  toggleVoice(): void {
    // What a page has to say, it says itself.
  }

  closeNote(): void {
    this.#shown.change({ note: null, outside: false });
  }

  async *find(words: string, stop: AbortSignal): AsyncGenerator<Found> {
    for (const { at, title, lead } of await this.#asker.find(words, stop)) {
      const place = writePlace({ inner: at, down: 0 });
      yield { at: place, page: null, title, before: '', words: '', after: lead };
    }
  }

  /** Goes on to a page, from which one can come back to this. */
  async #follow(place: ArchivePlace): Promise<void> {
    const before = this.#place;
    if ((await this.#go(place)) && before !== null) this.#remember(before);
  }

  #remember(place: ArchivePlace): void {
    this.#before = [...this.#before, place].slice(-mostBefore);
    this.#shown.change({ hasBefore: true });
  }

  /** @returns whether the page is there; else it is said that it is not */
  async #go({ inner, down }: ArchivePlace): Promise<boolean> {
    const there = await this.#asker.look(inner);
    if (there.kind !== 'page') {
      if (there.kind === 'damaged') this.#damage = there.why;
      const word = there.kind === 'unshown' ? 'unshown' : 'absent';
      this.#shown.change({ note: this.#parts.words[word], outside: false });
      return false;
    }
    this.#page = there;
    await this.#frame.show(`${this.#parts.entry}/${there.inner}`, down);
    this.#arrived();
    return true;
  }

  #touch(href: string, page: string): boolean {
    const link = readLink(href, page, this.#parts.entry);
    if (link.kind === 'own') return false;
    if (link.kind === 'outside') this.#shown.change({ outside: true, note: null });
    else void this.#follow({ inner: link.inner, down: 0 });
    return true;
  }

  /** A page's own script led to another one. */
  async #wentItself(address: string): Promise<void> {
    const link = readLink(withoutHash(address), 'about:blank', this.#parts.entry);
    if (link.kind !== 'page') return;
    const before = this.#place;
    const there = await this.#asker.look(link.inner);
    if (there.kind !== 'page') return;
    if (before !== null && before.inner !== there.inner) this.#remember(before);
    this.#page = there;
    this.#arrived();
  }

  #arrived(): void {
    const { page } = this.#frame;
    this.#shown.change({
      chapters: page === null ? [] : chaptersIn(page),
      note: null,
      outside: false,
    });
    this.#tellPosition();
  }

  get #place(): ArchivePlace | null {
    const { position } = this.state;
    return readPlace(position?.at ?? null);
  }

  #tellPosition(): void {
    if (this.#page === null) return;
    const { down, shown, title, atStart, atEnd } = this.#frame.where();
    const inner = withoutHash(this.#page.inner);
    this.#shown.change({
      position: {
        at: writePlace({ inner, down }),
        page: this.#page.number,
        pages: 1,
        fraction: shown,
        atStart,
        atEnd,
        chapter: title,
      },
    });
  }
}
