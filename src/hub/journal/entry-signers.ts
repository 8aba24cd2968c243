import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { readVerifyingKey } from '../../sync/envelope/signing.ts';
import { hubSeqOf, journalHash, journalId, journalStart } from './journal-chain.ts';
import { isSignedWith } from './journal-signers.ts';

/** What has to follow an entry: the number before, and the key that signs on; null where any held one may. */
interface Standing {
  readonly number: number;
  readonly signer: KeyObject | null;
}

/**
 * Which of a hub's keys has to have signed what follows each entry, where journals branch: that of a
 * hub that was lost goes on beside that of the one restored from its backup ([JRN4], [REC2]).
 */
export class EntrySigners {
  readonly #held: KeyObject[];
  readonly #after = new Map<string, Standing>([[journalStart, { number: 0, signer: null }]]);

  /** @param known the hub's keys, any of which may have signed a first entry */
  constructor(known: readonly KeyObject[]) {
    this.#held = [...known];
  }

  holds(entry: JournalEntry): boolean {
    return this.#after.has(journalHash(entry));
  }

  /**
   * The key that signed an entry; null where it follows none held, or has another number than follows,
   * or was signed by any other key than had to.
   */
  signerOf(entry: JournalEntry): KeyObject | null {
    const before = this.#after.get(entry.previous);
    if (before === undefined || entry._id !== journalId(before.number + 1)) return null;
    return this.#candidates(entry, before).find((key) => isSignedWith(entry, key)) ?? null;
  }

  /** Whether an entry goes on with another key than the one before it handed over to. */
  changesKey(entry: JournalEntry): boolean {
    const due = this.#after.get(entry.previous)?.signer ?? null;
    return due !== null && this.signerOf(entry) !== due;
  }

  /** Holds an entry that was checked before: only where it may be one of several is the key looked for. */
  hold(entry: JournalEntry): void {
    const due = this.#after.get(entry.previous)?.signer ?? null;
    const free = due === null || mayChangeKey(entry);
    const signer = free ? (this.signerOf(entry) ?? due) : due;
    const next = entry.nextKey === undefined ? null : readVerifyingKey(entry.nextKey);
    if (next !== null) this.#held.push(next);
    this.#after.set(journalHash(entry), { number: hubSeqOf(entry), signer: next ?? signer });
  }

  #candidates(entry: JournalEntry, { signer }: Standing): readonly KeyObject[] {
    if (signer === null) return this.#held;
    return mayChangeKey(entry) ? [signer, ...this.#held] : [signer];
  }
}

/** A hub that is restored goes on with the keys of another day than its journal. */
const mayChangeKey = ({ type }: JournalEntry) => type === 'generation.begun';
