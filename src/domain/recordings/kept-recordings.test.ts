import { describe, expect, it } from 'vitest';
import { recordingName, recordingParts } from '../../shared/contracts/recording-copy.ts';
import { recordingIdSchema } from '../../shared/ids.ts';
import { keptRecordings, lastOfPlace, mostOfLearner } from './kept-recordings.ts';

const hex = (digits: number, value: number) => value.toString(16).padStart(digits, '0');
const place = (which: number) => hex(32, which);
const named = (order: number, which: number, id = order) =>
  recordingName({
    order,
    id: recordingIdSchema.parse(hex(16, id)),
    place: place(which),
    sha256: hex(64, order),
  });

describe('which recordings of a learner are kept', () => {
  it('[RAL3] is of each text the last, whoever brings what first', () => {
    const early = named(3, 1);
    const late = named(2 ** 52, 1);
    const other = named(4, 2);
    for (const names of [
      [early, late, other],
      [other, late, early, late],
    ]) {
      expect(keptRecordings(names)).toEqual([other, late]);
    }
    expect(lastOfPlace([late, other, early], place(1))).toBe(late);
    expect(lastOfPlace([late], place(7))).toBeNull();
    expect(recordingParts(late)).toMatchObject({ order: 2 ** 52, place: place(1) });
  });

  it('[RAL6] is the same everywhere of two that two stations kept without knowing of each other', () => {
    const [one, other] = [named(5, 1, 10), named(5, 1, 11)];
    expect(keptRecordings([one, other])).toEqual(keptRecordings([other, one]));
    expect(keptRecordings([one, other])).toHaveLength(1);
  });

  it('[RAL3] is twelve, the latest', () => {
    const names = Array.from({ length: mostOfLearner + 5 }, (_each, at) => named(at + 1, at));
    expect(keptRecordings(names.toReversed())).toEqual(names.slice(5));
  });
});
