import { createHash } from 'node:crypto';
import type { ImageRole } from './role.ts';

/** Debian 12. */
export const suite = 'bookworm';
/** What is built at any time is dated the same, or no two builds would be: 2026-01-01, UTC, in seconds. */
export const buildEpoch = 1_767_225_600;

const security = 'http://deb.debian.org/debian-security';
const archive = 'http://deb.debian.org/debian';

/** Where packages come from: Debian, an address, or a folder of this PC. */
export type Mirror =
  | { readonly kind: 'debian' }
  | { readonly kind: 'address'; readonly url: string }
  /** A copy of Debian's archive, with `dists` and `pool`. */
  | { readonly kind: 'archive'; readonly folder: string }
  /** Packages and the `Packages` file that lists them, all in one folder. */
  | { readonly kind: 'flat'; readonly folder: string };

/** Lines of a sources.list. No network is needed for what lies in a folder ([IMG1]). */
export function sourcesOf(mirror: Mirror, firmware: boolean): readonly string[] {
  const parts = firmware ? 'main non-free-firmware' : 'main';
  switch (mirror.kind) {
    case 'debian':
      return [
        `deb ${archive} ${suite} ${parts}`,
        `deb ${archive} ${suite}-updates ${parts}`,
        `deb ${security} ${suite}-security ${parts}`,
      ];
    case 'address':
      return [`deb ${mirror.url} ${suite} ${parts}`];
    case 'archive':
      return [`deb copy://${mirror.folder} ${suite} ${parts}`];
    case 'flat':
      // Whoever puts packages into a folder beside the build is believed as the builder is.
      return [`deb [trusted=yes] copy://${mirror.folder} ./`];
  }
}

export interface RootPlan {
  readonly role: ImageRole;
  readonly packages: readonly string[];
  readonly sources: readonly string[];
}

/** Documents in languages of others; the licences (`copyright`) stay. */
const leftOut = [
  'path-exclude=/usr/share/man/*',
  'path-exclude=/usr/share/info/*',
  'path-exclude=/usr/share/locale/*',
  'path-exclude=/usr/share/doc/*',
  'path-include=/usr/share/doc/*/copyright',
];

/** mmdebstrap's words for a root as an archive in `output`. */
export function rootWords(plan: RootPlan, output: string): readonly string[] {
  return [
    '--mode=root',
    '--variant=minbase',
    '--format=tar',
    `--include=${plan.packages.join(',')}`,
    '--aptopt=APT::Install-Recommends "false"',
    ...leftOut.map((rule) => `--dpkgopt=${rule}`),
    suite,
    output,
    ...plan.sources,
  ];
}

/** Two roots with the same name are the same root; one that is there is not made again. */
export function rootName(plan: RootPlan): string {
  const of = JSON.stringify([suite, buildEpoch, rootWords(plan, '')]);
  return `root-${createHash('sha256').update(of).digest('hex').slice(0, 16)}.tar`;
}

/** A list of packages, one a line, with comments. */
export const readPackageList = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
