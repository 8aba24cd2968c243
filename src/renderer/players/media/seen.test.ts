import { describe, expect, it } from 'vitest';
import { isSeen, joinParts, readPlace, startAt, writePlace } from './seen.ts';

describe('what was seen of a film', () => {
  it('[PCE6] is done at nine tenths really played, in whatever order', () => {
    expect(isSeen([[0, 89]], 100)).toBe(false);
    expect(isSeen([[0, 90]], 100)).toBe(true);
    expect(isSeen(joinParts([[50, 100]], [[0, 45]]), 100)).toBe(true);
  });

  it('[PCE6] is not done by jumping to the end, by playing a part again, or where no length is known', () => {
    expect(isSeen([[99, 100]], 100)).toBe(false);
    expect(isSeen(joinParts([[0, 50]], [[10, 60]], [[0, 60]]), 100)).toBe(false);
    expect(isSeen([[0, 90]], Number.NaN)).toBe(false);
    expect(isSeen([[0, 90]], Number.POSITIVE_INFINITY)).toBe(false);
  });

  it('goes on in another sitting where it was, and with what was seen before', () => {
    const place = readPlace(writePlace(12.345, [[0, 12.345]]));
    expect(place).toEqual({ at: 12.3, seen: [[0, 12.3]] });
    expect(joinParts(place.seen, [[12.3, 40]])).toEqual([[0, 40]]);
    expect(startAt(99.5, 100)).toBe(0);
    expect(startAt(50, 100)).toBe(50);
  });

  it.each([null, '', '{', '{"at":"x"}', '[]', '{"at":-1,"seen":[]}'])(
    'begins at the beginning where its place is %s',
    (text) => {
      expect(readPlace(text)).toEqual({ at: 0, seen: [] });
    },
  );

  it('stays short, however much somebody jumps about', () => {
    const jumps = Array.from({ length: 1000 }, (_, index) => [index * 10, index * 10 + 3] as const);
    expect(joinParts(jumps)).toHaveLength(100);
  });
});
