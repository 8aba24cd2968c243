import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tileColours } from '../../shared/contracts/documents/directory.ts';
import type { Tile } from '../../shared/contracts/documents/directory.ts';
import { drawingFamilies, drawings, familyNames } from '../../shared/contracts/drawings.ts';
import { familyOf } from './families.ts';
import { likeness } from './likeness.ts';
import { TileRack, mostInGroup } from './tile-rack.ts';

const dealt = (rack: TileRack, count: number): Tile[] =>
  Array.from({ length: count }, () => rack.takeFarthest()).flatMap((tile) => tile ?? []);
const look = ({ picture, colour }: Tile) => `${picture} ${colour}`;
const anyTile = fc.record({
  picture: fc.constantFrom(...drawings),
  colour: fc.constantFrom(...tileColours),
});

describe('drawn pictures [TIL1]', () => {
  it('are at least sixty, in families of at most seven', () => {
    expect(drawings.length).toBeGreaterThanOrEqual(60);
    expect([...familyNames].toSorted()).toEqual(Object.keys(drawingFamilies).toSorted());
    const sizes = familyNames.map((family) => drawingFamilies[family].length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(7);
    expect(drawings.every((name) => familyOf(name) !== null)).toBe(true);
  });
});

describe('the tiles of a group [TIL2] [TIL3]', () => {
  it('are enough for 480 people, no two alike, and then no more', () => {
    const rack = new TileRack();
    const tiles = dealt(rack, mostInGroup);
    expect(tiles.length).toBeGreaterThanOrEqual(480);
    expect(new Set(tiles.map(look)).size).toBe(tiles.length);
    expect(rack.takeFarthest()).toBeNull();
  });

  it('have another picture each while there are pictures, and no look-alikes at first', () => {
    const tiles = dealt(new TileRack(), drawings.length);
    expect(new Set(tiles.map(({ picture }) => picture)).size).toBe(drawings.length);
    const first = tiles.slice(0, 12);
    const alike = first.flatMap((a) => first.filter((b) => a !== b && likeness(a, b) >= 20));
    expect(alike).toEqual([]);
  });

  it('are spread over the families, so that each shows few', () => {
    const tiles = dealt(new TileRack(), 83);
    const counts = familyNames.map(
      (family) => tiles.filter(({ picture }) => familyOf(picture) === family).length,
    );
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
  });

  it('go to a newcomer so that none free is less like those there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyTile, { selector: look, maxLength: 30 }), (taken) => {
        const given = new TileRack(taken).takeFarthest();
        const costOf = (tile: Tile) => taken.reduce((sum, each) => sum + likeness(each, tile), 0);
        const free = drawings
          .flatMap((picture) => tileColours.map((colour) => ({ picture, colour })))
          .filter((tile) => !taken.some((each) => look(each) === look(tile)));
        expect(given && costOf(given)).toBe(Math.min(...free.map(costOf)));
      }),
      { numRuns: 30 },
    );
  });

  it('of somebody disabled are given away last; one given back can be taken again', () => {
    const [kept, ...rest] = dealt(new TileRack(), mostInGroup);
    if (kept === undefined) throw new Error('there are tiles');
    const rack = new TileRack(rest.slice(1), [kept]);
    expect(rack.takeFarthest()).toEqual(rest[0]);
    expect(rack.takeFarthest()).toEqual(kept);
    rack.giveBack(kept);
    expect(rack.isTaken(kept)).toBe(false);
    expect(rack.takeFarthest()).toEqual(kept);
  });

  it('that only newer software draws are taken like others', () => {
    const newer: Tile = { picture: 'windmill', colour: 'leaf' };
    const rack = new TileRack([newer]);
    expect(rack.isTaken(newer)).toBe(true);
    expect(rack.takeFarthest()).not.toBeNull();
  });
});
