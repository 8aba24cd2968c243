import { basename, dirname, resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { writeDurably } from '../../content/disk/durable-file.ts';
import {
  draftKeyring,
  formatKeyring,
  parseKeyring,
  rootThreshold,
  signersOf,
  signKeyring,
} from '../../content/keyring/root-keyring.ts';
import type { PublisherKey, RootKeyring } from '../../content/keyring/root-keyring.ts';
import type { TrustedKey } from '../../content/keyring/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import { parseOptions } from '../hub/options.ts';
import { readPublicKey, readSecretKey } from './key-commands.ts';
import { openStore, orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';
import { keyringJson, keyringLines } from './tell-keyring.ts';

const files = z.array(z.string().min(1));
const json = z.boolean().default(false);

/** `rean pack keyring`: whose packs count, as two of three root keys say ([PKG21]). */
export function keyringCommand(io: PackIo): Command {
  return new Command('keyring')
    .description('Say whose packs count, by a list that two of three root keys sign.')
    .addCommand(makeCommand(io))
    .addCommand(changeCommand(io, 'rotate', 'Put other root keys in the place of some.', rotated))
    .addCommand(changeCommand(io, 'add', 'Let publishers in.', added))
    .addCommand(changeCommand(io, 'revoke', "Let no more packs of a publisher's key in.", revoked))
    .addCommand(signKeyringCommand(io))
    .addCommand(showCommand(io))
    .addCommand(adoptCommand(io));
}

const makeSchema = z.object({
  output: z.string().min(1),
  root: files.length(3),
  publisher: files.default([]),
  json,
});

function makeCommand(io: PackIo): Command {
  return new Command('make')
    .description('Begin a keyring; it counts once two of its roots have signed it.')
    .requiredOption('-o, --output <file>', 'the keyring to write')
    .requiredOption('--root <files...>', 'three public keys (.pub), of three persons')
    .option('--publisher <files...>', 'public keys (.pub) whose packs count')
    .option('--json', 'print one JSON object')
    .action((given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const options = parseOptions(makeSchema, given);
        const roots = await namedKeys(io, options.root);
        const publishers = await namedPublishers(io, options.publisher);
        const made = draftKeyring({ version: 1, roots, publishers });
        await write(io, options.output, made, { replace: false });
        tell(io, made, options);
      }),
    );
}

const changeSchema = z.object({
  output: z.string().min(1),
  in: files.default([]),
  out: files.default([]),
  key: files.default([]),
  reason: z.string().trim().min(1).max(200).optional(),
  json,
});
type ChangeOptions = z.infer<typeof changeSchema>;
type Change = (io: PackIo, held: RootKeyring, options: ChangeOptions) => Promise<RootKeyring>;

/** The next version of a keyring; who signed the one before has to sign it anew. */
function changeCommand(io: PackIo, name: string, description: string, change: Change): Command {
  const command = new Command(name)
    .description(`${description} Writes the next version, to be signed.`)
    .argument('<file>', 'the present keyring')
    .requiredOption('-o, --output <file>', 'the next one to write')
    .option('--json', 'print one JSON object');
  if (name === 'rotate') {
    command.requiredOption('--out <ids...>', 'ids of root keys that go');
    command.requiredOption('--in <files...>', 'as many public keys (.pub) that come');
  } else {
    command.requiredOption('--key <keys...>', name === 'add' ? 'public keys (.pub)' : 'key ids');
  }
  if (name === 'revoke') command.requiredOption('--reason <text>', 'why, for everybody to read');
  return command.action((file: string, given: unknown) =>
    orTellPackFailure(io, given, async () => {
      const options = parseOptions(changeSchema, given);
      const next = await change(io, await readKeyringFile(io, file), options);
      await write(io, options.output, next, { replace: false });
      tell(io, next, options);
    }),
  );
}

async function rotated(io: PackIo, held: RootKeyring, options: ChangeOptions) {
  const stay = held.roots.filter(({ publicKey }) => !options.out.includes(publicKey.keyId));
  if (stay.length + options.out.length !== held.roots.length) throw unknownKey(options.out);
  const roots = [...stay, ...(await namedKeys(io, options.in))];
  return draftKeyring({ ...held, version: held.version + 1, roots });
}

async function added(io: PackIo, held: RootKeyring, options: ChangeOptions) {
  const publishers = [...held.publishers, ...(await namedPublishers(io, options.key))];
  return draftKeyring({ ...held, version: held.version + 1, publishers });
}

async function revoked(_io: PackIo, held: RootKeyring, { key: ids, reason = '' }: ChangeOptions) {
  const known = held.publishers.map(({ publicKey }) => publicKey.keyId);
  if (ids.some((id) => !known.includes(id))) throw unknownKey(ids);
  const publishers = held.publishers.map((each) =>
    ids.includes(each.publicKey.keyId) ? { ...each, revoked: reason } : each,
  );
  return draftKeyring({ ...held, version: held.version + 1, publishers });
}

const signSchema = z.object({ key: z.string().min(1), json });

function signKeyringCommand(io: PackIo): Command {
  return new Command('sign')
    .description('Sign a keyring in place with one root key.')
    .argument('<file>', 'the keyring')
    .requiredOption('--key <file>', 'secret key file (.key) of a root')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const options = parseOptions(signSchema, given);
        const held = await readKeyringFile(io, file);
        const key = await readSecretKey(io, options.key);
        const signed = signKeyring(held, key);
        await write(io, file, signed, { replace: true });
        tell(io, signed, options);
        const { keyId } = key.publicKey;
        if (!held.roots.some(({ publicKey }) => publicKey.keyId === keyId)) {
          io.complain(
            `${keyId} is no root of this keyring: its signature counts only where it was one of the keyring before.`,
          );
        }
      }),
    );
}

