import * as z from 'zod';
import { auditPageSize, auditRowSchema, notedViewSchema } from '../../shared/contracts/audit.ts';
import type { AuditFilter, AuditPage, AuditRow, NotedView } from '../../shared/contracts/audit.ts';
import type { EventId } from '../../shared/ids.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys, indexPrefixes } from '../intake/index-records.ts';
import { hubSeqOf } from '../journal/journal-chain.ts';
import { labDateAt } from '../lab-day.ts';
import type { OfficeFact, SiteOffice } from '../office/site-office.ts';
import { auditRows } from './audit-rows.ts';
import type { AuditFact } from './audit-rows.ts';

/** Up to which entry the journal is in the index. */
const markSchema = z.strictObject({ hubSeq: z.number().int().min(0) });
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
    return new AuditTrail(
      office,
      index,
      text === null ? 0 : markSchema.parse(JSON.parse(text)).hubSeq,
    );
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
      const value = JSON.stringify({ hubSeq });
      const mark = { type: 'put', key: indexKeys.auditMark, value } as const;
      await this.#index.write([...facts.flatMap((fact) => this.#writes(fact)), mark]);
      this.#read = hubSeq;
    }
  }

  #writes({ entry, payload }: OfficeFact): readonly IndexWrite[] {
    const { recovered } = payload;
    const facts: AuditFact[] = [{ entry, payload, within: null }];
    if (recovered) {
      const lost = { entry: recovered.entry, payload: this.#office.open(recovered.entry) };
      facts.push({ ...lost, within: entry });
    }
    const noted = facts.flatMap((fact) => fact.payload.views ?? []);
    return [
      ...facts.flatMap(auditRows).flatMap(rowWrites),
      ...noted.map(({ event }) => notedWrite(event)),
    ];
  }
}

function rowWrites(row: AuditRow, at: number): readonly IndexWrite[] {
  const value = JSON.stringify(row);
  const { hubSeq, learner, by } = row;
  const persons = new Set([learner, by, typeof row.second === 'string' ? row.second : null]);
  const keys = [indexKeys.audit(hubSeq, at)];
  for (const person of persons) if (person) keys.push(indexKeys.auditOf(person, hubSeq, at));
  return keys.map((key) => ({ type: 'put', key, value }));
}

function notedWrite(event: EventId): IndexWrite {
  return { type: 'put', key: indexKeys.viewNoted(event), value: '' };
}

function isWanted({ kind, wallMs }: AuditRow, wanted: AuditFilter): boolean {
  const { kind: asked, from, to } = wanted;
  if (asked !== undefined && kind !== asked && !kind.startsWith(`${asked}.`)) return false;
  if (from === undefined && to === undefined) return true;
  const day = labDateAt(wallMs);
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}
