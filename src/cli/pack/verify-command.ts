import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { keyringOf } from '../../content/keyring/keyring.ts';
import type { TrustedKey } from '../../content/keyring/keyring.ts';
import { verifyPack } from '../../content/pack/verify-pack.ts';
import { ReanError } from '../../shared/errors.ts';
import { parseOptions } from '../hub/options.ts';
import { readPublicKey } from './key-commands.ts';
import { counted, itemCounts, tellItems } from './counted.ts';
import { openExistingStore, orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';

const optionsSchema = z.object({
  key: z.array(z.string().min(1)).optional(),
  store: z.string().min(1).optional(),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack verify FILE --key KEY.pub`. */
export function verifyCommand(io: PackIo): Command {
  return new Command('verify')
    .description('Check everything an install would check, without installing.')
    .argument('<file>', 'the .kpack file')
    .option('--key <files...>', 'public key files (.pub) to accept')
    .option('--store <folder>', 'accept the keys this store trusts')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, () =>
        verify(io, resolve(file), parseOptions(optionsSchema, given)),
      ),
    );
}

async function verify(io: PackIo, file: string, options: Options): Promise<void> {
  const keys = await acceptedKeys(io, options);
  const { manifest, signedBy } = await verifyPack(file, keyringOf(keys));
  const { id, version, sequence, publisher, items, files } = manifest;
  const { keyId } = signedBy.publicKey;
  const counts = { ...itemCounts(items), files: files.length };
  io.print(
    options.json
      ? JSON.stringify({ id, version, sequence, publisher, ...counts, keyId })
      : `${id} ${version} (sequence ${sequence}) by ${publisher} is whole: ${tellItems(items)}, ${counted(files, 'file')}, signed with key ${keyId} (${signedBy.name}).`,
  );
}

async function acceptedKeys(io: PackIo, { key, store }: Options): Promise<readonly TrustedKey[]> {
  const keys: TrustedKey[] = [];
  for (const file of key ?? []) {
    keys.push({ name: basename(file, '.pub'), publicKey: await readPublicKey(io, file) });
  }
  if (store !== undefined) {
    keys.push(...(await (await openExistingStore(io, resolve(store))).trustedKeys()));
  }
  if (keys.length === 0 && store === undefined) {
    throw new ReanError('config.invalid', { problem: 'no-key' });
  }
  return keys;
}
