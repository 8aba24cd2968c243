import type { KeyObject } from 'node:crypto';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { LearnerId, Segment } from '../../shared/ids.ts';
import { EntrySigners } from '../journal/entry-signers.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';

/** A learner's sign-in, as the keyring has it. */
interface GivenSignIn {
  readonly learner: LearnerId;
  readonly since?: number | undefined;
}

/** Everything the journal of a restored hub holds: its own entries, and those brought back. */
export class KnownEntries {
  readonly #office: SiteOffice;
  readonly #begun: number;
  readonly #signers: EntrySigners;
  readonly #changedHere = new Set<string>();
  readonly #decidedHere = new Set<string>();
  readonly #lostSegments = new Set<Segment>();
  /** By learner, the last number, of the hub that is gone, at which their sign-in was ended. */
  readonly #lastReset = new Map<LearnerId, number>();
  /** As `learner/number`. */
  readonly #resetHere = new Set<string>();
  readonly #newlyReset = new Set<LearnerId>();
  #read = 0;

  /**
   * @param begun the entry that began this generation
   * @param hubKeys every key this hub has signed with
   */
  constructor(office: SiteOffice, begun: number, hubKeys: readonly KeyObject[]) {
    this.#office = office;
    this.#begun = begun;
    this.#signers = new EntrySigners(hubKeys);
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
    this.#signers.hold(fact.entry);
    this.#note(fact, number);
    this.#read = number;
  }

  holds(entry: JournalEntry): boolean {
    return this.#signers.holds(entry);
  }

  /** Whether an entry follows one held, signed by the key that had to sign just there ([JRN4]). */
  isFollowedBy(entry: JournalEntry): boolean {
    return this.#signers.signerOf(entry) !== null;
  }

  /** Whether a person changed a document at this hub since it was restored. */
  changedHere(id: string): boolean {
    return this.#changedHere.has(id);
  }

  /** Whether a person decided over a content at this hub since it was restored. */
  decidedHere(content: string): boolean {
    return this.#decidedHere.has(content);
  }

  /**
   * Whether a sign-in was ended at the hub that is gone, and the one after it is lost ([REC7]).
   */
  isEnded({ learner, since = 0 }: GivenSignIn): boolean {
    if (this.#resetHere.has(`${learner}/${since}`)) return false;
    return (this.#lastReset.get(learner) ?? 0) > since;
  }

  /** Whose sign-in was ended in what was read since this was asked last. */
  takeNewlyReset(): ReadonlySet<LearnerId> {
    const taken = new Set(this.#newlyReset);
    this.#newlyReset.clear();
    return taken;
  }

  /** Segments that were open at the hub that is gone. */
  get lostSegments(): readonly Segment[] {
    return [...this.#lostSegments];
  }

  #note({ entry, payload }: OfficeFact, number: number): void {
    const { documents, decision, recovered } = payload;
    this.#noteReset({ entry, payload }, number);
    if (recovered) {
      this.#signers.hold(recovered.entry);
      const lost = this.#office.open(recovered.entry).documents;
      for (const each of lost) if (each.type === 'segments') this.#noteSegments(each.open);
    } else if (number > this.#begun) {
      for (const { _id } of documents) this.#changedHere.add(_id);
      for (const content of decision?.contents ?? []) this.#decidedHere.add(content);
    }
  }

  /** What came back carries the number of the hub that is gone, as do the keys it gave. */
  #noteReset({ entry, payload }: OfficeFact, number: number): void {
    const { recovered } = payload;
    const { type } = recovered?.entry ?? entry;
    const { grounds } = recovered ? this.#office.open(recovered.entry) : payload;
    const learner = grounds?.learner;
    if (type !== 'sign-in.reset' || !learner) return;
    if (!recovered && number > this.#begun) {
      this.#resetHere.add(`${learner}/${number}`);
      return;
    }
    const at = recovered && number > this.#begun ? hubSeqOf(recovered.entry) : number;
    this.#lastReset.set(learner, Math.max(at, this.#lastReset.get(learner) ?? 0));
    this.#newlyReset.add(learner);
  }

  #noteSegments(open: readonly Segment[]): void {
    for (const segment of open) this.#lostSegments.add(segment);
  }
}
