import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import type { BuildBase } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import type { Disk } from '../../src/content/disk/disk.ts';
import type { Processes } from '../../src/content/disk/processes.ts';
import { mintSecretKey } from '../../src/content/minisign/keys.ts';
import type { SecretKey } from '../../src/content/minisign/keys.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import type { PackStore, PackStoreOptions } from '../../src/content/store/pack-store.ts';
import { packIdSchema, semverSchema } from '../../src/shared/ids.ts';
import { packSource, writePackSource } from './pack-source.ts';
import type { PackSourceDraft } from './pack-source.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The pack that `packSource` describes. */
export const testPack = packIdSchema.parse('org.rean.test');
export const testVersion = (text: string) => semverSchema.parse(text);

/** A publisher: a key, and packs signed with it. */
export const publisher: SecretKey = mintSecretKey(seededRandomness(1));

/** Builds and signs a pack; returns the file. */
export async function pressPack(
  draft: PackSourceDraft = packSource(),
  key: SecretKey = publisher,
  base?: BuildBase,
): Promise<string> {
  const tools = { disk: nodeDisk(), randomness: seededRandomness(2) };
  const file = join(await temporaryFolder(), 'test.kpack');
  const built = await buildPack(tools, await writePackSource(draft), file, base);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, key);
  return file;
}

/** A later version of the test pack, with another picture. */
export function laterSource(version: string, sequence: number): PackSourceDraft {
  const draft = packSource({ version, sequence });
  const picture = `<svg xmlns="http://www.w3.org/2000/svg"><title>${version}</title></svg>`;
  return { ...draft, files: { ...draft.files, 'pictures/ka.svg': picture } };
}

/** Processes of a test: each life of the one under test has its own number, and only `living` run. */
export function testProcesses(pid: number, living: readonly number[] = [pid]): Processes {
  return {
    self: () => Promise.resolve({ pid, started: null }),
    isRunning: (mark) => Promise.resolve(living.includes(mark.pid)),
  };
}

/** Options for a store on the real disk that leaves nothing free. */
export function storeOptions(
  folder: string,
  over: { readonly disk?: Disk; readonly pid?: number; readonly seed?: number } = {},
): PackStoreOptions {
  return {
    folder,
    appVersion: testVersion('0.1.0'),
    disk: over.disk ?? nodeDisk(),
    processes: testProcesses(over.pid ?? 1),
    randomness: seededRandomness(over.seed ?? 3),
    reserveBytes: 0,
  };
}

/** A store in a fresh folder that trusts the publisher. */
export async function trustingStore(): Promise<{
  readonly store: PackStore;
  readonly folder: string;
}> {
  const folder = await temporaryFolder();
  const store = await openPackStore(storeOptions(folder));
  await store.trust({ name: 'Publisher', publicKey: publisher.publicKey });
  return { store, folder };
}

/** Every blob of a store. */
export async function blobsOf(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Changes one byte of a file: of a blob that the store holds read-only, or of a pack. */
export async function damage(path: string, text = ''): Promise<void> {
  const bytes = await readFile(path);
  const at = bytes.indexOf(text);
  await chmod(path, 0o644);
  await writeFile(
    path,
    Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte)),
  );
}
