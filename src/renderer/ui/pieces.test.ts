import { describe, expect, it } from 'vitest';
import { drawings } from '../../shared/contracts/drawings.ts';
import { codePictures } from '../../shared/contracts/sign-in.ts';
import { boxAhead } from './arrow-keys.ts';
import { placeOfKey } from './keyboard/key-places.ts';
import { lampOf } from './lamp-state.ts';

describe('arrow keys', () => {
  // Two rows of three, the last row short of one.
  const boxes = [0, 1, 2, 3, 4].map((index) => ({
    left: (index % 3) * 100,
    top: Math.floor(index / 3) * 100,
    width: 90,
    height: 90,
  }));

  it('lead to the nearest box they point at', () => {
    expect(boxAhead(boxes, 0, 'ArrowRight')).toBe(1);
    expect(boxAhead(boxes, 0, 'ArrowDown')).toBe(3);
    expect(boxAhead(boxes, 4, 'ArrowUp')).toBe(1);
    expect(boxAhead(boxes, 2, 'ArrowDown')).toBe(4);
  });

  it('lead nowhere past the edge', () => {
    expect(boxAhead(boxes, 0, 'ArrowLeft')).toBe(-1);
    expect(boxAhead(boxes, 3, 'ArrowDown')).toBe(-1);
    expect(boxAhead(boxes, 0, 'Enter')).toBe(-1);
  });
});

describe('the lamp [KSK8]', () => {
  it('says saved only when nothing waits and the hub is there', () => {
    const peers = null;
    expect(lampOf({ hubReachable: true, waiting: 0, peers })).toBe('saved');
    expect(lampOf({ hubReachable: true, waiting: 2, peers })).toBe('waiting');
    expect(lampOf({ hubReachable: false, waiting: 0, peers })).toBe('away');
    expect(lampOf({ hubReachable: false, waiting: 2, peers })).toBe('away');
  });

  it('[PER9] says who holds each other’s work while the hub is away, and never that it is saved', () => {
    const away = { hubReachable: false, waiting: 2 };
    expect(lampOf({ ...away, peers: { stations: 1, copied: 0 } })).toBe('away');
    expect(lampOf({ ...away, peers: { stations: 6, copied: 2 } })).toBe('together');
  });
});

describe('drawn pictures [LUK6]', () => {
  it('have each name once, the twelve of the picture code among them', () => {
    expect(new Set(drawings).size).toBe(drawings.length);
    expect(codePictures.filter((name) => !drawings.includes(name))).toEqual([]);
  });
});

describe('the drawn keyboard', () => {
  it.each([
    ['f', { code: 'KeyF', shifted: false }],
    ['F', { code: 'KeyF', shifted: true }],
    [' ', { code: 'Space', shifted: false }],
    ['ArrowLeft', { code: 'ArrowLeft', shifted: false }],
    ['Enter', { code: 'Enter', shifted: false }],
    ['?', { code: 'Slash', shifted: true }],
    ['!', { code: 'Digit1', shifted: true }],
    ['ក', { code: 'KeyK', shifted: false }],
    ['គ', { code: 'KeyK', shifted: true }],
    ['១', { code: 'Digit1', shifted: false }],
  ])('shows where %s lies', (key, place) => {
    expect(placeOfKey(key)).toEqual(place);
  });

  it('knows no place for a key it has not', () => {
    expect(placeOfKey('F13')).toBeNull();
  });
});
