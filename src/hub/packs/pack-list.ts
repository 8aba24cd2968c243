import { unmetRequirements, requirementText } from '../../content/pack/requirements.ts';
import { distinctFiles } from '../../content/store/downloads.ts';
import type { InstalledPack, InstalledVersion } from '../../content/store/installed-packs.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { HubPack } from '../../shared/contracts/pack-api.ts';
import { ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Asker } from '../office/office-change.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { HubPacks } from './hub-packs.ts';

type Listed = DirectoryDocumentOf<'pack'>;

/** The site's list of packs: which version of each all stations get ([PKG19]). */
export async function listedPacks(office: SiteOffice): Promise<ReadonlyMap<PackId, Listed>> {
  const documents = await office.directory.all('pack:');
  return new Map(
    documents.flatMap((each) => (each.type === 'pack' ? [[each.pack, each] as const] : [])),
  );
}

/** What the hub has for its stations, and which of it they get. */
export async function hubPackViews(
  office: SiteOffice,
  packs: HubPacks | undefined,
): Promise<readonly HubPack[]> {
  const listed = await listedPacks(office);
  const here = new Map((await packs?.list())?.map((pack) => [pack.id, pack]));
  return [...new Set([...listed.keys(), ...here.keys()])].sort().map((pack) => {
    const versions = readyIn(here.get(pack));
    const document = listed.get(pack);
    return {
      pack,
      title: versions.at(-1)?.manifest.title ?? null,
      listed: document?.version ?? null,
      previous: versions.find(({ version }) => version === document?.previous)?.version ?? null,
      versions: versions.map(({ version, manifest }) => ({
        version,
        sequence: manifest.sequence,
        bytes: distinctFiles(manifest).reduce((sum, { size }) => sum + size, 0),
      })),
    };
  });
}

/**
 * Puts a version on the list, where stations find it ([PKG19]): one that is here, with all that it and the
 * other listed packs require. The same again changes nothing.
 * @throws ReanError `pack.not-installed`, `pack.requirement-missing`, `store.*`
 */
export async function listVersion(
  { office, packs }: { readonly office: SiteOffice; readonly packs?: HubPacks | undefined },
  { pack, version }: { readonly pack: PackId; readonly version: Semver },
  asker: Asker = {},
): Promise<void> {
  const installed = (await packs?.list()) ?? [];
  const found = readyIn(installed.find(({ id }) => id === pack)).find(
    (each) => each.version === version,
  );
  if (found === undefined) throw new ReanError('pack.not-installed', { pack, version });
  const listed = await listedPacks(office);
  const before = listed.get(pack)?.version;
  if (before === version) return;
  const chosen = new Map([...listed].map(([id, document]) => [id, document.version]));
  demandRequirements(installed, chosen.set(pack, version));
  const previous = before === undefined ? {} : { previous: before };
  await office.record({
    ...asker,
    type: 'pack.published',
    documents: (hubSeq) => [
      { _id: `pack:${pack}`, v: 1, type: 'pack', hubSeq, pack, version, ...previous },
    ],
  });
}

/** Every version on the list has to find, on the list, what it requires ([PKG16]). */
function demandRequirements(
  installed: readonly InstalledPack[],
  chosen: ReadonlyMap<PackId, Semver>,
): void {
  const present = [...chosen].map(([id, version]) => ({ id, versions: [version] }));
  for (const { id, versions } of installed) {
    const manifest = readyIn({ versions }).find(
      ({ version }) => version === chosen.get(id),
    )?.manifest;
    if (manifest === undefined) continue;
    const unmet = unmetRequirements(manifest, present).map(requirementText);
    if (unmet.length === 0) continue;
    const { version } = manifest;
    throw new ReanError('pack.requirement-missing', {
      pack: id,
      version,
      missing: unmet.join(', '),
    });
  }
}

function readyIn(pack: Pick<InstalledPack, 'versions'> | undefined) {
  return (pack?.versions ?? []).filter(
    (version): version is Extract<InstalledVersion, { kind: 'ready' }> => version.kind === 'ready',
  );
}
