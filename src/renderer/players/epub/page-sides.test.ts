import { describe, expect, it } from 'vitest';
import { pageSides } from './page-sides.ts';

describe('the pages of a laid-out book', () => {
  it('[PCE7] stand side by side, and alone where nothing would stand beside them', () => {
    const unsaid = [undefined, undefined, undefined, undefined];
    expect(pageSides(unsaid, false)).toEqual(['center', 'left', 'right', 'center']);
    expect(pageSides(unsaid, true)).toEqual(['center', 'right', 'left', 'center']);
    expect(pageSides([undefined], false)).toEqual(['center']);
  });

  it('[PCE7] stand where they say', () => {
    expect(pageSides(['right', 'left', 'right', 'left'], false)).toEqual([
      'right',
      'left',
      'right',
      'left',
    ]);
    expect(pageSides(['center', 'left', undefined, 'center'], false)).toEqual([
      'center',
      'left',
      'right',
      'center',
    ]);
    expect(pageSides(['left', 'right', 'left'], true)).toEqual(['left', 'right', 'left']);
  });

  it('[PCE7] are never laid over each other where two in a row stand alone', () => {
    const sides = pageSides(['center', 'center', 'center', undefined, undefined], false);
    for (const [index, side] of sides.entries()) {
      expect(side === 'center' && sides[index + 1] === 'center').toBe(false);
    }
    expect(sides).toHaveLength(5);
    expect(sides).not.toContain(undefined);
  });
});
