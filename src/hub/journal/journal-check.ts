import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { faultOf, hubSeqOf, journalHash, journalStart } from './journal-chain.ts';
import { JournalSigners } from './journal-signers.ts';

/** The first entry that doesn't follow the one before, and in what ([JRN2]). */
export interface JournalFault {
  /** The entry found. */
  readonly id: string;
  /** The number that was to come. */
  readonly expected: number;
  /**
   * - `number`: entries are missing here, or in another order;
   * - `hash`: the entry before was changed or put in another's place, and signed anew;
   * - `signature`: this entry is not as the hub signed it;
   * - `shape`: it is no entry at all.
   */
  readonly why: 'number' | 'hash' | 'signature' | 'shape';
}

/** Where a check begins: after the entry with this hash. */
export interface JournalBegin {
  readonly hubSeq: number;
  readonly previous: string;
}

/** Checks a journal entry by entry, however long it is ([JRN2]). */
export class JournalCheck {
  readonly #signers: JournalSigners;
  #next: number;
  #head: string;
  #entries = 0;
  fault: JournalFault | null = null;

  /** @param hubKeys the hub's, any of which may have signed the first entry */
  constructor(
    hubKeys: readonly KeyObject[],
    begin: JournalBegin = { hubSeq: 1, previous: journalStart },
  ) {
    this.#signers = new JournalSigners(hubKeys);
    this.#next = begin.hubSeq;
    this.#head = begin.previous;
  }

  /** Entries found right so far. */
  get entries(): number {
    return this.#entries;
  }

  /** The hub's key that signs what comes after the last that was right, base64; null before the first. */
  get hubKey(): string | null {
    return this.#signers.current;
  }

  /** Entries with which a restored hub went on under another of its keys ([JRN4]). */
  get restored(): readonly string[] {
    return this.#signers.restored;
  }

  /** Hash of the last that was right. */
  get head(): string {
    return this.#head;
  }

  /** The next entry; false from the first fault on. */
  take(entry: JournalEntry): boolean {
    if (this.fault !== null) return false;
    const place = { hubSeq: this.#next, previous: this.#head };
    const why = faultOf(entry, place, this.#signers);
    if (why !== null) {
      this.fault = { id: entry._id, expected: this.#next, why };
      return false;
    }
    this.#head = journalHash(entry);
    this.#next = hubSeqOf(entry) + 1;
    this.#entries += 1;
    return true;
  }

  /** What stands here is no entry. */
  spoil(id: string): void {
    this.fault ??= { id, expected: this.#next, why: 'shape' };
  }
}
