import type { EPUB, MediaOverlay, OverlayItem, Target } from 'foliate-js/epub.js';

/** How long it may be silent between two parts before it counts as over, ms. */
const silentForMs = 3_000;
const heardClass = 'rean-heard';

interface NarrationEvents {
  /** It is read out now, or no more. */
  heard(heard: boolean): void;
  /** Brings what is read out into view; gives its element. */
  show(target: Target): Promise<Element | null>;
}

/** A book that is read aloud (EPUB media overlays), each piece marked while it is heard. */
export class Narration {
  readonly #book: EPUB;
  readonly #overlay: MediaOverlay;
  readonly #events: NarrationEvents;
  #heard = false;
  #begun = false;
  #marked: Element | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(book: EPUB, events: NarrationEvents) {
    this.#book = book;
    this.#events = events;
    this.#overlay = book.getMediaOverlay();
    this.#overlay.addEventListener('highlight', (event) => void this.#mark(event));
    this.#overlay.addEventListener('unhighlight', () => this.#unmark());
    this.#overlay.addEventListener('error', () => this.stop());
  }

  /**
   * @param from the part to begin in
   * @param isShown whether a piece is on the page now, or after it
   */
  toggle(from: number, isShown: (item: OverlayItem) => boolean): void {
    if (this.#heard) {
      this.#overlay.pause();
      this.#tell(false);
      return;
    }
    this.#tell(true);
    this.#expect();
    if (this.#begun) return this.#overlay.resume();
    this.#begun = true;
    void this.#overlay.start(from, isShown).catch(() => this.stop());
  }

  /** Ends it; the next time it begins where its reader is. */
  stop(): void {
    clearTimeout(this.#silence);
    this.#overlay.stop();
    this.#unmark();
    this.#begun = false;
    this.#tell(false);
  }

  async #mark(event: Event): Promise<void> {
    clearTimeout(this.#silence);
    this.#tell(true);
    const target = this.#book.resolveHref(textOf(event));
    if (target === null) return;
    const element = await this.#events.show(target);
    this.#marked?.classList.remove(...this.#classes);
    element?.classList.add(...this.#classes);
    this.#marked = element;
  }

  #unmark(): void {
    this.#marked?.classList.remove(...this.#classes);
    this.#marked = null;
    this.#expect();
  }

  /** What isn't followed by more was the end. */
  #expect(): void {
    clearTimeout(this.#silence);
    if (this.#heard) this.#silence = setTimeout(() => this.stop(), silentForMs);
  }

  /** The book's own way to mark it, and ours for books without one. */
  get #classes(): readonly string[] {
    const { activeClass } = this.#book.media;
    return activeClass === undefined || activeClass === '' ? [heardClass] : [activeClass];
  }

  #tell(heard: boolean): void {
    if (heard === this.#heard) return;
    this.#heard = heard;
    this.#events.heard(heard);
  }
}

function textOf(event: Event): string {
  if (!(event instanceof CustomEvent)) return '';
  const detail: unknown = event.detail;
  const text = typeof detail === 'object' && detail !== null && 'text' in detail && detail.text;
  return typeof text === 'string' ? text : '';
}
