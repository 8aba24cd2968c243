import { draftKeyring, signKeyring } from '../../src/content/keyring/root-keyring.ts';
import type { KeyringContent, RootKeyring } from '../../src/content/keyring/root-keyring.ts';
import { mintSecretKey } from '../../src/content/minisign/keys.ts';
import { publisher } from './pack-press.ts';
import { seededRandomness } from './seeded-randomness.ts';

/** Root keys, one person's each; a programme has three at a time. */
export const rootKeys = [101, 102, 103, 104, 105, 106, 107].map((seed) =>
  mintSecretKey(seededRandomness(seed)),
);

/** One of those. */
export const rootOf = (index: number) => {
  const key = rootKeys[index];
  if (key === undefined) throw new Error('no such root');
  return key;
};

/** These roots as a keyring names them. */
export const rootsAt = (...indices: readonly number[]) =>
  indices.map((index) => ({ name: `Root ${index}`, publicKey: rootOf(index).publicKey }));

/** The tests' publisher on a keyring, with the reason where its key was revoked. */
export const publisherKey = (revoked: string | null = null) => ({
  name: 'Publisher',
  publicKey: publisher.publicKey,
  revoked,
});

/** A keyring of the first three roots, signed by the first two, unless said otherwise. */
export function signedKeyring(
  content: Partial<KeyringContent> = {},
  signers: readonly number[] = [0, 1],
): RootKeyring {
  const whole = { version: 1, roots: rootsAt(0, 1, 2), publishers: [publisherKey()], ...content };
  return signers.reduce(
    (keyring, index) => signKeyring(keyring, rootOf(index)),
    draftKeyring(whole),
  );
}
