import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durable-file.ts';
import { formatPublicKey, parsePublicKey } from '../minisign/keys.ts';
import type { TrustedKey } from './keyring.ts';

/** `trusted-keys.json`: whose packs a store takes ([PKG4]). */
const trustedKeysSchema = z.strictObject({
  format: z.literal('rean-trusted-keys@1'),
  keys: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        /** minisign's public key, the second line of its file. */
        publicKey: z.string().max(100),
      }),
    )
    .max(100),
});

/** Reads a list of trusted keys; no file means no key. Throws `config.invalid` for a damaged one. */
export async function readTrustedKeys(disk: Disk, path: string): Promise<readonly TrustedKey[]> {
  const bytes = await disk.readFile(path);
  if (bytes === null) return [];
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    const { keys } = trustedKeysSchema.parse(value);
    return keys.map(({ name, publicKey }) => ({ name, publicKey: parsePublicKey(publicKey) }));
  } catch (error) {
    throw new ReanError('config.invalid', { path }, error);
  }
}

/** Writes the whole list to `path` by way of `staging`; a power cut leaves the old one or the new. */
export async function writeTrustedKeys(
  { disk, randomness }: { readonly disk: Disk; readonly randomness: Randomness },
  { path, staging }: { readonly path: string; readonly staging: string },
  keys: readonly TrustedKey[],
): Promise<void> {
  const value: z.infer<typeof trustedKeysSchema> = {
    format: 'rean-trusted-keys@1',
    keys: keys.map(({ name, publicKey }) => ({ name, publicKey: formatPublicKey(publicKey) })),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  await writeDurably(disk, randomness, { path, bytes, mode: 0o644, staging });
}

/** The list with a key added; the same key under a new name is renamed. */
export function withTrustedKey(
  keys: readonly TrustedKey[],
  added: TrustedKey,
): readonly TrustedKey[] {
  return [...keys.filter((key) => key.publicKey.keyId !== added.publicKey.keyId), added];
}
