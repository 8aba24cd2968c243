import type { PublicKey } from '../minisign/keys.ts';

/**
 * Whose packs are let in. The 2-of-3 root keyring with rotation and revocation will stand behind
 * this same question; today it is a list on disk (`trusted-keys.ts`).
 */
export interface Keyring {
  /** The key with this id where its signatures are trusted, else null. */
  find(keyId: string): TrustedKey | null;
}

export interface TrustedKey {
  readonly publicKey: PublicKey;
  /** Who signs with it, for people. */
  readonly name: string;
}

/** A keyring of given keys. */
export function keyringOf(keys: readonly TrustedKey[]): Keyring {
  const byId = new Map(keys.map((key) => [key.publicKey.keyId, key]));
  return { find: (keyId) => byId.get(keyId) ?? null };
}
