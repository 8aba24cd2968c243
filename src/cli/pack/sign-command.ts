import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { attachSignature, signPack } from '../../content/pack/sign-pack.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import { parseOptions } from '../hub/options.ts';
import { readPublicKey, readSecretKey, readText } from './key-commands.ts';
import { orTellPackFailure } from './pack-io.ts';
import type { PackIo } from './pack-io.ts';

const optionsSchema = z.object({
  key: z.string().min(1).optional(),
  signature: z.string().min(1).optional(),
  public: z.string().min(1).optional(),
  json: z.boolean().default(false),
});
type Options = z.infer<typeof optionsSchema>;

/** `rean pack sign FILE --key SECRET.key`, or with a signature made elsewhere. */
export function signCommand(io: PackIo): Command {
  return new Command('sign')
    .description('Sign a built pack in place.')
    .argument('<file>', 'the .kpack file')
    .option('--key <file>', 'secret key file (.key)')
    .option('--signature <file>', 'a signature over pack.json made elsewhere by minisign -S -l')
    .option('--public <file>', 'the public key (.pub) that signature is to be checked with')
    .option('--json', 'print one JSON object')
    .action((file: string, given: unknown) =>
      orTellPackFailure(io, given, async () => {
        const options = parseOptions(optionsSchema, given);
        const { id, version, sequence } = await sign(io, resolve(file), options);
        io.print(
          options.json
            ? JSON.stringify({ id, version, sequence, file: resolve(file) })
            : `Signed ${id} ${version}: ${resolve(file)}.`,
        );
      }),
    );
}

async function sign(io: PackIo, file: string, options: Options): Promise<PackManifest> {
  const { key, signature, public: publicFile } = options;
  if (key !== undefined && signature === undefined) {
    return signPack(io, file, await readSecretKey(io, key));
  }
  if (key !== undefined || signature === undefined || publicFile === undefined) {
    throw new ReanError('config.invalid', { problem: 'sign-how' });
  }
  const signatureText = await readText(io, signature);
  return attachSignature(io, file, { signatureText, key: await readPublicKey(io, publicFile) });
}
