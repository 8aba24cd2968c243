import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { rawPublicKey, readVerifyingKey, verifyValue } from '../../sync/envelope/signing.ts';

/**
 * Which of a hub's keys has to have signed the next entry of a journal ([JRN4]): one that is known for
 * the first, and from then on whichever the entry before handed over to.
 */
export class JournalSigners {
  readonly #held: KeyObject[];
  #current: KeyObject | null = null;
  /** Entries with which a restored hub went on under another of its keys than the journal had come to. */
  readonly restored: string[] = [];

  /** @param known the hub's keys, any of which may have signed the first entry */
  constructor(known: readonly KeyObject[]) {
    this.#held = [...known];
  }

  /** The key that signs what comes next, raw, base64; null before the first entry. */
  get current(): string | null {
    return this.#current && rawPublicKey(this.#current);
  }

  /** Whether the next entry is signed as it has to be; if so, what it hands over to signs what follows. */
  take(entry: JournalEntry): boolean {
    const signer = this.#candidates(entry).find((key) => isSignedWith(entry, key));
    if (signer === undefined) return false;
    if (this.#current !== null && signer !== this.#current) this.restored.push(entry._id);
    this.#current = signer;
    if (entry.nextKey !== undefined) {
      this.#current = readVerifyingKey(entry.nextKey);
      this.#held.push(this.#current);
    }
    return true;
  }

  /** A hub that is restored has the keys of another day than the journal: it goes on with those. */
  #candidates({ type }: JournalEntry): readonly KeyObject[] {
    if (this.#current === null) return this.#held;
    return type === 'generation.begun' ? [this.#current, ...this.#held] : [this.#current];
  }
}

/** Whether an entry is as the holder of this key signed it. */
export function isSignedWith({ sig, ...unsigned }: JournalEntry, key: KeyObject): boolean {
  return verifyValue(unsigned, sig, key);
}
