import { describe, expect, it } from 'vitest';
import { readBirthYear } from './birth-year.ts';

describe('a year of birth as it is written [PPL1]', () => {
  it('is read in either digits and of either era', () => {
    expect(readBirthYear('1990')).toBe(1990);
    expect(readBirthYear(' ១៩៩០ ')).toBe(1990);
    expect(readBirthYear('២៥៣៣')).toBe(1990);
    expect(readBirthYear('2569', 2026)).toBe(2026);
  });

  it('may be left out', () => {
    expect(readBirthYear('  ')).toBeNull();
  });

  it('is none where nobody can be born then', () => {
    for (const text of ['90', '19900', '1899', '2101', '2570', 'abcd', '1990.5']) {
      expect(readBirthYear(text, 2026)).toBeUndefined();
    }
  });
});
