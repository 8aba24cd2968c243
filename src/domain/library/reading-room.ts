import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import type { BookTopic, RoomCount } from '../../shared/contracts/reading-room.ts';
import type { CommandId, StaffId } from '../../shared/ids.ts';
import { readersStep } from './most-read.ts';

/** One entry: what somebody counted, or said in the place of an earlier one. */
export interface RoomEntry {
  readonly id: CommandId;
  /** The hub's order. */
  readonly hubSeq: number;
  readonly by: StaffId;
  readonly count: RoomCount | null;
  readonly corrects: CommandId | null;
}

/** An entry that counts. */
export interface StandingEntry extends RoomEntry {
  readonly count: RoomCount;
}

/**
 * The entries that count, newest first: those that none corrects, each correction once. It hangs on the set
 * of entries alone, in whatever order they come; of two that correct one entry the earlier holds ([LIB6]).
 */
export function standingEntries(entries: Iterable<RoomEntry>): readonly StandingEntry[] {
  const known = [...new Map([...entries].map((each) => [each.id, each])).values()].sort(
    (a, b) => a.hubSeq - b.hubSeq || (a.id < b.id ? -1 : 1),
  );
  const corrected = new Set<CommandId>();
  const counting = known.filter(({ corrects }) => {
    if (corrects === null) return true;
    if (corrected.has(corrects)) return false;
    corrected.add(corrects);
    return true;
  });
  return counting
    .flatMap((each) =>
      each.count === null || corrected.has(each.id) ? [] : [{ ...each, count: each.count }],
    )
    .reverse();
}

export const roomSpans = ['day', 'week', 'month'] as const;
export type RoomSpan = (typeof roomSpans)[number];

/** What is told of a count: exact figures could name somebody where few come ([LIB5]). */
export type ToldCount = 'few' | number;

/** None is zero, fewer than five are few, others a whole five at the least. */
export function toldCount(count: number): ToldCount {
  return count > 0 && count < readersStep ? 'few' : count - (count % readersStep);
}

/** What was counted over some days. */
export interface RoomFigures {
  readonly visits: ReadonlyMap<GroupScope, number>;
  readonly lent: number;
  readonly returned: number;
  readonly topics: ReadonlyMap<BookTopic, { readonly lent: number; readonly returned: number }>;
}

export interface RoomPeriod extends RoomFigures {
  /** Its first day: a Monday of weeks. */
  readonly from: string;
}

/** Day by day, week by week or month by month, the newest first: only those in which anything was counted. */
export function roomPeriods(
  entries: readonly StandingEntry[],
  span: RoomSpan,
): readonly RoomPeriod[] {
  const periods = new Map<string, RoomCount[]>();
  for (const { count } of entries) {
    const from = firstDay(count.day, span);
    periods.set(from, [...(periods.get(from) ?? []), count]);
  }
  return [...periods]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([from, counts]) => ({ from, ...sums(counts) }));
}

function sums(counts: readonly RoomCount[]): RoomFigures {
  const visits = new Map<GroupScope, number>();
  const topics = new Map<BookTopic, { lent: number; returned: number }>();
  for (const count of counts) {
    if (count.kind === 'visits') {
      visits.set(count.scope, (visits.get(count.scope) ?? 0) + count.people);
    } else {
      const { lent, returned } = topics.get(count.topic) ?? { lent: 0, returned: 0 };
      topics.set(count.topic, { lent: lent + count.lent, returned: returned + count.returned });
    }
  }
  const all = [...topics.values()];
  const total = (of: 'lent' | 'returned') => all.reduce((sum, each) => sum + each[of], 0);
  return { visits, topics, lent: total('lent'), returned: total('returned') };
}

/** @param day `YYYY-MM-DD` */
function firstDay(day: string, span: RoomSpan): string {
  if (span === 'month') return `${day.slice(0, 7)}-01`;
  if (span === 'day') return day;
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  date.setUTCDate(date.getUTCDate() - sinceMonday);
  return date.toISOString().slice(0, 10);
}
