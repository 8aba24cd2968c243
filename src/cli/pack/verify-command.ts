import { basename, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { keyringOf } from '../../content/keyring/keyring.ts';
import type { Keyring, TrustedKey } from '../../content/keyring/keyring.ts';
import { requirementText } from '../../content/pack/requirements.ts';
import { verifyPack } from '../../content/pack/verify-pack.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
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
  const keyring = await acceptedKeys(io, options);
  const { manifest, signedBy, left } = await verifyPack(file, {
    keyring,
    app: await io.appVersion(),
  });
  const { id, version, sequence, publisher, base = null, requires = [], items, files } = manifest;
  const { keyId } = signedBy.publicKey;
  const counts = { ...itemCounts(items), files: files.length };
  io.print(
    options.json
      ? JSON.stringify({ id, version, sequence, publisher, base, left, requires, ...counts, keyId })
      : `${id} ${version} (sequence ${sequence}) by ${publisher} is whole: ${tellItems(items)}, ${counted(files, 'file')}, signed with key ${keyId} (${signedBy.name}).${tellNeeds(manifest, left)}`,
  );
}

/** What else has to be there for it. */
function tellNeeds({ base, requires = [] }: PackManifest, left: number): string {
  const needs = requires.map(requirementText).join(', ');
  return [
    left === 0 ? '' : ` ${left} of its contents are to be found in ${String(base)}.`,
    needs === '' ? '' : ` It requires ${needs}.`,
  ].join('');
}

/** A key named on the command line counts, but where the store holds that it was revoked. */
async function acceptedKeys(io: PackIo, { key = [], store }: Options): Promise<Keyring> {
  if (key.length === 0 && store === undefined) {
    throw new ReanError('config.invalid', { problem: 'no-key' });
  }
  const named: TrustedKey[] = [];
  for (const file of key) {
    named.push({ name: basename(file, '.pub'), publicKey: await readPublicKey(io, file) });
  }
  const given = keyringOf(named);
  if (store === undefined) return given;
  const held = await (await openExistingStore(io, resolve(store))).keyring();
  return {
    find: (keyId) =>
      held.revoked(keyId) === null ? (given.find(keyId) ?? held.find(keyId)) : null,
    revoked: (keyId) => held.revoked(keyId),
  };
}
