import { canonicalHash } from '../envelope/canonical.ts';
import type { Database, StoredDocument } from '../store/storage.ts';

/** The head of a journal without entries. */
const start = '0'.repeat(64);

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
    const entries = await journal.range({ from: 'hub-', to: 'hub-~', descending: true });
    this.#found = entries.some((entry) => entryHash(entry) === this.#head);
    this.#checked = true;
  }
}

/** As the hub hashes an entry: its canonical form, which has no revision. */
function entryHash({ _rev, ...entry }: StoredDocument): string {
  return canonicalHash(entry);
}
