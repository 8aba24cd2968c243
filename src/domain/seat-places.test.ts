import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  mostColumns,
  mostRows,
  seatPlacesSchema,
  spotKey,
} from '../shared/contracts/seat-places.ts';
import type { Spot } from '../shared/contracts/seat-places.ts';
import { stationIdSchema } from '../shared/ids.ts';
import { extent, moved, standing } from './seat-places.ts';

const station = (at: number) => stationIdSchema.parse(`st-${String(at).padStart(8, '0')}`);
const anySpot = fc.record({
  column: fc.integer({ min: 1, max: mostColumns }),
  row: fc.integer({ min: 1, max: mostRows }),
});
const anySeats = fc
  .array(fc.option(anySpot), { maxLength: mostColumns * mostRows })
  .map((places) => places.map((place, at) => ({ station: station(at), place })));

describe('[SUP21] seats as they stand', () => {
  it('stand in rows of four by number where nobody said otherwise', () => {
    const seats = [1, 2, 3, 4, 5].map((at) => ({ station: station(at), place: null }));
    expect([...standing(seats).values()].map(spotKey)).toEqual(['1:1', '2:1', '3:1', '4:1', '1:2']);
  });

  it('stand where was said, and new ones behind', () => {
    const place = { column: 7, row: 2 };
    const seats = [
      { station: station(1), place },
      { station: station(2), place: null },
    ];
    const spots = standing(seats);
    expect(spots.get(station(1))).toEqual(place);
    expect(spots.get(station(2))).toEqual({ column: 1, row: 3 });
  });

  it('have each a spot of its own, whatever was said', () => {
    fc.assert(
      fc.property(anySeats, (seats) => {
        const spots = standing(seats);
        expect(spots.size).toBe(seats.length);
        expect(new Set([...spots.values()].map(spotKey)).size).toBe(seats.length);
      }),
    );
  });

  it('go on having one each however they are moved, and are fit to be kept', () => {
    const moves = fc.array(fc.tuple(fc.nat({ max: 29 }), anySpot), { maxLength: 30 });
    fc.assert(
      fc.property(anySeats, moves, (seats, list) => {
        const after = list.reduce(
          (spots, [at, to]) => (spots.has(station(at)) ? moved(spots, station(at), to) : spots),
          standing(seats),
        );
        const places = [...after].map(([id, spot]: [unknown, Spot]) => ({ station: id, ...spot }));
        expect(seatPlacesSchema.parse(places)).toHaveLength(seats.length);
      }),
    );
  });

  it('are shown from the first to the last, with the aisles between them', () => {
    const { columns, rows } = extent([
      { column: 2, row: 4 },
      { column: 4, row: 4 },
    ]);
    expect(columns).toEqual([
      { at: 2, isAisle: false },
      { at: 3, isAisle: true },
      { at: 4, isAisle: false },
    ]);
    expect(rows).toEqual([{ at: 4, isAisle: false }]);
    expect(extent([])).toEqual({ columns: [], rows: [] });
  });

  it('refuses two on one spot, one on two, and spots that are not there', () => {
    const at = (id: number, column: number, row: number) => ({ station: station(id), column, row });
    for (const wrong of [
      [at(1, 1, 1), at(2, 1, 1)],
      [at(1, 1, 1), at(1, 2, 1)],
      [at(1, 0, 1)],
      [at(1, 1, mostRows + 1)],
      [at(1, 1.5, 1)],
    ]) {
      expect(seatPlacesSchema.safeParse(wrong).success).toBe(false);
    }
  });
});