const showSchema = z.object({ json });

function showCommand(io: PackIo): Command {
  return new Command('show')
    .description('Say whose keys are on a keyring, and who has signed it.')
    .argument('<file>', 'the keyring')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, async () => {
        tell(io, await readKeyringFile(io, file), parseOptions(showSchema, given));
      }),
    );
}

const adoptSchema = z.object({ store: z.string().min(1), json });

function adoptCommand(io: PackIo): Command {
  return new Command('adopt')
    .description(
      "Give a keyring to a store: a hub's, whose stations get it from there, or a station's.",
    )
    .argument('<file>', 'the keyring')
    .requiredOption('--store <folder>', 'the pack store')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const { store: folder, json: asJson } = parseOptions(adoptSchema, given);
        const keyring = await readKeyringFile(io, file);
        const store = await openStore(io, resolve(folder));
        const taken = await store.takeKeyring(formatKeyring(keyring));
        const revokedHere = await store.revoked();
        if (asJson) {
          io.print(JSON.stringify({ version: keyring.version, taken, revoked: revokedHere }));
          return;
        }
        const { version } = keyring;
        io.print(
          taken
            ? `Keyring ${version} counts here from now on.`
            : `Keyring ${version} was held here already.`,
        );
        for (const { pack, version: installed, keyId, reason } of revokedHere) {
          io.print(
            `${pack} ${installed} is signed with key ${keyId}, which was revoked (${reason}). It goes on working; publish a version signed with another key.`,
          );
        }
      }),
    );
}

async function readKeyringFile(io: PackIo, file: string): Promise<RootKeyring> {
  const bytes = await io.disk.readFile(resolve(file));
  if (bytes === null) throw new ReanError('pack.file-missing', { path: file });
  return parseKeyring(bytes);
}

/** Each under its file's name. */
async function namedKeys(io: PackIo, paths: readonly string[]): Promise<TrustedKey[]> {
  const keys: TrustedKey[] = [];
  for (const path of paths) {
    keys.push({ name: basename(path, '.pub'), publicKey: await readPublicKey(io, path) });
  }
  return keys;
}

async function namedPublishers(io: PackIo, paths: readonly string[]): Promise<PublisherKey[]> {
  return (await namedKeys(io, paths)).map((key) => ({ ...key, revoked: null }));
}

async function write(
  io: PackIo,
  file: string,
  keyring: RootKeyring,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const path = resolve(file);
  if (!replace && (await io.disk.fileSize(path)) !== null) {
    throw new ReanError('config.invalid', { path, problem: 'exists' });
  }
  await io.disk.makeFolder(dirname(path));
  const bytes = formatKeyring(keyring);
  await writeDurably(io.disk, io.randomness, { path, bytes, mode: 0o644 });
}

function tell(io: PackIo, keyring: RootKeyring, { json: asJson }: { readonly json: boolean }) {
  const signers = signersOf(keyring, keyring.roots);
  if (asJson) io.print(JSON.stringify(keyringJson(keyring, signers)));
  else for (const line of keyringLines(keyring, signers, rootThreshold)) io.print(line);
}

function unknownKey(ids: readonly string[]): ReanError {
  return new ReanError('keyring.invalid', { problem: 'unknown', keys: ids.join(', ') });
}
