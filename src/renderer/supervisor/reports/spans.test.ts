import { expect, it } from 'vitest';
import { lastDays, lastMonths, monthSpan } from './spans.ts';

it('[RPT2] spans go over the ends of months and years', () => {
  expect(lastDays('2026-03-02', 7)).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  expect(monthSpan('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthSpan('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(lastMonths('2026-02-15').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
});
