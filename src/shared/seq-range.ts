import * as z from 'zod';

/** Numbers of a store, both ends included. */
const seqRangeSchema = z.strictObject({
  from: z.number().int().min(1),
  to: z.number().int().min(1),
});
export type SeqRange = z.infer<typeof seqRangeSchema>;

/** Ranges in order, none touching another. */
export const seqRangesSchema = z.array(seqRangeSchema);
export type SeqRanges = readonly SeqRange[];

/** All that is in the one or the other. */
export function joinRanges(one: SeqRanges, other: SeqRanges): SeqRanges {
  const joined: SeqRange[] = [];
  for (const { from, to } of [...one, ...other].toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || from > last.to + 1) joined.push({ from, to });
    else joined.splice(-1, 1, { from: last.from, to: Math.max(last.to, to) });
  }
  return joined;
}

/** The ranges less one number. */
export function withoutSeq(ranges: SeqRanges, seq: number): SeqRanges {
  return ranges.flatMap(({ from, to }) => {
    if (seq < from || seq > to) return [{ from, to }];
    return [
      { from, to: seq - 1 },
      { from: seq + 1, to },
    ].filter((part) => part.from <= part.to);
  });
}

/** What of one range is in none of the others. */
export function rangesWithout(range: SeqRange, others: SeqRanges): SeqRanges {
  const left: SeqRange[] = [];
  let { from } = range;
  for (const other of others) {
    if (other.to < from || other.from > range.to) continue;
    if (other.from > from) left.push({ from, to: other.from - 1 });
    from = other.to + 1;
  }
  return from > range.to ? left : [...left, { from, to: range.to }];
}

/** The parts of the ranges that lie behind a number. */
export function rangesBehind(ranges: SeqRanges, seq: number): SeqRanges {
  return ranges
    .filter(({ to }) => to > seq)
    .map(({ from, to }) => ({ from: Math.max(from, seq + 1), to }));
}

export function isInRanges(ranges: SeqRanges, seq: number): boolean {
  return ranges.some(({ from, to }) => from <= seq && seq <= to);
}

/** Whether every number of the one is in the other. */
export function areWithin(ranges: SeqRanges, others: SeqRanges): boolean {
  return ranges.every(({ from, to }) =>
    others.some((other) => other.from <= from && to <= other.to),
  );
}

/** How many numbers there are in them. */
export function countIn(ranges: SeqRanges): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

/** The numbers that are not there, of those from 1 on, before the last that is. */
export function rangesMissing(there: readonly number[]): SeqRanges {
  const missing: SeqRange[] = [];
  let next = 1;
  for (const seq of there.toSorted((a, b) => a - b)) {
    if (seq > next) missing.push({ from: next, to: seq - 1 });
    next = Math.max(next, seq + 1);
  }
  return missing;
}
