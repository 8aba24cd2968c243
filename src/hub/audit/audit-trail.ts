import * as z from 'zod';
import { auditPageSize, auditRowSchema, notedSchema } from '../../shared/contracts/audit.ts';
import type { AuditFilter, AuditPage, AuditRow, Noted } from '../../shared/contracts/audit.ts';
import type { EventId } from '../../shared/ids.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys, indexPrefixes } from '../intake/index-records.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { labDateAt } from '../lab-day.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';
import { AuditDays } from './audit-days.ts';
import { auditLines, withoutWords, wordsOf } from './audit-rows.ts';
import type { AuditFact, AuditLine } from './audit-rows.ts';

/** A page of the trail; {@link AuditPage} says of its learners who was erased. */
export type TrailPage = Omit<AuditPage, 'erased'>;

/** Up to which entry the journal is in the index; `form` goes up when it is taken apart otherwise. */
const form = 4;
const markSchema = z.strictObject({ form: z.literal(form), hubSeq: z.number().int().min(0) });
/** Lines read at once while looking for those asked for. */
const pageSize = 1000;
/** Lines looked at for one page: what is rare with somebody is found over several, so that nobody waits for it. */
const mostLooked = 5000;

/**
 * The trail as people read it: the journal, taken apart into the hub's index so that a line is found
 * among a hundred thousand. A function of the journal; made anew whenever the index is ([AUD1]).
 */
