import type { NoticeBoard } from './notice-board.ts';

/** Kinds of pulled documents, as a technician knows them. */
type Kind = 'directory' | 'state';

/**
 * Counts the pulled documents this app can't read, as a newer hub writes them, and tells a person of
 * them; whatever else was pulled is shown all the same ([SKW3]).
 */
export class UnreadDocuments {
  readonly #notices: NoticeBoard;
  readonly #counts = new Map<Kind, number>();
  readonly #states = new Set<string>();

  constructor(notices: NoticeBoard) {
    this.#notices = notices;
  }

  /** How many of a kind there are now. */
  count(kind: Kind, count: number): void {
    if (count === (this.#counts.get(kind) ?? 0)) return;
    this.#counts.set(kind, count);
    const unread = [...this.#counts].filter(([, each]) => each > 0);
    const detail = unread.map(([each, much]) => `${each}: ${much}`).sort();
    if (detail.length === 0) this.#notices.takeDown('document-unknown-version');
    else this.#notices.put('document-unknown-version', detail.join(', '));
  }

  /** Whether a learner's state, which was just looked at, can be read. */
  noteState(id: string, readable: boolean): void {
    if (readable) this.#states.delete(id);
    else this.#states.add(id);
    this.count('state', this.#states.size);
  }

  /** Another generation is looked at from now on. */
  forgetStates(): void {
    this.#states.clear();
    this.count('state', 0);
  }
}
