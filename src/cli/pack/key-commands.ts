import { basename, dirname, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { keyFiles, writeKeyPair } from '../../content/keyring/publisher-key.ts';
import {
  mintSecretKey,
  parsePublicKeyFile,
  parseSecretKeyFile,
} from '../../content/minisign/keys.ts';
import type { PublicKey, SecretKey } from '../../content/minisign/keys.ts';
import { ReanError } from '../../shared/errors.ts';
import { parseOptions } from '../hub/options.ts';
import { openStore, orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';

const keygenSchema = z.object({ output: z.string().min(1), json: z.boolean().default(false) });

/** `rean pack keygen -o NAME`: NAME.key and NAME.pub. */
export function keygenCommand(io: PackIo): Command {
  return new Command('keygen')
    .description('Make a key pair to sign packs with; minisign can use it too.')
    .requiredOption('-o, --output <name>', 'path of the pair, without .key and .pub')
    .option('--json', 'print one JSON object')
    .action((given: unknown) =>
      orTellPackFailure(io, given, () => generate(io, parseOptions(keygenSchema, given))),
    );
}

async function generate(io: PackIo, { output, json }: z.infer<typeof keygenSchema>): Promise<void> {
  const files = keyFiles(dirname(resolve(output)), basename(output));
  await refuseExisting(io, files.secret);
  await refuseExisting(io, files.public);
  const key = mintSecretKey(io.randomness);
  await io.disk.makeFolder(dirname(files.secret));
  await writeKeyPair(io, files, key);
  const { keyId } = key.publicKey;
  io.print(
    json
      ? JSON.stringify({ keyId, ...files })
      : `Made key ${keyId}. Keep ${files.secret} to yourself: whoever has it can sign packs. Give ${files.public} to those who shall trust it.`,
  );
}

const trustSchema = z.object({
  store: z.string().min(1),
  name: z.string().min(1).max(200).optional(),
  json: z.boolean().default(false),
});

/** `rean pack trust KEY.pub --store STORE`. */
export function trustCommand(io: PackIo): Command {
  return new Command('trust')
    .description('Let a store take packs signed with a key.')
    .argument('<key>', 'public key file (.pub)')
    .requiredOption('--store <folder>', 'the pack store')
    .option('--name <name>', 'who signs with it; the file name unless given')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const options = parseOptions(trustSchema, given);
        const publicKey = await readPublicKey(io, file);
        const store = await openStore(io, resolve(options.store));
        const name = options.name ?? basename(file, '.pub');
        await store.trust({ name, publicKey });
        io.print(
          options.json
            ? JSON.stringify({ keyId: publicKey.keyId, name })
            : `Packs signed with key ${publicKey.keyId} (${name}) are trusted here from now on.`,
        );
      }),
    );
}

/** Throws `pack.file-missing`, `shape.invalid`. */
export async function readPublicKey(io: PackIo, file: string): Promise<PublicKey> {
  return parsePublicKeyFile(await readText(io, file));
}

/** Throws `pack.file-missing`, `shape.invalid`. */
export async function readSecretKey(io: PackIo, file: string): Promise<SecretKey> {
  return parseSecretKeyFile(await readText(io, file));
}

/** A small text file given on the command line. Throws `pack.file-missing`. */
export async function readText(io: PackIo, file: string): Promise<string> {
  const bytes = await io.disk.readFile(resolve(file));
  if (bytes === null) throw new ReanError('pack.file-missing', { path: file });
  return Buffer.from(bytes).toString('utf8');
}

async function refuseExisting(io: PackIo, path: string): Promise<void> {
  if ((await io.disk.fileSize(path)) === null) return;
  throw new ReanError('config.invalid', { path, problem: 'exists' });
}
