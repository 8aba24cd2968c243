import { hearFault } from '../page-faults.ts';

/** How long content may take for what it does at its end, ms. */
const leaveWithinMs = 1_500;

/** Content that works speaks in its first moments, from its page being there on, ms. */
const firstMomentsMs = 3_000;

interface ContentFrameEvents {
  /** Its page is loaded. */
  opened(): void;
  /** Nothing of it is there any more. */
  closed?(): void;
  /**
   * Something in it failed at its start: told once its first moments are over, so that what speaks all the
   * same can be told from what is broken.
   */
  faulty?(why: string): void;
  /** There is no such file. */
  missing(path: string): void;
  /** Another page than the first is shown in it. */
  turned?(address: string): void;
}

/** The frame that a part of a course opens in. */
export class ContentFrame {
  readonly #host: HTMLElement;
  readonly #events: ContentFrameEvents;
  #frame: HTMLIFrameElement | null = null;
  #watching = new AbortController();
  #fault: string | null = null;

  constructor(host: HTMLElement, events: ContentFrameEvents) {
    this.#host = host;
    this.#events = events;
  }

  show(address: URL, title: string): void {
    void this.#load(address, title);
  }

  /** Whether its page was pressed or typed in since it opened; so it is taken where that can't be told. */
  touched(): boolean {
    return this.#frame?.contentWindow?.navigator.userActivation.hasBeenActive ?? true;
  }

  /** Whether nothing of its page can be seen: no word, no picture. */
  get isBlank(): boolean {
    const body = this.#frame?.contentDocument?.body;
    if (body === undefined || body === null) return true;
    if (body.innerText.trim() !== '') return false;
    return ![...body.querySelectorAll('img, svg, canvas, video, iframe, object, embed')].some(
      (each) => each.getBoundingClientRect().width > 0,
    );
  }

  /** Resolves when what was shown has gone, with all that it does at its end. */
  async clear(): Promise<void> {
    const frame = this.#frame;
    this.#frame = null;
    if (frame === null) return;
    this.#events.closed?.();
    await new Promise<void>((resolve) => {
      setTimeout(resolve, leaveWithinMs);
      frame.addEventListener('load', () => resolve(), { once: true });
      // Only a page that is left, not one whose frame is taken away, is told so before.
      frame.contentWindow?.location.replace('about:blank');
    });
    frame.remove();
  }

  async #load(address: URL, title: string): Promise<void> {
    const frame = document.createElement('iframe');
    frame.className = 'course__frame';
    frame.title = title;
    this.#frame?.remove();
    this.#frame = frame;
    // A frame that finds nothing loads an empty page without a word, so it is asked for first.
    const found = await fetch(address, { method: 'HEAD' }).catch(() => null);
    if (found === null || !found.ok) return this.#events.missing(address.pathname);
    if (this.#frame !== frame) return;
    frame.addEventListener('load', () => this.#events.opened(), { once: true });
    frame.addEventListener('load', () => this.#watched(frame), { once: true });
    frame.addEventListener('load', () => this.#turned(frame));
    frame.src = address.href;
    this.#host.append(frame);
    hearFault(frame, (why) => (this.#fault ??= why), this.#watch());
  }

  /** From now on what fails is noted; of what was open before no more. */
  #watch(): AbortSignal {
    this.#watching.abort();
    this.#watching = new AbortController();
    this.#fault = null;
    return this.#watching.signal;
  }

  #watched(frame: HTMLIFrameElement): void {
    const { signal } = this.#watching;
    setTimeout(() => {
      if (this.#frame !== frame || signal.aborted) return;
      this.#watching.abort();
      if (this.#fault !== null) this.#events.faulty?.(this.#fault);
    }, firstMomentsMs);
  }

  #turned(frame: HTMLIFrameElement): void {
    if (this.#frame === frame) this.#events.turned?.(frame.contentWindow?.location.href ?? '');
  }
}
