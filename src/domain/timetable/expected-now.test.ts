import { describe, expect, it } from 'vitest';
import { groupId, learnerId, slotId, slotOf, stationId } from '../../../tests/factories/weeks.ts';
import { expectedNow } from './expected-now.ts';

const closed: ReadonlySet<string> = new Set();
const monday = '2026-11-23';

describe('[TTB7] who should be here now', () => {
  it('are the groups of the slots that run, and who has a place in them, on their seats', () => {
    const members = [1, 2, 3].map((at) => ({ learner: learnerId(at), group: groupId(at) }));
    const seats = [
      { slot: slotId(1), learner: learnerId(1), station: stationId(4) },
      { slot: slotId(1), learner: learnerId(3), station: null },
      { slot: slotId(2), learner: learnerId(2), station: stationId(5) },
    ];
    const slots = [slotOf(), slotOf({ at: 2, begins: 600, ends: 720, groups: [2] })];
    const from = { slots, seats, closed, members };
    const here = (minute: number) =>
      expectedNow(from, { date: monday, minute }).map(({ learner, station }) => [learner, station]);
    expect(here(480)).toEqual([
      [learnerId(1), stationId(4)],
      [learnerId(3), null],
    ]);
    expect(here(600)).toEqual([[learnerId(2), stationId(5)]]);
    expect(here(720)).toEqual([]);
    expect(
      expectedNow({ ...from, closed: new Set([monday]) }, { date: monday, minute: 480 }),
    ).toEqual([]);
  });

  it('are found among 5,000 learners of forty groups through a day', () => {
    const members = Array.from({ length: 5000 }, (_, at) => ({
      learner: learnerId(at),
      group: groupId(at % 40),
    }));
    const slots = Array.from({ length: 20 }, (_, at) =>
      slotOf({ at, begins: 420 + 30 * at, ends: 450 + 30 * at, groups: [2 * at, 2 * at + 1] }),
    );
    const from = { slots, seats: [], closed, members };
    const seen = new Set(
      slots.flatMap(({ begins }) =>
        expectedNow(from, { date: monday, minute: begins }).map(({ learner }) => learner),
      ),
    );
    expect(seen.size).toBe(5000);
    expect(expectedNow(from, { date: monday, minute: 435 })).toHaveLength(250);
  });
});
