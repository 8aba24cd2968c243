import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findWords } from '../reading/find-words.ts';
import type { BookPlace } from '../reading/book-place.ts';
import { BookFault, ShownState } from '../reading/reader.ts';
import type { Chapter, Found, Reader, ReaderState } from '../reading/reader.ts';
import { outlineOf, pageOfTarget } from './outline.ts';
import { PdfPage } from './pdf-page.ts';
import type { PageFit } from './pdf-page.ts';

const fits: readonly PageFit[] = ['page', 'width', { widths: 1.6 }, { widths: 2.4 }];
/** How much of the room is scrolled at a time in a page larger than it. */
const scrolled = 0.85;

/** Nearer to a border than this is at it, CSS pixels: what is scrolled is rounded. */
const atBorderPx = 2;

/** Where in a page its reader looks: how much of it lies above, 0 to 1, or its end. */
type Spot = number | 'end';
const top = 0;

/** A book in PDF, shown page by page; only the pages next to the one shown are kept drawn. */
export class PdfReader implements Reader {
  readonly #pdf: PDFDocumentProxy;
  readonly #stage: HTMLElement;
  readonly #shown: ShownState<ReaderState>;
  #sheets = new Map<number, PdfPage>();
  #words = '';
  #turning: Promise<void> = Promise.resolve();

  private constructor(pdf: PDFDocumentProxy, stage: HTMLElement, chapters: readonly Chapter[]) {
    this.#pdf = pdf;
    this.#stage = stage;
    this.#shown = new ShownState<ReaderState>({
      position: null,
      chapters,
      size: 0,
      sizes: fits.length,
      voice: 'none',
      playing: false,
      note: null,
      outside: false,
      rightToLeft: false,
      scrolled: false,
      hasBefore: false,
    });
  }

  /**
   * @param place where to go on
   * @throws BookFault where its first page can't be drawn
   */
  static async open(
    pdf: PDFDocumentProxy,
    stage: HTMLElement,
    place: Pick<BookPlace, 'at' | 'size' | 'down'>,
  ): Promise<PdfReader> {
    const reader = new PdfReader(pdf, stage, await outlineOf(pdf));
    reader.#shown.change({ size: Math.min(fits.length - 1, place.size ?? 0) });
    const page = (await pageOfTarget(pdf, place.at ?? '')) ?? 0;
    stage.addEventListener('scroll', () => reader.#scrolled());
    await reader.#show(page, place.down).catch((error: unknown) => {
      throw new BookFault('unplayable', `PDF, page ${page + 1}: ${String(error)}`);
    });
    return reader;
  }

  get state(): ReaderState {
    return this.#shown.now;
  }

  subscribe(listener: () => void): () => void {
    return this.#shown.subscribe(listener);
  }

  next(): void {
    if (!this.#scroll(1)) this.#turn(this.#page + 1, top);
  }

  previous(): void {
    if (!this.#scroll(-1)) this.#turn(this.#page - 1, 'end');
  }

  first(): void {
    this.#turn(0, top);
  }

  last(): void {
    this.#turn(this.#pdf.numPages - 1, 'end');
  }

  goTo(at: string): void {
    this.#then(async () => {
      const page = await pageOfTarget(this.#pdf, at);
      if (page !== null) await this.#show(page, top);
    });
  }

  resize(size: number): void {
    const kept = Math.min(fits.length - 1, Math.max(0, size));
    if (kept === this.state.size) return;
    const down = this.state.position?.down ?? top;
    this.#shown.change({ size: kept });
    this.#forget(() => false);
    // What was read is at the top again, in its new size.
    this.#turn(this.#page, down);
  }

  toggleVoice(): void {
    // A PDF has no voice.
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

  /** Looks through the pages one by one, from the first; what is found is marked where it stands. */
  async *find(words: string, stop: AbortSignal): AsyncGenerator<Found> {
    this.#words = words;
    for (const sheet of this.#sheets.values()) sheet.mark(words);
    for (let page = 0; page < this.#pdf.numPages && !stop.aborted; page += 1) {
      const proxy = await this.#pdf.getPage(page + 1);
      const { items } = await proxy.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      for (const found of findWords(text, words)) {
        const { before, words: shown, after } = found;
        yield { title: null, before, words: shown, after, page, at: atPage(page) };
      }
      if (!this.#sheets.has(page)) proxy.cleanup();
    }
  }

  get #page(): number {
    return this.state.position?.page ?? 0;
  }

  #turn(page: number, spot: Spot): void {
    this.#then(() => this.#show(page, spot));
  }

  /** One after the other; a page that can't be drawn leaves what is there. */
  #then(move: () => Promise<void>): void {
    this.#turning = this.#turning.then(move).catch(() => undefined);
  }

  /** @returns whether there was more of the page to be seen that way */
  #scroll(way: 1 | -1): boolean {
    const { above, below } = this.#room();
    if ((way > 0 ? below : above) < atBorderPx) return false;
    this.#stage.scrollTop += way * this.#stage.clientHeight * scrolled;
    return true;
  }

  /** What of the page lies above and below what is seen, CSS pixels. */
  #room(): { readonly above: number; readonly below: number; readonly whole: number } {
    const { scrollTop, scrollHeight, clientHeight } = this.#stage;
    return {
      above: scrollTop,
      below: Math.max(0, scrollHeight - clientHeight - scrollTop),
      whole: scrollHeight,
    };
  }

  async #show(page: number, spot: Spot): Promise<void> {
    const { numPages } = this.#pdf;
    if (page < 0 || page >= numPages) return;
    const sheet = await this.#draw(page);
    this.#stage.replaceChildren(sheet.element);
    this.#stage.scrollTop = this.#stage.scrollHeight * (spot === 'end' ? 1 : spot);
    this.#look(page);
    this.#forget((drawn) => Math.abs(drawn - page) <= 1);
    // What comes next is drawn while this one is read.
    for (const near of [page + 1, page - 1]) {
      if (near >= 0 && near < numPages) void this.#draw(near).catch(() => undefined);
    }
  }

  /** An empty stage, between two sizes of a page, is scrolled to nowhere. */
  #scrolled(): void {
    if (this.#stage.firstElementChild !== null) this.#look();
  }

  /** Where its reader is, on a page just turned to or after scrolling in it. */
  #look(page = this.#page): void {
    const { numPages } = this.#pdf;
    const { above, below, whole } = this.#room();
    this.#shown.change({
      position: {
        at: atPage(page),
        page,
        pages: numPages,
        fraction: (page + 1 - below / whole) / numPages,
        atStart: page === 0 && above < atBorderPx,
        atEnd: page === numPages - 1 && below < atBorderPx,
        chapter: '',
        down: above < atBorderPx ? top : Math.round((above / whole) * 1000) / 1000,
      },
    });
  }

  async #draw(page: number): Promise<PdfPage> {
    const known = this.#sheets.get(page);
    if (known !== undefined) {
      await known.drawn;
      return known;
    }
    // With the bars that it is moved with, there or not: a page is as large whenever it is opened.
    const { offsetWidth: width, offsetHeight: height } = this.#stage;
    const fit = fits[this.state.size] ?? 'page';
    const sheet = new PdfPage(this.#pdf, page, fit, { width, height });
    this.#sheets.set(page, sheet);
    await sheet.drawn;
    sheet.mark(this.#words);
    return sheet;
  }

  #forget(isKept: (page: number) => boolean): void {
    for (const [page, sheet] of this.#sheets) {
      if (isKept(page)) continue;
      this.#sheets.delete(page);
      sheet.close();
    }
  }
}

const atPage = (page: number) => `page:${page + 1}`;
