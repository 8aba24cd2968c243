import { join } from 'node:path';
import { packCommand } from '../../src/cli/pack/pack-command.ts';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import { semverSchema } from '../../src/shared/ids.ts';
import type { Language } from '../../src/shared/ids.ts';
import { packSource, writePackSource } from './pack-source.ts';
import { seededRandomness } from './seeded-randomness.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface Ran {
  readonly out: string;
  readonly complaints: string;
  readonly exitCode: number;
}

let seed = 0;

/** Runs `rean pack …` as somebody would who reads a language, apart from the terminal. */
export async function reanIn(language: Language, line: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const complaints: string[] = [];
  let exitCode = 0;
  seed += 1;
  const command = packCommand({
    disk: nodeDisk(),
    randomness: seededRandomness(seed),
    appVersion: () => Promise.resolve(semverSchema.parse('0.1.0')),
    language,
    print: (text) => out.push(text),
    complain: (text) => complaints.push(text),
    setExitCode: (code) => {
      exitCode = code;
    },
  });
  await command.parseAsync([...line], { from: 'user' });
  return { out: out.join('\n'), complaints: complaints.join('\n'), exitCode };
}

/** Runs `rean pack …` as a person would who reads English. */
export const rean = (...line: readonly string[]): Promise<Ran> => reanIn('en', line);

/** A workshop with a built, signed pack, its key and a store that trusts it. */
export async function workshop() {
  const root = await temporaryFolder();
  const at = {
    source: await writePackSource(packSource()),
    pack: join(root, 'test.kpack'),
    key: join(root, 'me.key'),
    public: join(root, 'me.pub'),
    store: join(root, 'store'),
    root,
  };
  await rean('keygen', '-o', join(root, 'me'));
  await rean('build', at.source, '-o', at.pack);
  await rean('sign', at.pack, '--key', at.key);
  await rean('trust', at.public, '--store', at.store);
  return at;
}
