import * as z from 'zod';
import { ReanError } from '../../shared/errors.ts';
import { formatPublicKey, parsePublicKey } from '../minisign/keys.ts';
import type { PublicKey, SecretKey } from '../minisign/keys.ts';
import {
  formatSignature,
  parseSignature,
  signBytes,
  verifySignature,
} from '../minisign/signature.ts';
import type { RevokedKey, TrustedKey } from './keyring.ts';

/** Keys that a keyring is signed with, and how many of them it takes ([PKG21]). */
export const rootCount = 3;
export const rootThreshold = 2;

/** As many can count: three roots of the keyring before, and three of its own. */
const mostSignatures = 2 * rootCount;
const mostPublishers = 100;

/** No keyring file is larger. */
export const keyringFileLimit = 512 * 1024;

const keySchema = z.strictObject({
  name: z.string().min(1).max(200),
  /** minisign's public key, the second line of its file. */
  publicKey: z.string().max(100),
});

const bodySchema = z.strictObject({
  format: z.literal('rean-keyring@1'),
  /** Higher with each; a lower one is never taken. */
  version: z.number().int().min(1),
  roots: z.array(keySchema).length(rootCount),
  publishers: z
    .array(keySchema.extend({ revoked: z.string().min(1).max(200).nullable() }))
    .max(mostPublishers),
});
type Body = z.infer<typeof bodySchema>;

/** `keyring.json`: what is signed, as a text, byte for byte, and minisign signatures over it. */
const fileSchema = z.strictObject({
  signed: z.string().max(keyringFileLimit),
  signatures: z.array(z.string().max(12 * 1024)).max(mostSignatures),
});

/** A publisher's key on a keyring; `revoked` says why it counts no more. */
export interface PublisherKey extends TrustedKey {
  readonly revoked: string | null;
}

/** What a keyring says. */
export interface KeyringContent {
  readonly version: number;
  readonly roots: readonly TrustedKey[];
  readonly publishers: readonly PublisherKey[];
}

/** A keyring as it lies in its file. Its signatures are not believed yet: see {@link admitKeyring}. */
export interface RootKeyring extends KeyringContent {
  readonly signed: string;
  readonly signatures: readonly string[];
}

/** A keyring nobody has signed yet. Throws `keyring.invalid` where its keys don't fit together, or are too many. */
export function draftKeyring({ version, roots, publishers }: KeyringContent): RootKeyring {
  if (publishers.length > mostPublishers) throw tooMany('publishers', mostPublishers);
  const body: Body = {
    format: 'rean-keyring@1',
    version,
    roots: roots.map(writeKey),
    publishers: publishers.map((key) => ({ ...writeKey(key), revoked: key.revoked })),
  };
  return readSigned({ signed: `${JSON.stringify(body, null, 1)}\n`, signatures: [] });
}

/** Reads a keyring's file. Throws `keyring.invalid`. */
export function parseKeyring(bytes: Uint8Array): RootKeyring {
  if (bytes.byteLength > keyringFileLimit) throw invalid('too large');
  const file = fileSchema.safeParse(jsonOf(Buffer.from(bytes).toString('utf8')));
  if (!file.success) throw invalid('not a keyring file');
  return readSigned(file.data);
}

/** A keyring's file. */
export function formatKeyring({ signed, signatures }: RootKeyring): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify({ signed, signatures }, null, 1)}\n`);
}

/**
 * A keyring with one signature more; another by the same key is replaced. Throws `keyring.invalid` where it holds
 * as many as can be read again.
 */
export function signKeyring(keyring: RootKeyring, key: SecretKey): RootKeyring {
  const message = Buffer.from(keyring.signed, 'utf8');
  const comment = `rean keyring ${keyring.version}`;
  const own = formatSignature(signBytes(message, comment, key));
  const others = keyring.signatures.filter(
    (text) => parseSignature(text).keyId !== key.publicKey.keyId,
  );
  if (others.length >= mostSignatures) throw tooMany('signatures', mostSignatures);
  return { ...keyring, signatures: [...others, own] };
}

/** Those of these keys that have signed a keyring, each once. */
export function signersOf(
  { signed, signatures }: RootKeyring,
  roots: readonly TrustedKey[],
): readonly TrustedKey[] {
  const message = Buffer.from(signed, 'utf8');
  return roots.filter(({ publicKey }) =>
    signatures.some((text) => isSignedBy(message, text, publicKey)),
  );
}

/**
 * Whether a keyring may take the place of the one that is held ([PKG21]): it is a later one, and two of the three
 * roots of the one held signed it, and two of its own, so that nobody is shut out. The first one goes by its
 * own: a person brings it. Returns false where it is the one held, signatures apart.
 * Throws `keyring.older`, `keyring.not-signed`.
 */
export function admitKeyring(held: RootKeyring | null, offered: RootKeyring): boolean {
  if (held !== null && offered.signed === held.signed) return false;
  if (held !== null && offered.version <= held.version) {
    throw new ReanError('keyring.older', { offered: offered.version, held: held.version });
  }
  for (const roots of [held?.roots ?? offered.roots, offered.roots]) {
    const signatures = signersOf(offered, roots).length;
    if (signatures < rootThreshold) {
      const { version } = offered;
      throw new ReanError('keyring.not-signed', { version, signatures, needed: rootThreshold });
    }
  }
  return true;
}

/** Keys whose packs it lets in. */
export const publishersOf = ({ publishers }: KeyringContent): readonly TrustedKey[] =>
  publishers.filter(({ revoked }) => revoked === null);

/** Keys it lets no more packs of in. */
export const revokedBy = ({ publishers }: KeyringContent): readonly RevokedKey[] =>
  publishers.flatMap(({ revoked, ...key }) =>
    revoked === null ? [] : [{ ...key, reason: revoked }],
  );

function isSignedBy(message: Uint8Array, text: string, key: PublicKey): boolean {
  try {
    const signature = parseSignature(text);
    if (signature.keyId !== key.keyId) return false;
    verifySignature(message, signature, key);
    return true;
  } catch {
    return false;
  }
}

function readSigned({ signed, signatures }: z.infer<typeof fileSchema>): RootKeyring {
  const parsed = bodySchema.safeParse(jsonOf(signed));
  if (!parsed.success) throw invalid('of another shape');
  const { version } = parsed.data;
  const roots = parsed.data.roots.map(readKey);
  const publishers = parsed.data.publishers.map((key) => ({
    ...readKey(key),
    revoked: key.revoked,
  }));
  for (const keys of [roots, publishers]) {
    const ids = keys.map(({ publicKey }) => publicKey.keyId);
    const twice = ids.find((id, index) => ids.indexOf(id) < index);
    if (twice !== undefined)
      throw new ReanError('keyring.invalid', { problem: 'twice', keys: twice });
  }
  return { version, roots, publishers, signed, signatures };
}

function readKey({ name, publicKey }: z.infer<typeof keySchema>): TrustedKey {
  try {
    return { name, publicKey: parsePublicKey(publicKey) };
  } catch (error) {
    throw invalid('a damaged key', error);
  }
}

const writeKey = ({ name, publicKey }: TrustedKey) => ({
  name,
  publicKey: formatPublicKey(publicKey),
});

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function invalid(problem: string, cause?: unknown): ReanError {
  return new ReanError('keyring.invalid', { problem }, cause);
}

const tooMany = (problem: 'publishers' | 'signatures', most: number) =>
  new ReanError('keyring.invalid', { problem, keys: most });
