import type { H5pPackage } from '../../../shared/contracts/h5p.ts';

/** H5P's own words for licences; `U` says nothing. */
const known: Readonly<Record<string, string>> = {
  'CC BY': 'CC-BY',
  'CC BY-SA': 'CC-BY-SA',
  'CC BY-ND': 'CC-BY-ND',
  'CC BY-NC': 'CC-BY-NC',
  'CC BY-NC-SA': 'CC-BY-NC-SA',
  'CC BY-NC-ND': 'CC-BY-NC-ND',
  'CC0 1.0': 'CC0-1.0',
  'CC PDM': 'public domain',
  PD: 'public domain',
  'GNU GPL': 'GPL',
  'ODC PDDL': 'PDDL-1.0',
  C: 'all rights reserved',
};

/** Under which licence a package is given, and who made it, as it says itself; null where it doesn't. */
export function licenceWords({ license, licenseVersion, authors }: H5pPackage): string | null {
  if (license === undefined || license === 'U' || license === '') return null;
  const name = known[license] ?? license;
  const version = /^v?\d+(?:\.\d+)?$/.test(licenseVersion ?? '') ? `-${licenseVersion}` : '';
  const words = name.startsWith('CC-') || name === 'GPL' ? name + version : name;
  const people = (authors ?? []).map((author) => author.name.trim()).filter((one) => one !== '');
  return [words, ...people].join(', ').slice(0, 200);
}
