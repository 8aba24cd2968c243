import { canonicalHash } from '../envelope/canonical.ts';
import type { Database, StoredDocument } from '../store/storage.ts';

/** The head of a journal without entries. */
const start = '0'.repeat(64);
const pageSize = 50;

/**
 * Whether the hub's journal, as pulled, holds the entry its last receipt named. When it doesn't
 * although it was pulled to its end, the hub has forked: it was restored, say ([SYN10]).
 */
export class AuditTrail {
  /** The head the last receipt named. */
  #head = start;
  #found = true;
  #checked = true;

  get forked(): boolean {
    return this.#checked && !this.#found;
  }

  /** Takes a receipt's head; true when the journal has to be pulled to know it. */
  note(head: string): boolean {
    if (head !== this.#head) {
      this.#head = head;
      this.#found = head === start;
      this.#checked = this.#found;
    }
    return !this.#checked;
  }

  /** Looks for the head in a journal pulled to its end. */
  async check(journal: Database): Promise<void> {
    if (this.#checked) return;
    this.#found = await this.#isIn(journal);
    this.#checked = true;
  }

  /** From the newest on: a receipt names one of the last entries, however long the journal is. */
  async #isIn(journal: Database): Promise<boolean> {
    let to = 'hub-~';
    for (;;) {
      const range = { from: 'hub-', to, descending: true, limit: pageSize };
      const entries = await journal.range(range);
      if (entries.some((entry) => entryHash(entry) === this.#head)) return true;
      if (entries.length < pageSize) return false;
      // Both ends of a range count: the last of this page is the first of the next.
      to = entries.at(-1)?._id ?? to;
    }
  }
}

/** As the hub hashes an entry: its canonical form, which has no revision. */
function entryHash({ _rev, ...entry }: StoredDocument): string {
  return canonicalHash(entry);
}
