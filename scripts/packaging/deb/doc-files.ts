import { gzipSync } from 'node:zlib';

export interface DocFacts {
  readonly name: string;
  readonly version: string;
  readonly maintainer: string;
  /** Seconds since 1970: the source's own date. */
  readonly sourceDate: number;
}

/** Without name and time in its head, the same text gives the same bytes. */
export const gzipped = (text: string): Buffer => gzipSync(text, { level: 9 });

/** A date as Debian's changelogs have it, in UTC. */
export function changelogDate(seconds: number): string {
  return new Date(seconds * 1_000).toUTCString().replace('GMT', '+0000');
}

/** Its history is that of the repository; a package names the release it was made of. */
export function changelog({ name, version, maintainer, sourceDate }: DocFacts): string {
  return `${name} (${version}) unstable; urgency=medium

  * Packed from Rean's sources; their history says what changed.

 -- ${maintainer}  ${changelogDate(sourceDate)}
`;
}

/** Machine-readable, as https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/ says. */
export function copyright(name: string, foreign: readonly string[]): string {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: rean

Files: *
Copyright: 2026 The Rean team
License: Apache-2.0

Files: ${foreign.join('\n ')}
Copyright: their authors, named in THIRD-PARTY-LICENCES.gz
License: third-party
 Each of these works has a licence of its own. All texts stand in
 /usr/share/doc/${name}/THIRD-PARTY-LICENCES.gz, which work has which in
 /usr/share/doc/${name}/sbom.cdx.json.

License: Apache-2.0
 On Debian systems the text of the Apache License, Version 2.0, is in
 /usr/share/common-licenses/Apache-2.0.
`;
}
