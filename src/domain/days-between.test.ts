import { expect, it } from 'vitest';
import { daysBetween } from './days-between.ts';

it('counts days over months and leap years, and none backwards', () => {
  expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  expect(daysBetween('2026-12-31', '2027-01-07')).toBe(7);
  expect(daysBetween('2026-11-24', '2026-11-23')).toBe(0);
});
