import * as z from 'zod';
import type { DirectoryDocument } from '../../shared/contracts/documents/directory.ts';
import { labDaySchema } from '../../shared/contracts/documents/event.ts';
import type { Due, RecordClass, RetentionPolicy } from '../../shared/contracts/erasure.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { HubIndex, IndexEntry } from '../intake/hub-index.ts';
import { eventInOrderValue, indexPrefixes } from '../intake/index-records.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { labDateAt } from '../lab-day.ts';

/** What the retention policy says is due. It only proposes: a person decides ([ERA5]). */

/** Nothing is ever due by itself. */
export const keepForEver: RetentionPolicy = { worked: null, unused: null };

/** Events looked at for one that knows its day. */
const mostLooked = 50;
const clockSchema = z.looseObject({ clock: z.looseObject({ labDay: labDaySchema }) });

export function policyIn(directory: readonly DirectoryDocument[]): RetentionPolicy {
  const document = directory.find(({ type }) => type === 'retention');
  return document?.type === 'retention' ? document.policy : keepForEver;
}

/**
 * Learners whose time is over, oldest first. Who worked by the lab's days, as events have those ([TTB14]); who never did by the hub's own clock, as that is
 * what the journal is dated by ([TTB15]).
 * @param hubDate by the hub's clock, `YYYY-MM-DD`
 */
export async function dueRecords(
  { office, index }: { readonly office: SiteOffice; readonly index: HubIndex },
  hubDate: string,
): Promise<readonly Due[]> {
  const directory = await office.directory.all();
  const policy = policyIn(directory);
  if (policy.worked === null && policy.unused === null) return [];
  const onHold = new Set(
    directory.flatMap((each) => (each.type === 'hold' && each.stands ? each.learner : [])),
  );
  const due: Due[] = [];
  for (const document of directory) {
    if (document.type !== 'learner') continue;
    const { learner, hubSeq } = document;
    const worked = await lastSign(index, learner);
    const of: RecordClass = worked.ever ? 'worked' : 'unused';
    const made = worked.ever ? null : await office.journal.wallMsOf(hubSeq);
    const since = made === null ? worked.day : labDateAt(made);
    const today = made === null ? office.labDate : hubDate;
    if (since !== null && isOver(since, policy[of], today)) {
      due.push({ learner, class: of, since, onHold: onHold.has(learner) });
    }
  }
  return due.sort((a, b) => (a.since < b.since ? -1 : 1));
}

interface LastSign {
  readonly ever: boolean;
  readonly day: string | null;
}

/**
 * Whether there is any event, and the lab day of the last that knows one: never a station's own clock.
 * Of somebody whose last events know none, nothing is ever due.
 */
async function lastSign(index: HubIndex, learner: LearnerId): Promise<LastSign> {
  const range = { prefix: indexPrefixes.order(learner), reverse: true };
  // Nearly always the last one knows it: fifty of everybody are many to read.
  const newest = dayAmong(await index.range({ ...range, limit: 1 }));
  return newest.day === null && newest.ever
    ? dayAmong(await index.range({ ...range, limit: mostLooked }))
    : newest;
}

function dayAmong(last: readonly IndexEntry[]): LastSign {
  for (const [, value] of last) {
    const clear = eventInOrderValue(value)?.clear;
    const day = clear && clockSchema.safeParse(JSON.parse(clear)).data?.clock.labDay.date;
    if (day) return { ever: true, day };
  }
  return { ever: last.length > 0, day: null };
}

/** Whether so many months of the calendar have passed. */
export function isOver(since: string, months: number | null, today: string): boolean {
  return months !== null && addMonths(since, months) <= today;
}

/** A date some months later; of a day which that month lacks, its last. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const on = Math.min(day, last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(on).padStart(2, '0')}`;
}
