import { describe, expect, it } from 'vitest';
import { runsLeft } from './page-direction.ts';

describe('the lines of a page', () => {
  it('[PCE7] run as its writing does', () => {
    expect(runsLeft('مرحبا بكم')).toBe(true);
    expect(runsLeft('שלום לכם EPUB')).toBe(true);
    expect(runsLeft('Instructions: עברית')).toBe(false);
    expect(runsLeft('សួស្ដី')).toBe(false);
    expect(runsLeft('縦書き')).toBe(false);
    expect(runsLeft(' 12 – ')).toBeNull();
  });
});
