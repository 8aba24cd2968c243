import { describe, expect, it } from 'vitest';
import { terminalLanguage } from './terminal-language.ts';

describe('the language of a terminal', () => {
  it('is Khmer where the locale says so, and English in any other [AUT6]', () => {
    expect(terminalLanguage({ LANG: 'km_KH.UTF-8' })).toBe('km');
    expect(terminalLanguage({ LC_ALL: '', LC_MESSAGES: 'km', LANG: 'en_GB.UTF-8' })).toBe('km');
    expect(terminalLanguage({ LC_ALL: 'C', LANG: 'km_KH' })).toBe('en');
    expect(terminalLanguage({ LANG: 'kmr_TR' })).toBe('en');
    expect(terminalLanguage({})).toBe('en');
  });
});
