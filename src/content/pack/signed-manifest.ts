import { ReanError } from '../../shared/errors.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { Semver } from '../../shared/ids.ts';
import type { Keyring, TrustedKey } from '../keyring/keyring.ts';
import { parseSignature, signatureFileLimit, verifySignature } from '../minisign/signature.ts';
import { parseManifest } from './manifest.ts';

/** A manifest whose signature was checked, as its exact bytes. */
export interface SignedManifest {
  readonly manifest: PackManifest;
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly signedBy: TrustedKey;
}

/**
 * Checks the signature over the manifest's bytes with a trusted key before a character of it is
 * parsed ([PKG3]). Throws `pack.signature-invalid`, `pack.untrusted-key`, `pack.key-revoked`, `pack.manifest-invalid`,
 * `pack.app-too-old`.
 */
export function verifySignedManifest(
  manifestBytes: Uint8Array,
  signatureBytes: Uint8Array,
  keyring: Keyring,
  app?: Semver,
): SignedManifest {
  if (signatureBytes.byteLength > signatureFileLimit) {
    throw new ReanError('pack.signature-invalid', { reason: 'format', keyId: null });
  }
  const signature = parseSignature(Buffer.from(signatureBytes).toString('utf8'));
  const { keyId } = signature;
  const reason = keyring.revoked(keyId);
  if (reason !== null) throw new ReanError('pack.key-revoked', { keyId, reason });
  const signedBy = keyring.find(keyId);
  if (signedBy === null) throw new ReanError('pack.untrusted-key', { keyId });
  verifySignature(manifestBytes, signature, signedBy.publicKey);
  const manifest = parseManifest(manifestBytes, app);
  return { manifest, manifestBytes, signatureBytes, signedBy };
}
