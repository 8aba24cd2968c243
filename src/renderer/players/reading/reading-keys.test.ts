import { describe, expect, it } from 'vitest';
import { deedOf } from './reading-keys.ts';

describe('keys in a book', () => {
  it('[PCE7] turn its pages, by arrows as the pages lie', () => {
    expect(deedOf('ArrowRight', false)).toBe('next');
    expect(deedOf('ArrowRight', true)).toBe('previous');
    expect(deedOf('ArrowLeft', true)).toBe('next');
    expect(deedOf('PageDown', true)).toBe('next');
    expect(deedOf('Home', false)).toBe('first');
    expect(deedOf('End', false)).toBe('last');
  });

  it('do nothing else', () => {
    for (const key of ['a', 'Enter', 'Tab', 'constructor']) expect(deedOf(key, false)).toBeNull();
  });
});
