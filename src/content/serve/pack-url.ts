import type { PackItem } from '../../shared/contracts/pack-manifest.ts';
import { foreignPathSchema } from '../../shared/contracts/phrase.ts';
import { packIdSchema, semverSchema, sittingIdSchema } from '../../shared/ids.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';

/** One version of a pack as one sitting sees it: what an address under `pack://` stands for. */
export interface PackPlace {
  readonly pack: PackId;
  readonly version: Semver;
  readonly sitting: SittingId;
}

export interface PackAddress extends PackPlace {
  readonly path: string;
}

/** The scheme, as it is registered with Electron: standard, secure, with streaming. */
const packScheme = 'pack';

/** Between the pack and the sitting in the host. A sitting's id has none, so the last one divides. */
const divider = '--';

/** `pack://<pack>--<sitting>`: what a pack stored in one sitting, no other pack or sitting can read ([PKG11]). */
export function packOrigin({ pack, sitting }: Pick<PackPlace, 'pack' | 'sitting'>): string {
  return `${packScheme}://${pack}${divider}${sitting}`;
}

/** The base that pack paths are relative to, ending in `/`. It names the version a lesson is pinned to. */
export function packBase(place: PackPlace): string {
  return `${packOrigin(place)}/${place.version}/`;
}

/** The address of one file. */
export function packUrl(address: PackAddress): string {
  return `${packBase(address)}${address.path.split('/').map(encodeURIComponent).join('/')}`;
}

/** A version of a pack, and what follows it in an address, as it is written there. */
interface PackRest extends PackPlace {
  readonly rest: string;
}

/**
 * Takes an address apart, or gives null for anything that `packUrl` can't have written: another
 * scheme, a port or password, dot segments, slashes written as percent signs. A query or fragment is
 * ignored. URL parsers lower the case of hosts; ids have no upper case to lose.
 */
export function parsePackUrl(url: string): PackAddress | null {
  const place = parsePackPlace(url);
  if (place === null) return null;
  const { rest, ...version } = place;
  const path = foreignPathSchema.safeParse(decodePath(rest.replace(/\?.*$/s, '')));
  return path.success ? { ...version, path: path.data } : null;
}

/** As much of an address as says whose it is; null where it is no pack's. A fragment is ignored. */
export function parsePackPlace(url: string): PackRest | null {
  const match = /^pack:\/\/([^/?#]+)\/([^/?#]+)\/([^#]+)(?:#.*)?$/s.exec(url);
  if (match === null) return null;
  const [, host = '', versionText = '', rest = ''] = match;
  const split = host.toLowerCase().lastIndexOf(divider);
  const pack = packIdSchema.safeParse(host.toLowerCase().slice(0, Math.max(split, 0)));
  const sitting = sittingIdSchema.safeParse(host.toLowerCase().slice(split + divider.length));
  const version = semverSchema.safeParse(versionText);
  if (!pack.success || !sitting.success || !version.success) return null;
  return { pack: pack.data, sitting: sitting.data, version: version.data, rest };
}

/**
 * What an address asks for below one of a pack's archives, each entry of which has an address there ([ZIM3]); null
 * where it asks for a file of the pack.
 */
export function withinArchive(
  rest: string,
  items: readonly PackItem[],
): { readonly entry: string; readonly inner: string } | null {
  for (const { kind, entry } of items) {
    if (kind !== 'zim') continue;
    const address = `${entry.split('/').map(encodeURIComponent).join('/')}/`;
    if (rest.startsWith(address)) return { entry, inner: rest.slice(address.length) };
  }
  return null;
}

/** A path as its pack names it; null where percent signs stand for nothing, or for what divides it. */
function decodePath(text: string): string | null {
  if (/%(?:2f|5c)/i.test(text)) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
