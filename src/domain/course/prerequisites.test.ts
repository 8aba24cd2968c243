import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comesFirst, ringOfPrerequisites } from './prerequisites.ts';
import type { Ordered, Standing } from './prerequisites.ts';

const run = { seed: 20261122, numRuns: 300 };

/** Any course that can be walked: what comes first stands before, then everything is shuffled. */
const anyCourse: fc.Arbitrary<readonly Ordered[]> = fc
  .array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .map((all) =>
    all.map((before, place) => ({
      id: `item-${place}`,
      prerequisites: place === 0 ? [] : before.map((each) => `item-${each % place}`),
    })),
  )
  .chain((items) => fc.shuffledSubarray(items, { minLength: items.length }));

const byId = (items: readonly Ordered[]) => new Map(items.map((item) => [item.id, item]));
const standings =
  (done: ReadonlySet<string>) =>
  (id: string): Standing =>
    done.has(id) ? 'done' : 'new';

describe('what comes before what in a course', () => {
  it('[CRS1] has no ring where an order exists', () => {
    fc.assert(
      fc.property(anyCourse, (items) => {
        expect(ringOfPrerequisites(items)).toBeNull();
      }),
      run,
    );
  });

  it('[CRS1] has one as soon as something comes, over however many, before itself', () => {
    const closed = fc.tuple(anyCourse, fc.integer({ min: 2, max: 6 })).map(([items, size]) => [
      ...items,
      ...Array.from({ length: size }, (_, place) => ({
        id: `ring-${place}`,
        prerequisites: ['item-0', `ring-${(place + 1) % size}`],
      })),
    ]);
    fc.assert(
      fc.property(closed, (items) => {
        const ring = ringOfPrerequisites(items) ?? [];
        expect(ring.length).toBeGreaterThan(1);
        const next = (place: number) => ring[(place + 1) % ring.length];
        for (const [place, id] of ring.entries()) {
          expect(byId(items).get(id)?.prerequisites).toContain(next(place));
        }
      }),
      run,
    );
  });

  it('[CRS1] knows what comes before itself', () => {
    expect(ringOfPrerequisites([{ id: 'a', prerequisites: ['a'] }])).toEqual(['a']);
  });

  it('[CRS2] sends to something open, always, and by it everybody comes through the whole course', () => {
    fc.assert(
      fc.property(anyCourse, fc.nat(), (items, choice) => {
        const course = byId(items);
        const done = new Set<string>();
        for (let step = 0; done.size < items.length; step += 1) {
          const left = items.filter(({ id }) => !done.has(id));
          const wanted = left[(choice + step) % left.length]?.id ?? '';
          const first = comesFirst(wanted, course, standings(done)) ?? wanted;
          expect(done.has(first)).toBe(false);
          expect(comesFirst(first, course, standings(done))).toBeNull();
          done.add(first);
        }
      }),
      run,
    );
  });

  it('[CRS2] closes nothing that was begun', () => {
    const items = byId([{ id: 'a' }, { id: 'b', prerequisites: ['a'] }]);
    expect(comesFirst('b', items, (id) => (id === 'b' ? 'begun' : 'new'))).toBeNull();
  });
});