export class AuditTrail {
  readonly #office: SiteOffice;
  readonly #index: HubIndex;
  readonly #days: AuditDays;
  #read = 0;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(office: SiteOffice, index: HubIndex, read: number) {
    this.#office = office;
    this.#index = index;
    this.#read = read;
    this.#days = new AuditDays(index);
  }

  static async open(office: SiteOffice, index: HubIndex): Promise<AuditTrail> {
    const text = await index.get(indexKeys.auditMark);
    const mark = text === null ? null : markSchema.safeParse(JSON.parse(text));
    if (mark !== null && !mark.success) await clearTrail(index);
    return new AuditTrail(office, index, mark?.data?.hubSeq ?? 0);
  }

  /** Takes in what was written since. */
  follow(): Promise<void> {
    const done = this.#turn.then(() => this.#follow());
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** What was taken in from stations and no entry holds yet, in its order, at most `limit`. */
  async unnoted(limit: number): Promise<readonly Noted[]> {
    await this.follow();
    const pending = await this.#index.range({ prefix: indexPrefixes.view });
    const waiting: Noted[] = [];
    const over: IndexWrite[] = [];
    for (const [key, value] of pending) {
      if (waiting.length === limit) break;
      const each = notedSchema.parse(JSON.parse(value));
      const noted = await this.#index.get(indexKeys.viewNoted(each.event));
      if (noted === null) waiting.push(each);
      else over.push({ type: 'del', key });
    }
    await this.#index.write(over);
    return waiting;
  }

  /** What an entry says, less the looks and sign-ins that an entry before it holds already ([AUD2]). */
  async withoutRepeats(fact: AuditFact): Promise<AuditFact> {
    await this.follow();
    return this.#withoutRepeats(fact, new Map());
  }

  /**
   * A page of what is asked for, newest first. It may have few lines, or none, and yet not be the last.
   * @param after where the page before ended
   */
  async page(filter: AuditFilter, after: string | null): Promise<TrailPage> {
    await this.follow();
    const { rows, next } = await this.#find(filter, after);
    const told: AuditRow[] = [];
    for (const row of rows) told.push(await this.#withWords(row));
    return { rows: told, next };
  }

  async #find(filter: AuditFilter, after: string | null): Promise<TrailPage> {
    const span = await this.#days.span(filter);
    if (span === null) return { rows: [], next: null };
    const prefix = prefixOf(filter);
    const rows: AuditRow[] = [];
    let place = after ?? lastPlaceOf(span.last);
    for (let looked = 0; looked < mostLooked; looked += pageSize) {
      const range = { prefix, upTo: prefix + place, reverse: true, limit: pageSize };
      const read = await this.#index.range(range);
      for (const [key, value] of read) {
        // The line the page before ended with is read again.
        if (key === prefix + place) continue;
        const row = auditRowSchema.parse(JSON.parse(value));
        if (row.hubSeq < span.first) return { rows, next: null };
        if (isWanted(row, filter)) rows.push(row);
        if (rows.length === auditPageSize) return { rows, next: key.slice(prefix.length) };
      }
      const last = read.at(-1);
      if (last === undefined || read.length < pageSize) return { rows, next: null };
      place = last[0].slice(prefix.length);
    }
    return { rows, next: place };
  }

  /** With its reason and names, out of the journal, where they are sealed. */
  async #withWords(row: AuditRow): Promise<AuditRow> {
    const [entry] = await this.#office.journal.after(row.hubSeq - 1, 1);
    if (entry === undefined || hubSeqOf(entry) !== row.hubSeq) return row;
    const payload = this.#office.open(entry);
    const lost = row.recovered ? (payload.recovered?.entry ?? null) : null;
    const told =
      lost === null ? { entry, payload } : { entry: lost, payload: this.#office.open(lost) };
    // A look, or what somebody did at a sign-in, has a kind of its own, and its words in the line.
    return told.entry.type === row.kind ? { ...row, ...wordsOf(told.payload) } : row;
  }

  async #follow(): Promise<void> {
    for (;;) {
      const facts = await this.#office.factsPage(this.#read);
      const last = facts.at(-1);
      if (last === undefined) return;
      const hubSeq = hubSeqOf(last.entry);
      const value = JSON.stringify({ form, hubSeq });
      const mark = { type: 'put', key: indexKeys.auditMark, value } as const;
      const noted = new Map<EventId, number>();
      const writes: IndexWrite[] = [];
      for (const fact of facts) writes.push(...(await this.#writes(fact, noted)));
      await this.#index.write([...writes, ...(await this.#days.writes(facts)), mark]);
      this.#read = hubSeq;
    }
  }

  /** @param noted looks of entries not yet in the index, and the first entry that holds each */
  async #writes(
    { entry, payload }: OfficeFact,
    noted: Map<EventId, number>,
  ): Promise<readonly IndexWrite[]> {
    const { recovered } = payload;
    const facts: AuditFact[] = [{ entry, payload, within: null }];
    if (recovered) {
      const lost = { entry: recovered.entry, payload: this.#office.open(recovered.entry) };
      facts.push({ ...lost, within: entry });
    }
    const once: AuditFact[] = [];
    for (const fact of facts) once.push(await this.#withoutRepeats(fact, noted));
    const told = once.flatMap(({ payload: { views = [], signIns = [] } }) => [
      ...views,
      ...signIns,
    ]);
    return [
      ...once.flatMap(auditLines).flatMap(lineWrites),
      ...told.map(({ event }) => notedWrite(event, hubSeqOf(entry))),
    ];
  }

  /** A look that was noted anew after a restore stands in the entry that came back, too ([REC2]). */
  async #withoutRepeats(fact: AuditFact, noted: Map<EventId, number>): Promise<AuditFact> {
    const { views, signIns } = fact.payload;
    const hubSeq = hubSeqOf(fact.within ?? fact.entry);
    const first = async <Each extends Pick<Noted, 'event'>>(told: readonly Each[]) => {
      const here: Each[] = [];
      for (const each of told) {
        const at = noted.get(each.event) ?? (await this.#notedAt(each.event)) ?? hubSeq;
        noted.set(each.event, at);
        if (at === hubSeq) here.push(each);
      }
      return here;
    };
    const payload = {
      ...fact.payload,
      ...(views ? { views: await first(views) } : {}),
      ...(signIns ? { signIns: await first(signIns) } : {}),
    };
    return { ...fact, payload };
  }

  async #notedAt(event: EventId): Promise<number | null> {
    const text = await this.#index.get(indexKeys.viewNoted(event));
    return text === null ? null : Number(text);
  }
}

function lineWrites({ row, about }: AuditLine, at: number): readonly IndexWrite[] {
  const { hubSeq, by, kind } = row;
  const value = JSON.stringify(withoutWords(row));
  const persons = [...about, by, typeof row.second === 'string' ? row.second : null];
  const under = new Set([...persons, ...kindsOf(kind)]);
  const keys = [indexKeys.audit(hubSeq, at)];
  for (const each of under) if (each) keys.push(indexKeys.auditOf(each, hubSeq, at));
  return keys.map((key) => ({ type: 'put', key, value }));
}

/** A kind, and what it begins with up to its full stop: both can be asked for. */
function kindsOf(kind: string): readonly string[] {
  const [root = kind] = kind.split('.');
  return [indexKeys.kind(kind), indexKeys.kind(root)];
}

/** Where a line that is asked for is looked for: no more lines than there are of the person, or the kind. */
function prefixOf({ person, kind }: AuditFilter): string {
  if (person !== undefined) return indexPrefixes.auditOf(person);
  return kind === undefined ? indexPrefixes.audit : indexPrefixes.auditOf(indexKeys.kind(kind));
}

/** Behind every line of this entry. */
function lastPlaceOf(hubSeq: number | null): string {
  return hubSeq === null
    ? '\uffff'
    : indexKeys.audit(hubSeq + 1, 0).slice(indexPrefixes.audit.length);
}

function notedWrite(event: EventId, hubSeq: number): IndexWrite {
  return { type: 'put', key: indexKeys.viewNoted(event), value: String(hubSeq) };
}

/** As it was taken apart by an earlier form: it is made anew from the journal. */
async function clearTrail(index: HubIndex): Promise<void> {
  const { audit, auditOfAll, auditDay, noted } = indexPrefixes;
  for (const prefix of [audit, auditOfAll, auditDay, noted]) {
    for (;;) {
      const held = await index.range({ prefix, limit: pageSize });
      if (held.length === 0) break;
      await index.write(held.map(([key]) => ({ type: 'del', key })));
    }
  }
}

function isWanted({ kind, wallMs }: AuditRow, wanted: AuditFilter): boolean {
  const { kind: asked, from, to } = wanted;
  if (asked !== undefined && kind !== asked && !kind.startsWith(`${asked}.`)) return false;
  if (from === undefined && to === undefined) return true;
  const day = labDateAt(wallMs);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}
