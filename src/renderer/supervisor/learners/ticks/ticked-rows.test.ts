import { describe, expect, it } from 'vitest';
import { learnerRow } from '../../../../../tests/factories/supervisor-views.ts';
import { areAllTicked, nobodyTicked, withAll, withTurned, withTurnedTo } from './ticked-rows.ts';
import type { Ticked } from './ticked-rows.ts';

const rows = [1, 2, 3, 4, 5].map((at) => learnerRow({ at }));
const id = (at: number) => learnerRow({ at }).learner.learner;
const places = ({ learners }: Ticked) => [...learners].map((each) => Number(each.slice(-1))).sort();

describe('[LST2] ticking many of a list', () => {
  it('turns one at a time', () => {
    const two = withTurned(withTurned(nobodyTicked, id(2)), id(4));
    expect(places(two)).toEqual([2, 4]);
    expect(places(withTurned(two, id(2)))).toEqual([4]);
  });

  it('goes on from the last one, up or down, as that one was turned', () => {
    const from = withTurned(nobodyTicked, id(4));
    expect(places(withTurnedTo(from, rows, id(2)))).toEqual([2, 3, 4]);
    const all = withAll(nobodyTicked, rows);
    const untick = withTurned(all, id(2));
    expect(places(withTurnedTo(untick, rows, id(4)))).toEqual([1, 5]);
  });

  it('turns the one alone where the last is not in the list any more', () => {
    const from = withTurned(nobodyTicked, id(1));
    expect(places(withTurnedTo(from, rows.slice(2), id(4)))).toEqual([1, 4]);
    expect(places(withTurnedTo(nobodyTicked, rows, id(3)))).toEqual([3]);
  });

  it('ticks all that are found and keeps the others, and takes them away again', () => {
    const one = withTurned(nobodyTicked, id(5));
    const found = rows.slice(0, 2);
    const more = withAll(one, found);
    expect(places(more)).toEqual([1, 2, 5]);
    expect(areAllTicked(more, found)).toBe(true);
    expect(places(withAll(more, found))).toEqual([5]);
    expect(areAllTicked(one, [])).toBe(false);
  });
});
