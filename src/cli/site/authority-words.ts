import type { AuthorityStanding } from '../../shared/contracts/rotation.ts';

/** How far a site is with another authority, for a technician ([IDN13]). */
export function authorityLines(standing: AuthorityStanding): readonly string[] {
  if (standing === null) return ['The site has the authority it began with.'];
  const { stage, waiting } = standing;
  if (stage === 'done') {
    return [
      'The site has another authority, and no other counts.',
      'Print a new recovery sheet: rean site recovery-sheet.',
    ];
  }
  const step =
    stage === 'told'
      ? 'Stations are told of the new authority. Not yet known at:'
      : 'The hub has a certificate by it. Not yet come with theirs (each is used from its next start on):';
  return [
    step,
    ...waiting.map((station) => `  ${station}`),
    'It goes on by itself. To wait no longer for these: rean site authority --go-on; each then takes a visit (rean site renew-station --station FOLDER).',
  ];
}
