import { canonicalHash } from '../envelope/canonical.ts';
import type { Database, StoredDocument } from '../store/storage.ts';
import type { AuditMemory, Kept } from './sync-memory.ts';

/** The head of a journal without entries. */
const start = '0'.repeat(64);
const pageSize = 50;
/** Generations that may pass before a lost journal comes back; older ones are given up. */
const mostFormers = 8;

/**
 * Whether the hub's journal, as pulled, holds the entry its last receipt named, and everything that
 * the generation before held. When it doesn't although it was pulled to its end, the hub has forked:
 * it was put back to an older state without anybody bringing back what it lacked ([SYN10]).
 */
export class AuditTrail {
  readonly #kept: Kept<AuditMemory>;
  /** The head the last receipt named. */
  #head = start;
  #found = true;
  #checked = true;
  /** Heads of journals before, not found in the present one yet. */
  #formers: readonly string[];
  /** Whether they were looked for. */
  #searched = false;

  private constructor(kept: Kept<AuditMemory>, formers: readonly string[]) {
    this.#kept = kept;
    this.#formers = formers;
  }

  static async open(kept: Kept<AuditMemory>): Promise<AuditTrail> {
    return new AuditTrail(kept, (await kept.load())?.formers ?? []);
  }

  get forked(): boolean {
    return (this.#checked && !this.#found) || (this.#searched && this.#formers.length > 0);
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

  /** Remembers where the journal of a generation that ends had come to. */
  async remember(head: string): Promise<void> {
    if (this.#formers.includes(head)) return;
    await this.#keep([...this.#formers, head].slice(-mostFormers));
    this.#searched = false;
  }

  /** Looks for both in a journal pulled to its end. */
  async check(journal: Database): Promise<void> {
    if (!this.#checked) {
      this.#found = await this.#isIn(journal, (entry) => entryHash(entry) === this.#head);
      this.#checked = true;
    }
    if (this.#formers.length === 0) return;
    await this.#search(journal);
    this.#searched = true;
  }

  /** What a lost journal held is there as it was, or in the entry that brought it back ([REC2]). */
  async #search(journal: Database): Promise<void> {
    const missing = new Set(this.#formers);
    await this.#isIn(journal, (entry) => {
      missing.delete(entryHash(entry));
      missing.delete(String(entry['recovers']));
      return missing.size === 0;
    });
    if (missing.size < this.#formers.length) await this.#keep([...missing]);
  }

  async #keep(formers: readonly string[]): Promise<void> {
    await this.#kept.save({ v: 1, formers: [...formers] });
    this.#formers = formers;
  }

  /** From the newest on: what is looked for is among the last, however long the journal is. */
  async #isIn(journal: Database, is: (entry: StoredDocument) => boolean): Promise<boolean> {
    let to = 'hub-~';
    for (;;) {
      const range = { from: 'hub-', to, descending: true, limit: pageSize };
      const entries = await journal.range(range);
      if (entries.some(is)) return true;
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
