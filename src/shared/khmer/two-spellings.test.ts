import { describe, expect, it } from 'vitest';
import { inOneSpelling, spellingsOf } from './two-spellings.ts';

describe('words that are spelt in two ways [KHM12]', () => {
  it('are brought to one', () => {
    expect(inOneSpelling('សូមឲ្យគាត់រំឭក')).toBe('សូមឱ្យគាត់រំលឹក');
    expect(inOneSpelling('ទឹក ២០ L')).toBe('ទឹក ២០ L');
  });

  it('are looked for in both, ours first', () => {
    expect(spellingsOf('ឲ្យរំឭក')).toEqual(['ឱ្យរំលឹក', 'ឱ្យរំឭក', 'ឲ្យរំលឹក', 'ឲ្យរំឭក']);
    expect(spellingsOf('រំលឹក')).toEqual(['រំលឹក', 'រំឭក']);
    expect(spellingsOf('ទឹក')).toEqual(['ទឹក']);
  });
});
