import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { Segment } from '../../shared/ids.ts';
import { readVerifyingKey } from '../../sync/envelope/signing.ts';
import { hubSeqOf, journalHash, journalStart } from '../journal/journal-chain.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';

/** Everything the journal of a restored hub holds: its own entries, and those brought back. */
export class KnownEntries {
  readonly #office: SiteOffice;
  readonly #begun: number;
  /** Hash → number in its own journal. */
  readonly #numbers = new Map<string, number>([[journalStart, 0]]);
  readonly #changedHere = new Set<string>();
  readonly #decidedHere = new Set<string>();
  readonly #lostSegments = new Set<Segment>();
  readonly #handedOverTo = new Map<string, KeyObject>();
  #read = 0;

  /** @param begun the entry that began this generation */
  constructor(office: SiteOffice, begun: number) {
    this.#office = office;
    this.#begun = begun;
  }

  /** Takes in what was written since. */
  async catchUp(): Promise<void> {
    for (;;) {
      const facts = await this.#office.factsPage(this.#read);
      if (facts.length === 0) return;
      for (const fact of facts) this.#take(fact);
    }
  }

  #take(fact: OfficeFact): void {
    const number = hubSeqOf(fact.entry);
    this.#numbers.set(journalHash(fact.entry), number);
    this.#note(fact, number);
    this.#read = number;
  }

  holds(entry: JournalEntry): boolean {
    return this.#numbers.has(journalHash(entry));
  }

  /** The number an entry must have that follows the one with this hash; null where none is known. */
  numberAfter(previous: string): number | null {
    const number = this.#numbers.get(previous);
    return number === undefined ? null : number + 1;
  }

  /** Whether a person changed a document at this hub since it was restored. */
  changedHere(id: string): boolean {
    return this.#changedHere.has(id);
  }

  /** Whether a person decided over a content at this hub since it was restored. */
  decidedHere(content: string): boolean {
    return this.#decidedHere.has(content);
  }

  /** Keys that the hub has handed over to, also the one that is gone ([JRN4]). */
  get handedOverTo(): readonly KeyObject[] {
    return [...this.#handedOverTo.values()];
  }

  /** Segments that were open at the hub that is gone. */
  get lostSegments(): readonly Segment[] {
    return [...this.#lostSegments];
  }

  #note({ entry, payload }: OfficeFact, number: number): void {
    const { documents, decision, recovered } = payload;
    const { nextKey } = recovered?.entry ?? entry;
    if (nextKey !== undefined) this.#handedOverTo.set(nextKey, readVerifyingKey(nextKey));
    if (recovered) {
      this.#numbers.set(journalHash(recovered.entry), hubSeqOf(recovered.entry));
      const lost = this.#office.open(recovered.entry).documents;
      for (const each of lost) if (each.type === 'segments') this.#noteSegments(each.open);
    } else if (number > this.#begun) {
      for (const { _id } of documents) this.#changedHere.add(_id);
      for (const content of decision?.contents ?? []) this.#decidedHere.add(content);
    }
  }

  #noteSegments(open: readonly Segment[]): void {
    for (const segment of open) this.#lostSegments.add(segment);
  }
}
