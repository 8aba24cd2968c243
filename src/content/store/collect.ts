import { join } from 'node:path';
import type { PackRequirement } from '../../shared/contracts/pack-manifest.ts';
import { meets } from '../pack/requirements.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { randomName } from '../disk/durable-file.ts';
import type { WantedPack } from './downloads.ts';
import { dropDownloads } from './downloads.ts';
import type { InstallTools } from './install-pack.ts';
import { listInstalled } from './installed-packs.ts';
import type { InstalledPack } from './installed-packs.ts';
import { sweepBlobs } from './sweep.ts';

/** Who still needs what, as a station knows it. */
export interface Needs {
  /** Versions the site has its stations get: they are there, or on their way. */
  readonly wanted: readonly WantedPack[];
  /** Versions that learners are in the middle of; asked only where that decides something. */
  pinned(pack: PackId, version: Semver): boolean;
}

/**
 * Versions of packs on the site's list that are neither in use nor the way back nor wanted, and that no
 * other pack requires: they go unless somebody is in them.
 */
export function dispensable(
  packs: readonly InstalledPack[],
  wanted: readonly WantedPack[],
): readonly WantedPack[] {
  const requirements = packs.flatMap(({ versions }) =>
    versions.flatMap((version) =>
      version.kind === 'ready' ? (version.manifest.requires ?? []) : [],
    ),
  );
  const listed = packs.filter(({ id }) => wanted.some(({ pack }) => pack === id));
  return listed.flatMap(({ id: pack, active, previous, versions }) =>
    versions
      .filter(({ kind, version }) => kind === 'ready' && version !== active && version !== previous)
      .map(({ version }) => ({ pack, version }))
      .filter(({ version }) => !wanted.some((one) => one.pack === pack && one.version === version))
      .filter(({ version }) => !isRequired(requirements, pack, { version, active })),
  );
}

/** Whether somebody requires a version of this pack that the one in use is not. */
function isRequired(
  requirements: readonly PackRequirement[],
  pack: PackId,
  { version, active }: { readonly version: Semver; readonly active: Semver | null },
): boolean {
  return requirements.some(
    (requirement) =>
      requirement.pack === pack &&
      meets(requirement, version) &&
      (active === null || !meets(requirement, active)),
  );
}

/**
 * Removes versions and downloads nobody needs, then the contents only they had ([PKG20]). Only under the
 * install lock. Cut off anywhere, a version is there or it is not. Returns the versions that went.
 */
export async function collectGarbage(
  tools: InstallTools,
  { wanted, pinned }: Needs,
): Promise<readonly WantedPack[]> {
  const { disk, layout } = tools;
  await dropDownloads(tools, wanted);
  const gone = dispensable(await listInstalled(disk, layout), wanted).filter(
    ({ pack, version }) => !pinned(pack, version),
  );
  for (const { pack, version } of gone) {
    const aside = join(layout.temporary, randomName(tools.randomness));
    await disk.rename(layout.version(pack, version), aside);
    await disk.syncFolder(layout.pack(pack));
    await disk.remove(aside);
  }
  await sweepBlobs(tools, new Set());
  return gone;
}
