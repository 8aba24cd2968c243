import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewCardSchema } from '../../shared/contracts/documents/state.ts';
import type { ReviewCard } from '../../shared/contracts/documents/state.ts';
import { cardAfter, dayNumber, dueDay, isDue, timesAnswered } from './review-card.ts';

const right = { outcome: 'right', attempt: 1 } as const;
const second = { outcome: 'right', attempt: 2 } as const;
const shown = { outcome: 'shown', attempt: 2 } as const;
const notYet = { outcome: 'not-yet', attempt: 1 } as const;

const day = dayNumber('2026-11-22');
const after = (...given: readonly (readonly [Parameters<typeof cardAfter>[1], number | null])[]) =>
  given.reduce<ReviewCard | undefined>(
    (card, [answer, on]) => cardAfter(card, answer, on),
    undefined,
  );
const waitOf = (card: ReviewCard | undefined) => (card === undefined ? 0 : dueDay(card) - card[2]);

describe('what comes again', () => {
  it('[REV2] is due later after each right answer, and soon after one that had to be shown', () => {
    const once = after([right, day]);
    const twice = after([right, day], [right, day + waitOf(once)]);
    expect(waitOf(once)).toBeGreaterThanOrEqual(1);
    expect(waitOf(twice)).toBeGreaterThan(waitOf(once));
    const lost = after([right, day], [right, day + waitOf(once)], [shown, day + 30]);
    expect(waitOf(lost)).toBeLessThan(waitOf(twice));
    expect(waitOf(after([second, day]))).toBeLessThanOrEqual(waitOf(once));
  });

  it('[REV2] waits for the end of an item, and for a day', () => {
    expect(after([notYet, day])).toBeUndefined();
    expect(after([right, null])).toBeUndefined();
    const known = after([right, day]);
    expect(after([right, day], [notYet, day + 1])).toEqual(known);
    expect(after([right, day], [right, null])?.[2]).toBe(day);
  });

  it('[REV2] is not learned better by many answers on one day', () => {
    expect(waitOf(after([right, day], [right, day], [right, day]))).toBe(
      waitOf(after([right, day])),
    );
  });

  it('[REV2] is what its answers make it, the same each time, and always a day ahead', () => {
    const answer = fc.constantFrom(right, second, shown);
    const on = fc.option(fc.integer({ min: day - 400, max: day + 400 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, on), { minLength: 1, maxLength: 30 }), (given) => {
        const card = after([right, day], ...given);
        expect(card).toEqual(after([right, day], ...given));
        expect(reviewCardSchema.safeParse(card).success).toBe(true);
        expect(waitOf(card)).toBeGreaterThanOrEqual(1);
        expect(waitOf(card)).toBeLessThanOrEqual(365);
        expect(card && timesAnswered(card)).toBe(given.length + 1);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('[REV2] is due from its day on, and also where it was answered on a day that is yet to come', () => {
    const card: ReviewCard = [2.3, 5, day, day + 2, 1];
    expect([day, day + 1, day + 2, day + 9].map((today) => isDue(card, today))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(isDue(card, day - 100)).toBe(true);
  });
});
