import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf } from './clusters.ts';

describe('clusters', () => {
  it('keep a letter and all that hangs on it together', () => {
    expect(clustersOf('ស្ត្រី')).toEqual(['ស្ត្រី']);
    expect(clustersOf('ខ្មែរ')).toEqual(['ខ្មែ', 'រ']);
    expect(clustersOf('ខែ្មរ')).toEqual(['ខែ្ម', 'រ']);
    expect(clustersOf('a ក')).toEqual(['a', ' ', 'ក']);
    expect(clustersOf('')).toEqual([]);
  });

  it('are the text again when they are joined', () => {
    const sign = fc.constantFrom('ក', 'ខ', '\u17d2', 'ា', 'ំ', '\u200b', 'x', ' ', '😀');
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        expect(clustersOf(signs.join('')).join('')).toBe(signs.join(''));
      }),
    );
  });
});
