import { join } from 'node:path';
import type { PackFileAsk } from '../../shared/contracts/pack-files.ts';
import { isReanError, ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import type { Processes } from '../disk/processes.ts';
import type { Keyring, TrustedKey } from '../keyring/keyring.ts';
import type { RootKeyring } from '../keyring/root-keyring.ts';
import { readTrustedKeys, withTrustedKey, writeTrustedKeys } from '../keyring/trusted-keys.ts';
import { manifestName, signatureName } from '../pack/manifest.ts';
import { checkRequirements } from '../pack/requirements.ts';
import { moveActive } from './active-version.ts';
import type { InstallOptions } from './admission.ts';
import { collectGarbage } from './collect.ts';
import type { Needs } from './collect.ts';
import type { WantedPack } from './downloads.ts';
import { fetchPack } from './fetch-pack.ts';
import type { FetchWatch, PackOrigin } from './pack-origin.ts';
import { findVersion, listInstalled, listReady, readInstalled } from './installed-packs.ts';
import type { InstalledPack, InstalledVersion } from './installed-packs.ts';
import { isInstalling, whileLocked } from './install-lock.ts';
import { installPack } from './install-pack.ts';
import type { InstallResult, InstallTools } from './install-pack.ts';
import { StoreLayout } from './layout.ts';
import { PackReader } from './pack-reader.ts';
import { removePack } from './remove-pack.ts';
import { defaultReserveBytes } from './room.ts';
import { readKeyring, readRootKeyring, revokedVersions, takeRootKeyring } from './store-keyring.ts';
import type { RevokedVersion } from './store-keyring.ts';
import { withStoreErrors } from './store-error.ts';
import { clearTemporary, tidy } from './sweep.ts';
import { verifyVersion } from './verify-installed.ts';
import type { InstalledFault } from './verify-installed.ts';

export interface PackStoreOptions {
  /** The store's folder; made when it isn't there. */
  readonly folder: string;
  /** This app's version, against a pack's `minimumApp`. */
  readonly appVersion: Semver;
  readonly disk: Disk;
  readonly processes: Processes;
  readonly randomness: Randomness;
  /** Bytes an install must leave free; 100 MiB unless said otherwise. */
  readonly reserveBytes?: number;
}

/**
 * Opens a station's content-addressed store of packs, making its folders when they aren't there and
 * clearing what an install cut short left behind ([PKG9]). Many processes may read one store; one
 * installs at a time. Throws `store.unopenable`, `store.full`.
 */
export async function openPackStore(options: PackStoreOptions): Promise<PackStore> {
  const { folder, reserveBytes = defaultReserveBytes, ...rest } = options;
  const tools: InstallTools = { ...rest, reserveBytes, layout: new StoreLayout(folder) };
  await withStoreErrors(folder, () => makeFolders(tools));
  await tidy(() => clearLeftovers(tools));
  return new PackStore(tools);
}

/** The packs of one station or hub. */
export class PackStore {
  readonly #tools: InstallTools;
  /** Opened versions: they never change, and a page asks for many files of one. */
  readonly #readers = new Map<string, PackReader>();
  /** Contents read whole since this store was opened. */
  readonly #sound = new Set<string>();
  #installing: Promise<unknown> = Promise.resolve();

  constructor(tools: InstallTools) {
    this.#tools = tools;
  }

  /** What is installed, by pack id. */
  list(): Promise<readonly InstalledPack[]> {
    return this.#guard(({ disk, layout }) => listInstalled(disk, layout));
  }

  /** The version new sittings get, or null when the pack isn't installed. */
  async active(pack: PackId): Promise<Semver | null> {
    const installed = await this.#guard(({ disk, layout }) => readInstalled(disk, layout, pack));
    return installed.active;
  }

  /** Opens one version. Throws `pack.not-installed`, or `pack.manifest-invalid` when it is damaged. */
  async open(pack: PackId, version: Semver): Promise<PackReader> {
    const key = `${pack}@${version}`;
    const opened = this.#readers.get(key);
    if (opened !== undefined) return opened;
    const found = await this.#version(pack, version);
    if (found.kind === 'ready') {
      const reader = new PackReader(this.#tools.disk, this.#tools.layout, found.manifest);
      this.#readers.set(key, reader);
      return reader;
    }
    throw new ReanError('pack.manifest-invalid', { pack, version, at: '', problem: 'damaged' });
  }

  /**
   * Installs a `.kpack` from anywhere and makes its version the active one; the version before stays
   * beside it. One at a time, in the order asked. Installing the same again changes nothing, but
   * mends what the disk lost. Throws the pack codes, `lesson.invalid`, `store.full`, `store.in-use`.
   */
  install(file: string, options: InstallOptions = {}): Promise<InstallResult> {
    return this.#inTurn(async () => {
      const result = await installPack(this.#tools, file, options);
      // it may have taken the place of a damaged version of the same number
      this.#readers.delete(`${result.pack}@${result.version}`);
      return result;
    });
  }

  /**
   * Brings a version from a hub or another station, beside those that are here; it is not the active
   * one yet. What comes before this is cut off stays, also over restarts. Throws the pack codes,
   * `lesson.invalid`, `store.full`, `store.in-use`, `hub.*`.
   */
  async fetch(wanted: WantedPack, origin: PackOrigin, watch: FetchWatch): Promise<void> {
    const keyring = await this.keyring();
    const sound = this.#sound;
    await this.#guard((tools) => fetchPack(tools, wanted, { keyring, origin, watch, sound }));
  }

  /**
   * Has new sittings get a version that is here; the one before stays, as the way back. Throws
   * `pack.not-installed`, `pack.requirement-missing`, `store.full`, `store.in-use`.
   */
  activate(pack: PackId, version: Semver): Promise<void> {
    return this.#inTurn(() =>
      this.#guard((tools) =>
        whileLocked(tools, async () => {
          const found = await findVersion(tools.disk, tools.layout, pack, version);
          if (found?.kind !== 'ready') throw new ReanError('pack.not-installed', { pack, version });
          checkRequirements(found.manifest, await listReady(tools.disk, tools.layout));
          const { active } = await readInstalled(tools.disk, tools.layout, pack);
          await moveActive(tools, pack, { from: active, to: version });
        }),
      ),
    );
  }

  /** Removes what nobody needs, and returns the versions that went ([PKG20]). Throws `store.in-use`. */
  collect(needs: Needs): Promise<readonly WantedPack[]> {
    return this.#inTurn(async () => {
      const gone = await this.#guard((tools) =>
        whileLocked(tools, () => collectGarbage(tools, needs)),
      );
      for (const { pack, version } of gone) this.#readers.delete(`${pack}@${version}`);
      if (gone.length > 0) this.#sound.clear();
      return gone;
    });
  }

  /** Removes a pack whole, and returns its versions that went ([PKG25]). Throws `store.in-use`. */
  remove(pack: PackId): Promise<readonly Semver[]> {
    return this.#inTurn(async () => {
      const gone = await this.#guard((tools) => whileLocked(tools, () => removePack(tools, pack)));
      for (const version of gone) this.#readers.delete(`${pack}@${version}`);
      if (gone.length > 0) this.#sound.clear();
      return gone;
    });
  }

  /** Where a file that others ask for lies, and its bytes; null where it isn't here. */
  async stored(ask: PackFileAsk): Promise<StoredBytes | null> {
    const blobPath = pathOf(this.#tools.layout, ask);
    const size = await this.#guard(({ disk }) => disk.fileSize(blobPath));
    return size === null ? null : { blobPath, size };
  }

  /** Checks an installed version from end to end; empty when it is sound. Throws `pack.not-installed`. */
  async verifyInstalled(pack: PackId, version: Semver): Promise<readonly InstalledFault[]> {
    const installed = await this.#version(pack, version);
    const keyring = await this.keyring();
    return this.#guard(({ disk, layout }) =>
      verifyVersion({ disk, layout, keyring }, pack, installed),
    );
  }

  /** Whose packs this store takes, and whose not any more. Throws `config.invalid` where that is damaged. */
  keyring(): Promise<Keyring> {
    return this.#guard(({ disk, layout }) => readKeyring(disk, layout));
  }

  /** The programme's keyring; null where none was brought. Throws `config.invalid` for a damaged one. */
  rootKeyring(): Promise<RootKeyring | null> {
    return this.#guard(({ disk, layout }) => readRootKeyring(disk, layout));
  }

  /**
   * Takes a keyring's file where it may take the place of the one held ([PKG21]); whether it did. Throws
   * `keyring.invalid`, `keyring.older`, `keyring.not-signed`, `store.in-use`, `store.full`.
   */
  takeKeyring(bytes: Uint8Array): Promise<boolean> {
    return this.#inTurn(() =>
      this.#guard((tools) => whileLocked(tools, () => takeRootKeyring(tools, bytes))),
    );
  }

  /** What is installed of keys that count no more ([PKG22]). */
  revoked(): Promise<readonly RevokedVersion[]> {
    return this.#guard(({ disk, layout }) => revokedVersions(disk, layout));
  }

  /** Keys a technician let in. Throws `config.invalid` when the list is damaged. */
  trustedKeys(): Promise<readonly TrustedKey[]> {
    return this.#guard(({ disk, layout }) => readTrustedKeys(disk, layout.trustedKeys));
  }

  /**
   * Adds a key to the trusted ones. A technician's or the set-up's act, never a pack's. Throws
   * `config.invalid` when the list is damaged, `store.full`, `store.in-use`.
   */
  trust(key: TrustedKey): Promise<void> {
    return this.#inTurn(() =>
      this.#guard((tools) => whileLocked(tools, () => addTrustedKey(tools, key))),
    );
  }

  async #version(pack: PackId, version: Semver): Promise<InstalledVersion> {
    const found = await this.#guard(({ disk, layout }) => findVersion(disk, layout, pack, version));
    if (found === null) throw new ReanError('pack.not-installed', { pack, version });
    return found;
  }

  #guard<Value>(work: (tools: InstallTools) => Promise<Value>): Promise<Value> {
    return withStoreErrors(this.#tools.layout.root, () => work(this.#tools));
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#installing.then(work);
    this.#installing = result.catch(() => undefined);
    return result;
  }
}

