import type { AuditDigest } from '../../shared/contracts/audit.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { hubSeqOf, journalHash, journalStart } from '../journal/journal-chain.ts';
import { labDateAt } from '../lab-day.ts';
import { auditLines } from './audit-rows.ts';
import type { AuditFact } from './audit-rows.ts';

/** Whether an entry's hub date lies in a month, `YYYY-MM`; no confirmed day moves it ([TTB15]). */
export function isOfMonth({ wallMs }: Pick<JournalEntry, 'wallMs'>, month: string): boolean {
  return labDateAt(wallMs).startsWith(month);
}

/** One month of the trail, counted ([AUD4]): entries whose hub date lies in it. */
export class MonthDigest {
  readonly #month: string;
  readonly #counts = new Map<string, number>();
  readonly #recovered = new Map<string, number>();
  #first: JournalEntry | null = null;
  #last: JournalEntry | null = null;
  #entries = 0;

  /** @param month `YYYY-MM` */
  constructor(month: string) {
    this.#month = month;
  }

  /** The month's next entry, opened. */
  take(fact: AuditFact & { readonly entry: JournalEntry }): void {
    const { entry } = fact;
    count(this.#counts, fact);
    this.#first ??= entry;
    this.#last = entry;
    this.#entries += 1;
  }

  /** What an entry of the month brought back. */
  takeRecovered(fact: AuditFact): void {
    count(this.#recovered, fact);
  }

  /** @param hubKeys that signed the month's entries, in their turn */
  finish(site: string, hubKeys: readonly string[], madeMs: number): AuditDigest {
    const [first, last] = [this.#first, this.#last];
    const span = first && last ? hubSeqOf(last) - hubSeqOf(first) + 1 : 0;
    return {
      site,
      month: this.#month,
      madeMs,
      first: first && { hubSeq: hubSeqOf(first), wallMs: first.wallMs },
      last: last && { hubSeq: hubSeqOf(last), wallMs: last.wallMs },
      entries: this.#entries,
      elsewhere: span - this.#entries,
      counts: mostFirst(this.#counts),
      recovered: mostFirst(this.#recovered),
      head: last ? journalHash(last) : journalStart,
      hubKeys: [...hubKeys],
    };
  }
}

function count(counts: Map<string, number>, fact: AuditFact): void {
  for (const { row } of auditLines(fact)) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): AuditDigest['counts'] {
  return [...counts]
    .map(([kind, times]) => ({ kind, count: times }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}
