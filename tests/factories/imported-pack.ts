import { join } from 'node:path';
import { buildPack } from '../../src/content/build/build-pack.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { importFiles } from '../../src/content/import/import-files.ts';
import type { PackWords } from '../../src/content/import/source-draft.ts';
import { signPack } from '../../src/content/pack/sign-pack.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { publisher, storeOptions, testProcesses, testVersion } from './pack-press.ts';
import { seededRandomness } from './seeded-randomness.ts';

/** Imports files made by others, builds and signs the pack of them, and installs it in a station's store. */
export async function installImported(
  scratch: string,
  store: string,
  { paths, ...words }: PackWords & { readonly paths: readonly string[]; readonly id: string },
): Promise<void> {
  const into = join(scratch, `source-of-${words.id}`);
  const tools = {
    disk: nodeDisk(),
    randomness: seededRandomness(7),
    processes: testProcesses(1),
    appVersion: testVersion('0.1.0'),
  };
  const { files } = await importFiles(tools, { paths, into, replace: false, words });
  const refused = files.filter(({ outcome }) => outcome !== 'imported');
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  const file = join(scratch, `${words.id}.kpack`);
  const built = await buildPack(tools, into, file);
  if (built.kind === 'refused') throw new Error(JSON.stringify(built.problems));
  await signPack(tools, file, publisher);
  const opened = await openPackStore(storeOptions(store));
  await opened.trust({ name: 'test', publicKey: publisher.publicKey });
  await opened.install(file);
}
