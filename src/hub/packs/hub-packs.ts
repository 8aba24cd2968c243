import { join } from 'node:path';
import type { Disk } from '../../content/disk/disk.ts';
import type { WantedPack } from '../../content/store/downloads.ts';
import type { PackStore, StoredBytes } from '../../content/store/pack-store.ts';
import type { InstalledPack } from '../../content/store/installed-packs.ts';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import type { PackId, Semver } from '../../shared/ids.ts';

/** Where a hub keeps the packs it hands out, in its own folder. */
export const hubPacksFolder = (hubFolder: string) => join(hubFolder, 'packs');

export interface HubPacksOptions {
  /** The store's folder. */
  readonly folder: string;
  readonly disk: Disk;
  /** Opens the store there, making it whole. */
  readonly open: () => Promise<PackStore>;
}

/**
 * The packs a hub has for its stations ([PKG18]). Its store is begun by who installs the first pack into
 * it; until then there is none, and nothing is made.
 */
export class HubPacks {
  readonly #options: HubPacksOptions;
  /** Being opened or open; null until there is one. */
  #store: Promise<PackStore> | null = null;

  constructor(options: HubPacksOptions) {
    this.#options = options;
  }

  /** What is installed, by pack id. @throws ReanError `store.*` */
  async list(): Promise<readonly InstalledPack[]> {
    return (await this.#opened())?.list() ?? [];
  }

  /** Where a file lies; null where it isn't here. @throws ReanError `store.*` */
  async stored(ask: PackFileAsk): Promise<StoredBytes | null> {
    return (await this.#opened())?.stored(ask) ?? null;
  }

  /** Removes the versions nobody needs, and returns them ([PKG24]). @throws ReanError `store.*` */
  async collect(wanted: readonly WantedPack[]): Promise<readonly WantedPack[]> {
    const store = await this.#opened();
    // who is in the middle of what, stations know: it is among what they told of
    return store?.collect({ wanted, pinned: () => false }) ?? [];
  }

  /** Removes a pack whole, and returns its versions that went ([PKG25]). @throws ReanError `store.*` */
  async remove(pack: PackId): Promise<readonly Semver[]> {
    return (await this.#opened())?.remove(pack) ?? [];
  }

  async #opened(): Promise<PackStore | null> {
    const { folder, disk, open } = this.#options;
    if (this.#store !== null) return this.#store;
    const names = (await disk.list(folder)).map(({ name }) => name);
    if (!names.includes('packs')) return null;
    // opened once, however many ask at the same time; anew where it could not be
    this.#store ??= open().catch((error: unknown) => {
      this.#store = null;
      throw error;
    });
    return this.#store;
  }
}
