import { describe, expect, it } from 'vitest';
import { passphraseFault } from './staff-passphrase.ts';

const names = ['សុខ ចាន់', 'Sok Chan'];

describe('[IDN10] a staff passphrase', () => {
  it.each([
    ['three rivers cross', null],
    ['ទន្លេ ស្វាយ ព្រះចន្ទ', null],
    ['short one', 'too-short'],
    ['            ', 'too-short'],
    ['abababababab', 'too-plain'],
    ['password1234', 'known'],
    ['Passphrase 12', 'known'],
    ['Sok Chan 1987', 'known'],
    ['qwerty123456', 'known'],
  ] as const)('%s: %s', (passphrase, fault) => {
    expect(passphraseFault(passphrase, names)).toBe(fault);
  });
});
