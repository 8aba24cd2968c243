import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findWords } from '../reading/find-words.ts';
import { BookFault, ShownState } from '../reading/reader.ts';
import type { Chapter, Found, Reader, ReaderState } from '../reading/reader.ts';
import { outlineOf, pageOfTarget } from './outline.ts';
import { PdfPage } from './pdf-page.ts';
import type { PageFit } from './pdf-page.ts';

const fits: readonly PageFit[] = ['page', 'width', { widths: 1.6 }, { widths: 2.4 }];
/** How much of the room is scrolled at a time in a page larger than it. */
const scrolled = 0.85;

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
    place: { readonly at: string | null; readonly size: number | null },
  ): Promise<PdfReader> {
    const reader = new PdfReader(pdf, stage, await outlineOf(pdf));
    reader.#shown.change({ size: Math.min(fits.length - 1, place.size ?? 0) });
    const page = (await pageOfTarget(pdf, place.at ?? '')) ?? 0;
    await reader.#show(page, 'top').catch((error: unknown) => {
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
    if (!this.#scroll(1)) this.#turn(this.#page + 1, 'top');
  }

  previous(): void {
    if (!this.#scroll(-1)) this.#turn(this.#page - 1, 'bottom');
  }

  first(): void {
    this.#turn(0, 'top');
  }

  last(): void {
    this.#turn(this.#pdf.numPages - 1, 'top');
  }

  goTo(at: string): void {
    this.#then(async () => {
      const page = await pageOfTarget(this.#pdf, at);
      if (page !== null) await this.#show(page, 'top');
    });
  }

  resize(size: number): void {
    const kept = Math.min(fits.length - 1, Math.max(0, size));
    if (kept === this.state.size) return;
    this.#shown.change({ size: kept });
    this.#forget(() => false);
    this.#turn(this.#page, 'top');
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

  #turn(page: number, edge: 'top' | 'bottom'): void {
    this.#then(() => this.#show(page, edge));
  }

  /** One after the other; a page that can't be drawn leaves what is there. */
  #then(move: () => Promise<void>): void {
    this.#turning = this.#turning.then(move).catch(() => undefined);
  }

  /** @returns whether there was more of the page to be seen that way */
  #scroll(way: 1 | -1): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#stage;
    const left = way > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
    if (left < 2) return false;
    this.#stage.scrollTop += way * clientHeight * scrolled;
    return true;
  }

  async #show(page: number, edge: 'top' | 'bottom'): Promise<void> {
    const { numPages } = this.#pdf;
    if (page < 0 || page >= numPages) return;
    const sheet = await this.#draw(page);
    this.#stage.replaceChildren(sheet.element);
    this.#stage.scrollTop = edge === 'top' ? 0 : this.#stage.scrollHeight;
    this.#shown.change({
      position: {
        at: atPage(page),
        page,
        pages: numPages,
        fraction: (page + 1) / numPages,
        atStart: page === 0,
        atEnd: page === numPages - 1,
        chapter: '',
      },
    });
    this.#forget((drawn) => Math.abs(drawn - page) <= 1);
    // What comes next is drawn while this one is read.
    for (const near of [page + 1, page - 1]) {
      if (near >= 0 && near < numPages) void this.#draw(near).catch(() => undefined);
    }
  }

  async #draw(page: number): Promise<PdfPage> {
    const known = this.#sheets.get(page);
    if (known !== undefined) {
      await known.drawn;
      return known;
    }
    const { clientWidth: width, clientHeight: height } = this.#stage;
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
