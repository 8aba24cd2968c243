/** What a book of any format can do, for the one screen that shows them all. */

/** Where in a book its reader is. */
export interface Position {
  /** Says to the same book where to go back to. */
  readonly at: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Of the book, 0 to 1, up to the end of what is shown. */
  readonly fraction: number;
  readonly atStart: boolean;
  readonly atEnd: boolean;
  /** Title of the chapter; empty where the book tells none. */
  readonly chapter: string;
  /** How much of a page larger than its room lies above what is seen, 0 to 1; none where pages are whole. */
  readonly down?: number;
}

export interface Chapter {
  readonly title: string;
  readonly at: string;
  /** 0 for chapters, 1 for what lies in one, and so on. */
  readonly depth: number;
}

/** A place where words were found, with some of what stands around them. */
export interface Found {
  readonly at: string;
  /** From 0; null where a book's pages depend on how it is shown. */
  readonly page: number | null;
  /** Of the page, where it is not only called by its number. */
  readonly title: string | null;
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

export interface ReaderState {
  /** Null until the first page is there. */
  readonly position: Position | null;
  readonly chapters: readonly Chapter[];
  /** How large the text or page is: one of so many steps, from 0. */
  readonly size: number;
  readonly sizes: number;
  /** Reading aloud: not in this book, silent, or heard now. */
  readonly voice: 'none' | 'silent' | 'heard';
  /** A film or recording in the book plays. */
  readonly playing: boolean;
  /** A note, while it is shown. */
  readonly note: string | null;
  /** A link was touched that leads out of the book, where there is nothing. */
  readonly outside: boolean;
  /** Pages go from right to left. */
  readonly rightToLeft: boolean;
  /** One of many pages, in no order, is looked at by scrolling: they have no numbers, and no last one. */
  readonly scrolled: boolean;
  /** There is a page one came from. */
  readonly hasBefore: boolean;
}

/** An open book. What it does is seen in its state. */
export interface Reader {
  readonly state: ReaderState;
  /** @returns a function that stops listening */
  subscribe(listener: () => void): () => void;
  next(): void;
  previous(): void;
  first(): void;
  last(): void;
  goTo(at: string): void;
  resize(size: number): void;
  /** Begins or stops reading aloud. */
  toggleVoice(): void;
  closeNote(): void;
  /** To the first page, where pages have no order; and to the one that was shown before. */
  home(): void;
  back(): void;
  /** Looks for words through the whole book, in its order. */
  find(words: string, stop: AbortSignal): AsyncIterable<Found>;
}

/** A state that tells who listens when it changed. */
export class ShownState<State extends object> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get now(): State {
    return this.#state;
  }

  change(parts: Partial<State>): void {
    this.#state = { ...this.#state, ...parts };
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** A book that can't be shown, with the reason for who mends it. */
export class BookFault extends Error {
  readonly reason: 'missing' | 'unplayable';

  constructor(reason: BookFault['reason'], detail: string) {
    super(detail);
    this.reason = reason;
  }
}
