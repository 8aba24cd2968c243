import { describe, expect, it } from 'vitest';
import { planDisplays } from './plan-displays.ts';

const display = (id: number, x: number, y: number, width: number, height: number) => ({
  id,
  bounds: { x, y, width, height },
});
const own = display(1, 0, 0, 1366, 768);

describe('[LCK3] where a locked kiosk stands on its displays', () => {
  it('fills the only one', () => {
    expect(planDisplays([own], 1)).toEqual({ seat: own.bounds, covers: [] });
  });

  it('fills the first, and covers what stands beside it', () => {
    const beside = display(2, 1366, 0, 1024, 768);
    const plan = { seat: own.bounds, covers: [beside.bounds] };
    expect(planDisplays([beside, own], 1)).toEqual(plan);
  });

  it('goes to the other one when that is the first now', () => {
    const beside = display(2, 1366, 0, 1024, 768);
    expect(planDisplays([own, beside], 2)).toEqual({ seat: beside.bounds, covers: [own.bounds] });
  });

  it('covers nothing of itself where two show the same', () => {
    expect(planDisplays([own, display(2, 0, 0, 1366, 768)], 1).covers).toEqual([]);
    expect(planDisplays([own, display(2, 0, 0, 1024, 600)], 1).covers).toEqual([]);
  });

  it('covers what a larger one shows beyond it', () => {
    expect(planDisplays([own, display(2, 0, 0, 1920, 1080)], 1).covers).toEqual([
      { x: 0, y: 768, width: 1920, height: 312 },
      { x: 1366, y: 0, width: 554, height: 768 },
    ]);
    expect(planDisplays([display(1, 100, 50, 800, 600), display(2, 0, 0, 1000, 700)], 1)).toEqual({
      seat: { x: 100, y: 50, width: 800, height: 600 },
      covers: [
        { x: 0, y: 0, width: 1000, height: 50 },
        { x: 0, y: 650, width: 1000, height: 50 },
        { x: 0, y: 50, width: 100, height: 600 },
        { x: 900, y: 50, width: 100, height: 600 },
      ],
    });
  });

  it('takes another where the first is not known, and none where none shows anything', () => {
    expect(planDisplays([own], 7).seat).toEqual(own.bounds);
    expect(planDisplays([display(1, 0, 0, 0, 0)], 1)).toEqual({ seat: null, covers: [] });
  });
});
