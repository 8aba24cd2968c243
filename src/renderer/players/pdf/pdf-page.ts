import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type {
  PDFDocumentProxy,
  PDFPageProxy,
  PageViewport,
  RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findWords } from '../reading/find-words.ts';

/** The most a page is drawn with, pixels: a canvas of them takes 48 MB. */
const mostPixels = 12 * 1024 * 1024;

/** How large a page is to be: CSS pixels for each of its points, or as it fits. */
export type PageFit = 'page' | 'width' | { readonly widths: number };

/** What a page larger than its room is moved with takes of the width, CSS pixels. */
const scrollbar = 40;

interface Room {
  readonly width: number;
  readonly height: number;
}

/** One page, drawn, with its text to be chosen and found over it. */
export class PdfPage {
  readonly element = document.createElement('div');
  readonly #text = document.createElement('div');
  #page: PDFPageProxy | null = null;
  #drawing: RenderTask | null = null;
  #closed = false;

  /** Done when it can be seen; its text may come after. */
  readonly drawn: Promise<void>;
  #words = '';

  /** @param number from 0 */
  constructor(pdf: PDFDocumentProxy, number: number, fit: PageFit, room: Room) {
    this.element.className = 'sheet';
    this.#text.className = 'textLayer';
    this.drawn = this.#draw(pdf, number, fit, room);
  }

  async #draw(pdf: PDFDocumentProxy, number: number, fit: PageFit, room: Room): Promise<void> {
    const page = await pdf.getPage(number + 1);
    if (this.#closed) return;
    this.#page = page;
    const plain = page.getViewport({ scale: 1 });
    const scale = scaleFor(plain, fit, room);
    const viewport = page.getViewport({ scale });
    const { width, height } = viewport;
    const fine = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * fine);
    canvas.height = Math.floor(height * fine);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    this.element.style.width = `${width}px`;
    this.element.style.height = `${height}px`;
    this.element.style.setProperty('--total-scale-factor', String(scale));
    this.element.replaceChildren(canvas, this.#text);
    this.#drawing = page.render({
      canvas,
      viewport,
      ...(fine === 1 ? {} : { transform: [fine, 0, 0, fine, 0, 0] }),
      annotationMode: 1,
    });
    await this.#drawing.promise;
    // Whoever reads need not wait for what is chosen or found.
    void this.#layText(page, viewport).catch(() => undefined);
  }

  async #layText(page: PDFPageProxy, viewport: PageViewport): Promise<void> {
    if (this.#closed) return;
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: this.#text,
      viewport,
    });
    await layer.render();
    this.mark(this.#words);
  }

  /** Marks words wherever they stand; none where empty. */
  mark(words: string): void {
    this.#words = words;
    const spans = [...this.#text.querySelectorAll('span')].filter(
      (span) => span.firstElementChild === null,
    );
    const texts = spans.map((span) => span.textContent ?? '');
    const found = findWords(texts.join(''), words);
    let at = 0;
    for (const [index, span] of spans.entries()) {
      const end = at + (texts[index]?.length ?? 0);
      const isFound = found.some(({ from, to }) => from < end && to > at);
      span.classList.toggle('sheet__found', isFound);
      at = end;
    }
  }

  close(): void {
    this.#closed = true;
    this.#drawing?.cancel();
    this.#page?.cleanup();
    const canvas = this.element.querySelector('canvas');
    // Frees the memory of its pixels now, not when it is next tidied.
    if (canvas !== null) canvas.width = 0;
    this.element.remove();
  }
}

function scaleFor(plain: Room, fit: PageFit, room: Room): number {
  const wide = (room.width - scrollbar) / plain.width;
  if (fit === 'width') return wide;
  if (fit === 'page') return Math.min(wide, room.height / plain.height);
  return wide * fit.widths;
}
