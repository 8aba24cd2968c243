import { describe, expect, it } from 'vitest';
import type { RoomCount } from '../../shared/contracts/reading-room.ts';
import { commandIdSchema, staffIdSchema } from '../../shared/ids.ts';
import { roomPeriods, standingEntries, toldCount } from './reading-room.ts';
import type { RoomEntry } from './reading-room.ts';

const by = staffIdSchema.parse('of-aaaaaaaaaaaa');
const id = (number: number) => commandIdSchema.parse(`cm-${String(number).padStart(16, '0')}`);

const visits = (people: number, day = '2026-11-22', scope: 'women' | 'men' = 'women') =>
  ({ kind: 'visits', day, scope, people }) as const;
const loans = (lent: number, returned: number, topic: 'stories' | 'law' = 'stories') =>
  ({ kind: 'loans', day: '2026-11-22', topic, lent, returned }) as const;

const entry = (number: number, count: RoomCount | null, corrects: number | null = null) =>
  ({
    id: id(number),
    hubSeq: number,
    by,
    count,
    corrects: corrects === null ? null : id(corrects),
  }) satisfies RoomEntry;

const numbers = (entries: readonly RoomEntry[]) =>
  standingEntries(entries).map(({ hubSeq }) => hubSeq);

describe('[LIB6] entries of the reading room', () => {
  const all = [
    entry(1, visits(12)),
    entry(2, visits(30)),
    entry(3, visits(13), 2),
    entry(4, loans(4, 1)),
    entry(5, null, 4),
    entry(6, visits(14), 3),
  ];

  it('count once, in the place of those they correct, and not at all once taken back', () => {
    expect(numbers(all)).toEqual([6, 1]);
    expect(numbers([...all, ...all])).toEqual([6, 1]);
  });

  it('come to the same in whatever order they come', () => {
    expect(standingEntries(all.toReversed())).toEqual(standingEntries(all));
  });

  it('of two that correct one, the earlier holds', () => {
    expect(numbers([...all, entry(7, visits(99), 2)])).toEqual([6, 1]);
  });
});

describe('[LIB6] figures of the reading room', () => {
  it('are summed by day, by week from Monday, and by month, newest first', () => {
    const entries = standingEntries([
      entry(1, visits(7, '2026-11-22')),
      entry(2, visits(3, '2026-11-23')),
      entry(3, visits(2, '2026-11-22', 'men')),
      entry(4, visits(1, '2026-12-01')),
      entry(5, loans(5, 2)),
      entry(6, loans(3, 0, 'law')),
    ]);
    const women = (span: 'day' | 'week' | 'month') =>
      roomPeriods(entries, span).map(({ from, visits: of }) => [from, of.get('women')]);
    expect(women('day')).toEqual([
      ['2026-12-01', 1],
      ['2026-11-23', 3],
      ['2026-11-22', 7],
    ]);
    // The 22nd of November 2026 is a Sunday.
    expect(women('week')).toEqual([
      ['2026-11-30', 1],
      ['2026-11-23', 3],
      ['2026-11-16', 7],
    ]);
    expect(women('month')).toEqual([
      ['2026-12-01', 1],
      ['2026-11-01', 10],
    ]);
    expect(roomPeriods(entries, 'month')[1]).toMatchObject({ lent: 8, returned: 2 });
    expect(roomPeriods(entries, 'month')[1]?.topics.get('law')).toEqual({ lent: 3, returned: 0 });
  });

  it('[LIB5] are told as none, few, or a whole five at the least', () => {
    expect([0, 1, 4, 5, 9, 10].map(toldCount)).toEqual([0, 'few', 'few', 5, 5, 10]);
  });
});
