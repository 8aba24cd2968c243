import { describe, expect, it } from 'vitest';
import { misfitOf } from './group-fit.ts';

const year = 2026;
const fits = (
  scope: 'men' | 'women' | 'minors',
  sex: 'female' | 'male' | null,
  age: number | null,
) => misfitOf(scope, { sex, birthYear: age === null ? null : year - age }, year);

describe('[ACC5] a group for somebody', () => {
  it('fits by sex and age, as far as they are known', () => {
    expect(fits('men', 'male', 30)).toBeNull();
    expect(fits('women', 'female', 30)).toBeNull();
    expect(fits('minors', 'female', 16)).toBeNull();
    expect(fits('men', null, null)).toBeNull();
    expect(fits('minors', 'male', null)).toBeNull();
  });

  it('does not where women and men, or minors and adults, would be together', () => {
    expect(fits('men', 'female', 30)).toBe('woman-among-men');
    expect(fits('women', 'male', null)).toBe('man-among-women');
    expect(fits('men', 'male', 17)).toBe('minor-among-adults');
    expect(fits('minors', 'male', 19)).toBe('adult-among-minors');
  });

  it('fits either way in the year in which somebody turns 18', () => {
    expect(fits('men', 'male', 18)).toBeNull();
    expect(fits('minors', 'male', 18)).toBeNull();
  });
});
