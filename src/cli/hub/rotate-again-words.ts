import type { RotatedKey } from '../../shared/contracts/rotation.ts';

/** What to do in a hub that was restored with keys of before a rotation ([IDN11]); nothing for none. */
export function rotateAgainLines(keys: readonly RotatedKey[]): readonly string[] {
  if (keys.length === 0) return [];
  return [
    'ROTATE AGAIN: this hub was restored with keys of before a rotation, and goes on with what that was to end.',
    ...keys.map(
      (key) => `  rean site rotate --key ${key}${key === 'site' ? ` (${siteFirst})` : ''}`,
    ),
  ];
}

const siteFirst =
  'stations hold entries that only the later key opens: first restore with the keys file that the rotation wrote, if it can be found';
