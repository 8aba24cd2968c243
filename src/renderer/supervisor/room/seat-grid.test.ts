import { describe, expect, it } from 'vitest';
import { seatView } from '../../../../tests/factories/supervisor-views.ts';
import type { Spot } from '../../../shared/contracts/seat-places.ts';
import { seatGrid } from './seat-grid.ts';

const at = (seat: number, place: Spot | null) => ({ ...seatView({ seat }), place });
const rowsOf = (columns: number, count: number) =>
  Array.from({ length: count }, (_, index) =>
    at(index + 1, { column: (index % columns) + 1, row: Math.floor(index / columns) + 1 }),
  );

describe('[SUP21] the grid of seats', () => {
  it('is rows by number where nobody said how they stand, a lab of eight large and thirty small', () => {
    const seats = (count: number) =>
      Array.from({ length: count }, (_, index) => at(index + 1, null));
    expect(seatGrid(seats(8))).toMatchObject({ className: 'seats', style: {} });
    expect(seatGrid(seats(20)).className).toBe('seats seats--crowded');
    expect(seatGrid(seats(30)).className).toBe('seats seats--crowded seats--dense');
  });

  it('is as they stand, read by rows from the front, with narrow aisles', () => {
    const grid = seatGrid([
      at(1, { column: 4, row: 3 }),
      at(2, { column: 2, row: 3 }),
      at(3, { column: 2, row: 1 }),
    ]);
    expect(grid.shown.map(({ seat }) => seat.seat)).toEqual([3, 2, 1]);
    expect(grid.shown.at(-1)?.at).toEqual({ gridColumn: 3, gridRow: 3 });
    expect(grid.style.gridTemplateColumns).toBe('minmax(0, 1fr) 28px minmax(0, 1fr)');
    expect(grid.className).toBe('seats seats--standing');
  });

  it('shows smaller what would not fit otherwise', () => {
    expect(seatGrid(rowsOf(4, 8)).className).toBe('seats seats--standing');
    expect(seatGrid(rowsOf(5, 10)).className).toBe('seats seats--standing seats--crowded');
    expect(seatGrid(rowsOf(6, 30)).className).toContain('seats--narrow');
    expect(seatGrid(rowsOf(6, 30)).className).not.toContain('seats--dense');
    expect(seatGrid(rowsOf(4, 28)).className).toContain('seats--dense');
  });
});
