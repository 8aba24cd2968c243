import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { StoredFile } from '../store/pack-reader.ts';
import { parsePackUrl } from './pack-url.ts';
import type { PackAddress } from './pack-url.ts';

/**
 * `~h5p/package/…` and `~h5p/player/…` below the folder of a package of H5P: its own files, and on its own
 * origin those of the player it requires, which lies in another pack (ADR 33). No file of a pack has a
 * name with `~`.
 */
export interface H5pAddress extends PackAddress {
  /** The package's. */
  readonly folder: string;
  readonly part: 'package' | 'player';
}

/**
 * Takes such an address apart; null for any other. What H5P glues together has slashes twice, so here several are as
 * good as one.
 */
export function parseH5pUrl(url: string): H5pAddress | null {
  const match = /^([^?#]+)\/~h5p\/(package|player)\/+([^?#]+)/.exec(url);
  const [, before = '', part, rest = ''] = match ?? [];
  const folder = parsePackUrl(before);
  const file = parsePackUrl(`${before}/${rest.replaceAll(/\/{2,}/g, '/')}`);
  if (folder === null || file === null || (part !== 'package' && part !== 'player')) return null;
  return { ...file, folder: folder.path, part, path: file.path.slice(folder.path.length + 1) };
}

interface Opened {
  readonly manifest: Pick<PackManifest, 'items' | 'requires'>;
  file(path: string): Promise<StoredFile>;
}

/** The file at such an address. Throws `pack.not-installed`, `pack.file-missing`, `pack.checksum-mismatch`. */
export async function h5pFile(
  open: (pack: PackId, version: Semver) => Promise<Opened>,
  { pack, version, folder, part, path }: H5pAddress,
): Promise<StoredFile> {
  const content = await open(pack, version);
  const item = content.manifest.items.find((one) => one.kind === 'h5p' && one.folder === folder);
  if (item?.kind !== 'h5p') throw new ReanError('pack.file-missing', { pack, version, path });
  if (part === 'package') return content.file(`${folder}/${path}`);
  const required = content.manifest.requires?.find((one) => one.pack === item.player);
  if (required === undefined || !('exactly' in required)) {
    throw new ReanError('pack.not-installed', { pack: item.player });
  }
  const player = await open(required.pack, required.exactly);
  const held = player.manifest.items.find(({ kind }) => kind === 'h5p-player');
  if (held?.kind !== 'h5p-player') {
    throw new ReanError('pack.file-missing', { pack: required.pack, path });
  }
  return player.file(`${held.folder}/${path}`);
}
