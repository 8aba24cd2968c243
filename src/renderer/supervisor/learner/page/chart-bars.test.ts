import { expect, it } from 'vitest';
import { barsOf, chart } from './chart-bars.ts';

it('[LPG2] stacks each day’s answers from the ground up, the fullest day to the top', () => {
  const { bars, most } = barsOf([
    { day: '2026-11-22', right: 6, notYet: 2, shown: 0 },
    { day: '2026-11-23', right: 0, notYet: 0, shown: 4 },
  ]);
  expect(most).toBe(8);
  const [first, second] = bars;
  expect(first?.parts.map(({ kind }) => kind)).toEqual(['right', 'notYet']);
  expect(first?.parts.at(-1)?.top).toBeCloseTo(chart.top);
  expect(first?.parts[0]?.height).toBeCloseTo((chart.ground - chart.top) * 0.75);
  expect(second?.parts).toHaveLength(1);
  expect(second?.parts[0]?.top).toBeCloseTo((chart.ground + chart.top) / 2);
  expect((first?.x ?? 0) + (first?.width ?? 0)).toBeLessThan(second?.x ?? 0);
});

it('[LPG2] draws within its bounds however many days there are', () => {
  const days = Array.from({ length: 30 }, (_, at) => ({
    day: `2026-10-${String(at + 1).padStart(2, '0')}`,
    right: at,
    notYet: 0,
    shown: 0,
  }));
  const { bars } = barsOf(days);
  expect(bars[0]?.parts).toEqual([]);
  const last = bars.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(chart.width);
});
