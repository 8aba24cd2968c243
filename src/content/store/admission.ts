import { lt } from 'semver';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Semver } from '../../shared/ids.ts';
import type { InstalledPack, InstalledVersion } from './installed-packs.ts';

/** Why a pack is a rollback: the `reason` fact of `pack.rollback`. */
type RollbackReason = 'older' | 'sequence-taken' | 'version-taken';

/** What an install is asked to do beyond the ordinary. */
export interface InstallOptions {
  /** Lets an older version take the place of a newer one: a technician's decision. */
  readonly allowRollback?: boolean;
}

/**
 * Whether a signed pack may come in beside what is installed ([PKG10]). Throws `pack.app-too-old` or
 * `pack.rollback`. A damaged version may be replaced by anything of its number.
 */
export function checkAdmission(
  offered: { readonly manifest: PackManifest; readonly manifestBytes: Uint8Array },
  installed: InstalledPack,
  { appVersion, allowRollback }: InstallOptions & { readonly appVersion: Semver },
): void {
  const { manifest } = offered;
  if (lt(appVersion, manifest.minimumApp)) {
    throw new ReanError('pack.app-too-old', {
      pack: manifest.id,
      needed: manifest.minimumApp,
      app: appVersion,
    });
  }
  for (const version of installed.versions) refuseTaken(offered, version);
  const active = installed.versions.find(({ version }) => version === installed.active);
  if (active?.kind !== 'ready' || allowRollback === true) return;
  if (manifest.sequence < active.manifest.sequence) {
    throw rollback('older', manifest, active.manifest);
  }
}

/** Versions and sequence numbers are used once: two packs of one number can't be told apart later. */
function refuseTaken(
  { manifest, manifestBytes }: { manifest: PackManifest; manifestBytes: Uint8Array },
  version: InstalledVersion,
): void {
  if (version.kind === 'damaged') return;
  if (Buffer.from(manifestBytes).equals(version.manifestBytes)) return;
  if (version.version === manifest.version) {
    throw rollback('version-taken', manifest, version.manifest);
  }
  if (version.manifest.sequence === manifest.sequence) {
    throw rollback('sequence-taken', manifest, version.manifest);
  }
}

function rollback(
  reason: RollbackReason,
  offered: PackManifest,
  installed: PackManifest,
): ReanError {
  return new ReanError('pack.rollback', {
    reason,
    pack: offered.id,
    offered: offered.version,
    offeredSequence: offered.sequence,
    installed: installed.version,
    installedSequence: installed.sequence,
  });
}
