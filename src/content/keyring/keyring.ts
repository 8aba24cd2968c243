import type { PublicKey } from '../minisign/keys.ts';

/** Whose packs are let in: the keys a store was told to trust, and those of its site's keyring ([PKG21]). */
export interface Keyring {
  /** The key with this id where its signatures are trusted, else null. */
  find(keyId: string): TrustedKey | null;
  /** Why the key with this id counts no more; null where it was not revoked. */
  revoked(keyId: string): string | null;
}

export interface TrustedKey {
  readonly publicKey: PublicKey;
  /** Who signs with it, for people. */
  readonly name: string;
}

/** A key that counts no more, and why. */
export interface RevokedKey extends TrustedKey {
  readonly reason: string;
}

/** A keyring of given keys. One that was revoked counts nowhere, whoever else trusts it. */
export function keyringOf(
  keys: readonly TrustedKey[],
  revoked: readonly RevokedKey[] = [],
): Keyring {
  const reasons = new Map(revoked.map(({ publicKey, reason }) => [publicKey.keyId, reason]));
  const byId = new Map(keys.map((key) => [key.publicKey.keyId, key]));
  return {
    find: (keyId) => (reasons.has(keyId) ? null : (byId.get(keyId) ?? null)),
    revoked: (keyId) => reasons.get(keyId) ?? null,
  };
}
