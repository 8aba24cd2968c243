import type { PackReport, StationPack } from '../../shared/contracts/pack-api.ts';
import type { PackId } from '../../shared/ids.ts';
import type { PacksNow } from './pack-keeper.ts';

/** How this station's packs are, as it tells the hub ([PKG19]). */
export function packReport(
  { wanted, installed, fetching, trouble }: PacksNow,
  inside: boolean,
): PackReport {
  const ids = new Set<PackId>([
    ...installed.map(({ id }) => id),
    ...wanted.map(({ pack }) => pack),
  ]);
  return { packs: [...ids].sort().map(stationPack), inside };

  function stationPack(pack: PackId): StationPack {
    const here = installed.find(({ id }) => id === pack);
    const listed = wanted.find((each) => each.pack === pack);
    const ready = (here?.versions ?? []).filter((version) => version.kind === 'ready');
    const waits = ready.some(({ version }) => version === listed?.version);
    const active = here?.active ?? null;
    return {
      pack,
      title: ready.at(-1)?.manifest.title ?? null,
      active,
      versions: ready.map(({ version }) => version),
      fetching: fetching?.pack === pack ? fetching.now : null,
      ready: waits && listed?.version !== active ? (listed?.version ?? null) : null,
      trouble: listed === undefined ? null : trouble(listed),
    };
  }
}
