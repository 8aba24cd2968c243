import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followsStroke, keptStroke, lengthOf, resample } from './strokes.ts';
import type { Stroke } from './strokes.ts';

const down: Stroke = [
  [50, 10],
  [50, 90],
];
const circle: Stroke = Array.from({ length: 25 }, (_, index) => {
  const turn = (index / 24) * 2 * Math.PI;
  return [50 + 30 * Math.sin(turn), 50 - 30 * Math.cos(turn)] as const;
});

describe('a stroke drawn by hand [LSN12]', () => {
  const coordinate = fc.integer({ min: 0, max: 100 });
  const model = fc
    .array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 })
    .filter((stroke) => lengthOf(stroke) > 20);

  it('fits however unsteady the hand is within the tolerance, and however fast it goes', () => {
    const wobble = fc.array(
      fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })),
      {
        minLength: 60,
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(wobble, (off) => {
        const hand = resample(circle, 60).map(([x, y], index): [number, number] => [
          x + (off[index]?.[0] ?? 0) / 4,
          y + (off[index]?.[1] ?? 0) / 4,
        ]);
        expect(followsStroke(hand, circle, 14)).toBe(true);
        expect(followsStroke(keptStroke(hand), circle, 14)).toBe(true);
      }),
    );
  });

  it('fits itself, whatever it is', () => {
    fc.assert(
      fc.property(model, (stroke) => {
        expect(followsStroke(stroke, stroke, 14)).toBe(true);
      }),
    );
  });

  it('does not fit backwards, not even where it ends where it begins', () => {
    expect(followsStroke([...down].reverse(), down, 30)).toBe(false);
    expect(followsStroke([...circle].reverse(), circle, 30)).toBe(false);
    const short: Stroke = [
      [50, 50],
      [50, 60],
    ];
    expect(followsStroke([...short].reverse(), short, 30)).toBe(false);
  });

  it('does not fit half done, beside the line, or as a dot', () => {
    expect(followsStroke(circle.slice(0, 13), circle, 14)).toBe(false);
    const beside = down.map(([x, y]): [number, number] => [x + 20, y]);
    expect(followsStroke(beside, down, 14)).toBe(false);
    expect(followsStroke([[50, 50]], down, 30)).toBe(false);
  });

  it('is kept as a few whole numbers inside the field', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -9, max: 109, noNaN: true }), coordinate)),
        (stroke) => {
          const kept = keptStroke(stroke);
          expect(kept.length).toBeLessThanOrEqual(40);
          for (const value of kept.flat()) {
            expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
          }
        },
      ),
    );
  });
});
