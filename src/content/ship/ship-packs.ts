import { join } from 'node:path';
import { asReanError } from '../../shared/errors.ts';
import type { ReanError } from '../../shared/errors.ts';
import { buildPack } from '../build/build-pack.ts';
import type { BuildTools } from '../build/build-pack.ts';
import type { Problem, Warning } from '../build/problem.ts';
import { ensurePublisherKey } from '../keyring/publisher-key.ts';
import { signPack } from '../pack/sign-pack.ts';
import type { InstallResult } from '../store/install-pack.ts';
import type { PackStore } from '../store/pack-store.ts';

/** What became of one source folder. */
export type Shipped =
  | {
      readonly kind: 'installed';
      readonly source: string;
      readonly result: InstallResult;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly kind: 'source-refused';
      readonly source: string;
      readonly problems: readonly Problem[];
    }
  /** Built, but not taken in: `pack.rollback`, say, after an edit without a new version. */
  | { readonly kind: 'install-refused'; readonly source: string; readonly error: ReanError };

export interface ShipFolders {
  /** Holds one folder per pack source: `content-packs`. */
  readonly sources: string;
  /** Where this site's publisher key is kept, or minted the first time. */
  readonly keys: string;
  /** Where the built `.kpack` files go, for other stations to take. */
  readonly output: string;
}

/**
 * Builds, signs and installs every pack source of a site ([PKG4]): signed with a key minted in the
 * site's own data folder, which each of `stores` is told to trust. One bad pack doesn't keep the
 * others out. Throws only what concerns all: the disk, a damaged key file or keyring.
 */
export async function shipPacks(
  tools: BuildTools,
  { sources, keys, output }: ShipFolders,
  stores: readonly PackStore[],
): Promise<readonly Shipped[]> {
  const key = await ensurePublisherKey(tools, keys);
  for (const store of stores) {
    await store.trust({ name: 'This site', publicKey: key.publicKey });
  }
  await tools.disk.makeFolder(output);
  const shipped: Shipped[] = [];
  for (const { name, kind } of await tools.disk.list(sources)) {
    if (kind !== 'folder' || name.startsWith('.')) continue;
    const file = join(output, `${name}.kpack`);
    const source = join(sources, name);
    const built = await buildPack(tools, source, file);
    if (built.kind === 'refused') {
      shipped.push({ kind: 'source-refused', source, problems: built.problems });
      continue;
    }
    await signPack(tools, file, key);
    shipped.push(...(await installInto(stores, { file, source, warnings: built.warnings })));
  }
  return shipped;
}

async function installInto(
  stores: readonly PackStore[],
  pack: { readonly file: string; readonly source: string; readonly warnings: readonly Warning[] },
): Promise<Shipped[]> {
  const { source, warnings } = pack;
  const shipped: Shipped[] = [];
  for (const store of stores) {
    try {
      const result = await store.install(pack.file);
      shipped.push({ kind: 'installed', source, result, warnings });
    } catch (error) {
      shipped.push({ kind: 'install-refused', source, error: asReanError(error) });
    }
  }
  return shipped;
}
