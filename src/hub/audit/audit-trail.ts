import * as z from 'zod';
import { auditPageSize, auditRowSchema, notedViewSchema } from '../../shared/contracts/audit.ts';
import type { AuditFilter, AuditPage, AuditRow, NotedView } from '../../shared/contracts/audit.ts';
import type { EventId } from '../../shared/ids.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys, indexPrefixes } from '../intake/index-records.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { labDateAt } from '../lab-day.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';
import { auditLines } from './audit-rows.ts';
import type { AuditFact, AuditLine } from './audit-rows.ts';

/** Up to which entry the journal is in the index; `form` goes up when it is taken apart otherwise. */
const form = 2;
const markSchema = z.strictObject({ form: z.literal(form), hubSeq: z.number().int().min(0) });
/** Lines read at once while looking for those asked for. */
const pageSize = 1000;
/** Lines looked at for one page: what is rare is found over several, so that nobody waits for it. */
const mostLooked = 5000;

/**
 * The trail as people read it: the journal, taken apart into the hub's index so that a line is found
 * among a hundred thousand. A function of the journal; made anew whenever the index is ([AUD1]).
 */
export class AuditTrail {
  readonly #office: SiteOffice;
  readonly #index: HubIndex;
  #read = 0;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(office: SiteOffice, index: HubIndex, read: number) {
    this.#office = office;
    this.#index = index;
    this.#read = read;
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

  /** Looks taken in from stations that no entry holds yet, in their order, at most `limit`. */
  async unnoted(limit: number): Promise<readonly NotedView[]> {
    await this.follow();
    const pending = await this.#index.range({ prefix: indexPrefixes.view });
    const views: NotedView[] = [];
    const over: IndexWrite[] = [];
    for (const [key, value] of pending) {
      if (views.length === limit) break;
      const view = notedViewSchema.parse(JSON.parse(value));
      const noted = await this.#index.get(indexKeys.viewNoted(view.event));
      if (noted === null) views.push(view);
      else over.push({ type: 'del', key });
    }
    await this.#index.write(over);
    return views;
  }

  /** What an entry says, less the looks that an entry before it holds already ([AUD2]). */
  async withoutRepeats(fact: AuditFact): Promise<AuditFact> {
    await this.follow();
    return this.#withoutRepeats(fact, new Map());
  }

  /**
   * A page of what is asked for, newest first. It may have few lines, or none, and yet not be the last.
   * @param after where the page before ended
   */
  async page(filter: AuditFilter, after: string | null): Promise<AuditPage> {
    await this.follow();
    const { person } = filter;
    const prefix = person === undefined ? indexPrefixes.audit : indexPrefixes.auditOf(person);
    const rows: AuditRow[] = [];
    let place = after;
    for (let looked = 0; looked < mostLooked; looked += pageSize) {
      const upTo = place === null ? {} : { upTo: prefix + place };
      const range = { prefix, reverse: true, limit: pageSize, ...upTo };
      const read = (await this.#index.range(range)).filter(
        ([key]) => key !== prefix + (place ?? ''),
      );
      for (const [key, value] of read) {
        const row = auditRowSchema.parse(JSON.parse(value));
        if (isWanted(row, filter)) rows.push(row);
        if (rows.length === auditPageSize) return { rows, next: key.slice(prefix.length) };
      }
      if (read.length < pageSize - 1) return { rows, next: null };
      place = read.at(-1)?.[0].slice(prefix.length) ?? null;
    }
    return { rows, next: place };
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
      await this.#index.write([...writes, mark]);
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
    const views = once.flatMap((fact) => fact.payload.views ?? []);
    return [
      ...once.flatMap(auditLines).flatMap(lineWrites),
      ...views.map(({ event }) => notedWrite(event, hubSeqOf(entry))),
    ];
  }

  /** A look that was noted anew after a restore stands in the entry that came back, too ([REC2]). */
  async #withoutRepeats(fact: AuditFact, noted: Map<EventId, number>): Promise<AuditFact> {
    const { views } = fact.payload;
    if (views === undefined) return fact;
    const hubSeq = hubSeqOf(fact.within ?? fact.entry);
    const first: NotedView[] = [];
    for (const view of views) {
      const at = noted.get(view.event) ?? (await this.#notedAt(view.event)) ?? hubSeq;
      noted.set(view.event, at);
      if (at === hubSeq) first.push(view);
    }
    return { ...fact, payload: { ...fact.payload, views: first } };
  }

  async #notedAt(event: EventId): Promise<number | null> {
    const text = await this.#index.get(indexKeys.viewNoted(event));
    return text === null ? null : Number(text);
  }
}

function lineWrites({ row, about }: AuditLine, at: number): readonly IndexWrite[] {
  const value = JSON.stringify(row);
  const { hubSeq, by } = row;
  const persons = new Set([...about, by, typeof row.second === 'string' ? row.second : null]);
  const keys = [indexKeys.audit(hubSeq, at)];
  for (const person of persons) if (person) keys.push(indexKeys.auditOf(person, hubSeq, at));
  return keys.map((key) => ({ type: 'put', key, value }));
}

function notedWrite(event: EventId, hubSeq: number): IndexWrite {
  return { type: 'put', key: indexKeys.viewNoted(event), value: String(hubSeq) };
}

/** As it was taken apart by an earlier form: it is made anew from the journal. */
async function clearTrail(index: HubIndex): Promise<void> {
  const { audit, auditOfAll, noted } = indexPrefixes;
  for (const prefix of [audit, auditOfAll, noted]) {
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
