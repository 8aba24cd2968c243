import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runProgram } from './run-program.ts';

export interface StationArchive {
  /** The app as electron-builder packed it. */
  readonly packed: string;
  readonly version: string;
  readonly output: string;
  readonly sourceDate: number;
}

/**
 * Makes a tar.gz of the packed app, for other systems than Debian: the same app gives the same bytes ([DEB4]).
 * @returns its path
 * @throws SetupError `package-refused`
 */
export async function makeStationArchive(wish: StationArchive): Promise<string> {
  const { packed, version, output, sourceDate } = wish;
  await mkdir(output, { recursive: true });
  const path = join(output, `rean-station-${version}-linux-x64.tar.gz`);
  const words = [
    '--create',
    `--file=${path}`,
    '--use-compress-program=gzip -9 -n',
    '--format=gnu',
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mode=u=rwX,go=rX',
    `--mtime=@${sourceDate}`,
    `--transform=s,^${basename(packed)},rean-station-${version},`,
    `--directory=${dirname(packed)}`,
    basename(packed),
  ];
  await runProgram('tar', words);
  return path;
}
