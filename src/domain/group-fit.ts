import type { GroupScope, LearnerAccount } from '../shared/contracts/documents/directory.ts';

const adultAt = 18;

/** Why somebody may be in the wrong group; a person decides ([ACC5]). */
export const misfits = [
  'man-among-women',
  'woman-among-men',
  'minor-among-adults',
  'adult-among-minors',
] as const;
export type Misfit = (typeof misfits)[number];

/**
 * What speaks against somebody being in a group of this scope; null where nothing known does. Who
 * turns 18 this year fits either way, as only the year of birth is known.
 * @param year the present one, Gregorian
 */
export function misfitOf(
  scope: GroupScope,
  { sex, birthYear }: Pick<LearnerAccount, 'sex' | 'birthYear'>,
  year: number,
): Misfit | null {
  const age = birthYear === null ? null : year - birthYear;
  if (scope === 'minors') return age !== null && age > adultAt ? 'adult-among-minors' : null;
  if (age !== null && age < adultAt) return 'minor-among-adults';
  if (scope === 'women') return sex === 'male' ? 'man-among-women' : null;
  return sex === 'female' ? 'woman-among-men' : null;
}
