import * as z from 'zod';
import { decidedSchema } from '../../shared/contracts/quarantine.ts';
import type { Decided } from '../../shared/contracts/quarantine.ts';
import { hubSeqOf, journalHash } from '../journal/journal-chain.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys, indexPrefixes } from '../intake/index-records.ts';

/** Up to which entry of the journal decisions have been carried out: its number, and its hash. */
const markSchema = z.strictObject({ hubSeq: z.number().int().min(0), hash: z.string() });
type Mark = z.infer<typeof markSchema>;

/** A decision may also have come back with a journal that was lost ([REC2]). */
const deciding = ['quarantine.decided', 'journal.recovered'] as const;

/** Decisions that the journal holds, and whose effect the index doesn't hold yet. */
export interface Undone {
  readonly mark: Mark;
  /** Decided over, by hash. */
  readonly contents: readonly string[];
  /** For the same atomic write as the effect. */
  readonly writes: readonly IndexWrite[];
}

/**
 * What people decided over contents held back: a function of the journal, of which the index only
 * remembers what was read, and how far ([HUB15]).
 */
export class Decisions {
  readonly #office: SiteOffice;
  readonly #decided: Map<string, Decided>;
  #mark: Mark;

  private constructor(office: SiteOffice, decided: Map<string, Decided>, mark: Mark) {
    this.#office = office;
    this.#decided = decided;
    this.#mark = mark;
  }

  /** With everything the journal holds, whether it is carried out or not. */
  static async open(office: SiteOffice, index: HubIndex): Promise<Decisions> {
    const entries = await index.range({ prefix: indexPrefixes.decided });
    const held = entries.map(([key, value]) => {
      const hash = key.slice(indexPrefixes.decided.length);
      return [hash, decidedSchema.parse(JSON.parse(value))] as const;
    });
    const mark = (await readMark(index)) ?? { hubSeq: 0, hash: '' };
    const decisions = new Decisions(office, new Map(held), mark);
    await decisions.undone();
    return decisions;
  }

  of(hash: string): Decided | null {
    return this.#decided.get(hash) ?? null;
  }

  /** {@link of} for a hash that is made only where anything was decided at all. */
  ofContent(hash: () => string): Decided | null {
    return this.#decided.size === 0 ? null : this.of(hash());
  }

  all(): ReadonlyMap<string, Decided> {
    return this.#decided;
  }

  /** Takes in what the journal holds by now; null when everything in it is carried out. */
  async undone(): Promise<Undone | null> {
    const { newest, head } = this.#office.journal;
    if (newest === null || hubSeqOf(newest) === this.#mark.hubSeq) return null;
    const mark = { hubSeq: hubSeqOf(newest), hash: head };
    const facts = await this.#office.factsAfter(this.#mark.hubSeq, deciding);
    const fresh = new Map(facts.flatMap(decidedIn));
    for (const [hash, decided] of fresh) this.#decided.set(hash, decided);
    return {
      mark,
      contents: [...fresh.keys()],
      writes: [
        ...[...fresh].map(([hash, decided]) => put(indexKeys.decided(hash), decided)),
        put(indexKeys.decisions, mark),
      ],
    };
  }

  /** To be called once what was undone is durable in the index. */
  noteDone({ mark }: Undone): void {
    this.#mark = mark;
  }
}

/** Whether an index follows another journal than the hub's own, which was restored say. */
export async function followsAnotherJournal(index: HubIndex, office: SiteOffice): Promise<boolean> {
  const mark = await readMark(index);
  if (mark === null || mark.hubSeq === 0) return false;
  const [entry] = await office.journal.after(mark.hubSeq - 1, 1);
  return entry === undefined || hubSeqOf(entry) !== mark.hubSeq || journalHash(entry) !== mark.hash;
}

async function readMark(index: HubIndex): Promise<Mark | null> {
  const text = await index.get(indexKeys.decisions);
  return text === null ? null : markSchema.parse(JSON.parse(text));
}

function decidedIn({ entry, payload }: OfficeFact): [string, Decided][] {
  const { decision, by } = payload;
  if (!decision) return [];
  const { kind, reason, who, contents } = decision;
  const decided = { kind, reason, who, by, wallMs: entry.wallMs, hubSeq: hubSeqOf(entry) };
  return contents.map((hash) => [hash, decided]);
}

function put(key: string, value: unknown): IndexWrite {
  return { type: 'put', key, value: JSON.stringify(value) };
}