/** A file as it lies on this disk. */
export interface StoredBytes {
  readonly blobPath: string;
  /** Bytes. */
  readonly size: number;
}

function pathOf(layout: StoreLayout, ask: PackFileAsk): string {
  if (ask.kind === 'blob') return layout.blob(ask.sha256);
  if (ask.kind === 'keyring') return layout.rootKeyring;
  const name = ask.kind === 'manifest' ? manifestName : signatureName;
  return join(layout.version(ask.pack, ask.version), name);
}

async function addTrustedKey(tools: InstallTools, key: TrustedKey): Promise<void> {
  const path = tools.layout.trustedKeys;
  const keys = withTrustedKey(await readTrustedKeys(tools.disk, path), key);
  await writeTrustedKeys(tools, { path, staging: tools.layout.temporary }, keys);
}

async function makeFolders({ disk, layout }: InstallTools): Promise<void> {
  for (const folder of [layout.blobs, layout.packs, layout.temporary]) {
    await disk.makeFolder(folder);
  }
  await disk.syncFolder(layout.root);
}

/**
 * Somebody installing right now is no leftover, nor is who begins as they end: the next one who opens clears. On a
 * full disk no lock can be written: look first.
 */
async function clearLeftovers(tools: InstallTools): Promise<void> {
  try {
    await whileLocked(tools, () => clearTemporary(tools));
  } catch (error) {
    if (isReanError(error, 'store.in-use')) return;
    if (!(await isInstalling(tools))) await clearTemporary(tools);
  }
}
