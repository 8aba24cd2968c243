import * as z from 'zod';
import type { AuditFilter } from '../../shared/contracts/audit.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys, indexPrefixes } from '../intake/index-records.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { labDateAt } from '../lab-day.ts';
import type { OfficeFact } from '../office/site-office.ts';

const numberSchema = z.number().int().min(1);
const spanSchema = z.strictObject({ first: numberSchema, last: numberSchema });
type Span = z.infer<typeof spanSchema>;

/**
 * The first and last entry of each day by the hub's clock, so that a day of years ago is found without
 * reading all that came since. A clock that was wrong only makes for more to read ([AUD5]).
 */
export class AuditDays {
  readonly #index: HubIndex;

  constructor(index: HubIndex) {
    this.#index = index;
  }

  /** Entries among which all of these days lie; null where there are none. `last` is null for the newest. */
  async span({ from, to }: Pick<AuditFilter, 'from' | 'to'>): Promise<Open | null> {
    if (from === undefined && to === undefined) return { first: 1, last: null };
    const prefix = indexPrefixes.auditDay;
    const days = await this.#index.range({
      prefix,
      ...(to === undefined ? {} : { upTo: indexKeys.auditDay(to) }),
    });
    const spans = days
      .filter(([key]) => from === undefined || key >= indexKeys.auditDay(from))
      .map(([, value]) => spanSchema.parse(JSON.parse(value)));
    return spans.reduce<Span | null>(joined, null);
  }

  /** @param facts the next entries, in order */
  async writes(facts: readonly OfficeFact[]): Promise<readonly IndexWrite[]> {
    const days = new Map<string, Span>();
    for (const { entry, payload } of facts) {
      const hubSeq = hubSeqOf(entry);
      // What came back goes by the number of the entry that brings it, and has a date of its own.
      for (const { wallMs } of [entry, payload.recovered?.entry ?? entry]) {
        const key = indexKeys.auditDay(labDateAt(wallMs));
        const held = days.get(key) ?? (await this.#held(key));
        days.set(key, joined(held, { first: hubSeq, last: hubSeq }));
      }
    }
    return [...days].map(([key, span]) => ({ type: 'put', key, value: JSON.stringify(span) }));
  }

  async #held(key: string): Promise<Span | null> {
    const text = await this.#index.get(key);
    return text === null ? null : spanSchema.parse(JSON.parse(text));
  }
}

interface Open {
  readonly first: number;
  readonly last: number | null;
}

function joined(one: Span | null, other: Span): Span {
  if (one === null) return other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}
