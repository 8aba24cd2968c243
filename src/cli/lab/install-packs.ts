import { join, relative } from 'node:path';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { nodeProcesses } from '../../content/disk/processes.ts';
import { shipPacks } from '../../content/ship/ship-packs.ts';
import type { Shipped } from '../../content/ship/ship-packs.ts';
import { openPackStore } from '../../content/store/pack-store.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Semver } from '../../shared/ids.ts';
import { tellPackFailure } from '../pack/tell-failure.ts';

export interface LabPacks {
  /** Holds one folder per pack source. */
  readonly sources: string;
  /** The lab's data folder. */
  readonly lab: string;
  /** The stations' folders. */
  readonly stations: readonly string[];
  readonly appVersion: Semver;
}

/** One line a person reads, or null where there is nothing to say. */
function tell(sources: string, shipped: Shipped): string | null {
  const name = relative(sources, shipped.source);
  if (shipped.kind === 'source-refused') {
    const problems = shipped.problems.map(
      ({ file, at, problem, fix }) =>
        `    ${file}${at === null ? '' : ` ${at}`}: ${problem.en}; ${fix.en}`,
    );
    return [`  ${name} has mistakes and was left out:`, ...problems].join('\n');
  }
  if (shipped.kind === 'install-refused') {
    return `  ${name} was left out. ${tellPackFailure(shipped.error).sentence}`;
  }
  const { outcome, version } = shipped.result;
  return outcome === 'already-installed' ? null : `  ${name} ${version}`;
}

/**
 * Builds and signs every pack source, and installs it into each station ([RUN1]). The key that signs
 * is minted in the lab's folder, and its stations trust it.
 *
 * @returns what a person should know of it, in lines
 */
export async function installPacks(
  { sources, lab, stations, appVersion }: LabPacks,
  randomness: Randomness,
): Promise<readonly string[]> {
  const disk = nodeDisk();
  const processes = nodeProcesses();
  const stores = await Promise.all(
    stations.map((station) =>
      openPackStore({ folder: join(station, 'packs'), appVersion, disk, processes, randomness }),
    ),
  );
  const folders = { sources, keys: join(lab, 'publisher'), output: join(lab, 'packs') };
  const shipped = await shipPacks({ disk, randomness }, folders, stores);
  const lines = shipped.map((each) => tell(sources, each)).filter((line) => line !== null);
  return [...new Set(lines)];
}
