import { join } from 'node:path';
import type { PackId, Semver } from '../../shared/ids.ts';
import { randomName } from '../disk/durable-file.ts';
import type { InstallTools } from './install-pack.ts';
import { readInstalled } from './installed-packs.ts';
import type { InstalledPack } from './installed-packs.ts';
import { sweepBlobs } from './sweep.ts';

/**
 * Removes a pack with all its versions, then the contents only it had ([PKG25]). Only under the install lock. Cut off
 * anywhere, all of its versions are there or none. Returns those that went.
 */
export async function removePack(tools: InstallTools, pack: PackId): Promise<readonly Semver[]> {
  const { disk, layout } = tools;
  const { versions } = await readInstalled(disk, layout, pack);
  if (versions.length > 0) {
    const aside = join(layout.temporary, randomName(tools.randomness));
    await disk.rename(layout.pack(pack), aside);
    await disk.syncFolder(layout.packs);
    await disk.remove(aside);
  }
  await sweepBlobs(tools, new Set());
  return versions.map(({ version }) => version);
}

/** Other packs of the store, any version of which requires this one: it stays as long as they do. */
export function whoRequires(pack: PackId, installed: readonly InstalledPack[]): PackId[] {
  const others = installed.filter(({ id }) => id !== pack);
  return others.flatMap(({ id, versions }) =>
    versions.some(
      (version) =>
        version.kind === 'ready' && version.manifest.requires?.some((one) => one.pack === pack),
    )
      ? [id]
      : [],
  );
}
