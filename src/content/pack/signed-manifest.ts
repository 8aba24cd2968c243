import { ReanError } from '../../shared/errors.ts';
import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
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
 * parsed ([PKG3]). Throws `pack.signature-invalid`, `pack.untrusted-key`, `pack.manifest-invalid`.
 */
export function verifySignedManifest(
  manifestBytes: Uint8Array,
  signatureBytes: Uint8Array,
  keyring: Keyring,
): SignedManifest {
  if (signatureBytes.byteLength > signatureFileLimit) {
    throw new ReanError('pack.signature-invalid', { reason: 'format', keyId: null });
  }
  const signature = parseSignature(Buffer.from(signatureBytes).toString('utf8'));
  const signedBy = keyring.find(signature.keyId);
  if (signedBy === null) throw new ReanError('pack.untrusted-key', { keyId: signature.keyId });
  verifySignature(manifestBytes, signature, signedBy.publicKey);
  return { manifest: parseManifest(manifestBytes), manifestBytes, signatureBytes, signedBy };
}
