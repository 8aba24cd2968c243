import { eq, gte } from 'semver';
import type { PackManifest, PackRequirement } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';

/** A pack that is there, in versions that can be opened. */
export interface PresentPack {
  readonly id: PackId;
  readonly versions: readonly Semver[];
}

/** Whether a version is one that is asked for. */
export function meets(requirement: PackRequirement, version: Semver): boolean {
  return 'exactly' in requirement
    ? eq(version, requirement.exactly)
    : gte(version, requirement.minimum);
}

/** What of a pack's requirements none of these packs meets ([PKG16]). */
export function unmetRequirements(
  { requires = [] }: Pick<PackManifest, 'requires'>,
  present: readonly PresentPack[],
): readonly PackRequirement[] {
  return requires.filter(
    (requirement) =>
      !present.some(
        ({ id, versions }) =>
          id === requirement.pack && versions.some((version) => meets(requirement, version)),
      ),
  );
}

/** @throws ReanError `pack.requirement-missing` with all that is `missing` */
export function checkRequirements(
  manifest: Pick<PackManifest, 'id' | 'version' | 'requires'>,
  present: readonly PresentPack[],
): void {
  const unmet = unmetRequirements(manifest, present);
  if (unmet.length === 0) return;
  const missing = unmet.map(requirementText).join(', ');
  throw new ReanError('pack.requirement-missing', {
    pack: manifest.id,
    version: manifest.version,
    missing,
  });
}

/** As `org.example.player ≥ 1.2.0`. */
export function requirementText(requirement: PackRequirement): string {
  return 'exactly' in requirement
    ? `${requirement.pack} = ${requirement.exactly}`
    : `${requirement.pack} ≥ ${requirement.minimum}`;
}
