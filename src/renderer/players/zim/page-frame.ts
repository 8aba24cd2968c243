import { withoutHash } from './archive-link.ts';
import { addKhmerLetters } from './page-look.ts';

/** What is told of the page in the frame. */
interface PageEvents {
  readonly moved: () => void;
  /** A link was touched. @returns whether somebody sees to it */
  readonly touched: (href: string, page: string) => boolean;
  /** Another page is there than was asked for. */
  readonly went: (address: string) => void;
}

interface Where {
  /** How far down, 0 to 1. */
  readonly down: number;
  /** How much of the page is above the lower edge, 0 to 1. */
  readonly shown: number;
  readonly title: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The frame in which pages of an archive are shown, on the same origin as this. */
export class PageFrame {
  readonly #frame = document.createElement('iframe');
  readonly #events: PageEvents;
  #zoom = 1;
  #arriving: { readonly down: number; readonly done: () => void } | null = null;

  constructor(stage: HTMLElement, events: PageEvents) {
    this.#events = events;
    this.#frame.className = 'archive__page';
    this.#frame.addEventListener('load', () => void this.#loaded());
    stage.replaceChildren(this.#frame);
  }

  get page(): Document | null {
    return this.#frame.contentDocument;
  }

  /** Resolves when the page is there, as far down as was asked; a place it is addressed by goes before. */
  show(address: string, down: number): Promise<void> {
    return new Promise((done) => {
      this.#arriving?.done();
      this.#arriving = { down, done };
      // The way back is ours, and not that of the window around this.
      const { contentWindow } = this.#frame;
      if (this.#frame.src === '' || contentWindow === null) this.#frame.src = address;
      else if (isSamePage(contentWindow.location.href, address)) this.#moveTo(address, down);
      else contentWindow.location.replace(address);
    });
  }

  zoom(times: number): void {
    this.#zoom = times;
    this.page?.documentElement.style.setProperty('zoom', String(times));
  }

  scrollBy(rooms: number): void {
    const scroller = this.#scroller;
    scroller?.scrollBy({ top: rooms * scroller.clientHeight });
  }

  scrollTo(down: number): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    scroller.scrollTo({ top: down * (scroller.scrollHeight - scroller.clientHeight) });
  }

  get #title(): string {
    return (this.page?.title ?? '').trim();
  }

  where(): Where {
    const title = this.#title;
    const scroller = this.#scroller;
    if (scroller === null) return { down: 0, shown: 1, title, atStart: true, atEnd: true };
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const room = Math.max(0, scrollHeight - clientHeight);
    return {
      down: room === 0 ? 0 : Math.min(1, Math.max(0, scrollTop / room)),
      shown: Math.min(1, (scrollTop + clientHeight) / Math.max(1, scrollHeight)),
      title,
      atStart: scrollTop < 2,
      atEnd: scrollTop > room - 2,
    };
  }

  /** To a place on the page that is there already: no page is loaded for that. */
  #moveTo(address: string, down: number): void {
    if (address.includes('#')) this.#frame.contentWindow?.location.replace(address);
    else this.scrollTo(down);
    this.#arriving?.done();
    this.#arriving = null;
  }

  get #scroller(): Element | null {
    return this.page?.scrollingElement ?? null;
  }

  async #loaded(): Promise<void> {
    const { page } = this;
    const { contentWindow } = this.#frame;
    if (page === null || contentWindow === null) return;
    // For who hears the screen: a page without a title goes by its place in the archive.
    this.#frame.title = this.#title || contentWindow.location.pathname;
    addKhmerLetters(page);
    this.zoom(this.#zoom);
    page.addEventListener('scroll', () => this.#events.moved(), { passive: true });
    contentWindow.addEventListener('click', (event) => this.#click(event));
    const arriving = this.#arriving;
    this.#arriving = null;
    if (arriving === null) return this.#events.went(contentWindow.location.href);
    const isPlaced = contentWindow.location.hash === '';
    if (isPlaced) this.scrollTo(arriving.down);
    // Letters that come later are of other heights.
    await page.fonts.ready;
    if (isPlaced) this.scrollTo(arriving.down);
    arriving.done();
  }

  /** After the page's own scripts had it. */
  #click(event: MouseEvent): void {
    const link = linkOf(event.target);
    if (link === null || event.defaultPrevented) return;
    const page = this.#frame.contentWindow?.location.href ?? '';
    if (this.#events.touched(link, page)) event.preventDefault();
  }
}

const isSamePage = (one: string, other: string) => withoutHash(one) === withoutHash(other);

/** The address a touched element leads to, as it is written. */
function linkOf(target: EventTarget | null): string | null {
  const link = isElement(target) ? target.closest('a, area') : null;
  return link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
}

/** Elements of another document are none of this one's classes. */
const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'closest' in target;
