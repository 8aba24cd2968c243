import { ReanError } from '../../shared/errors.ts';
import { decodeBase64Line, encodeBase64Line, splitLines } from './base64-line.ts';
import { ed25519SignatureLength, signEd25519, verifyEd25519 } from './ed25519.ts';
import { keyIdBytes, keyIdText } from './keys.ts';
import type { PublicKey, SecretKey } from './keys.ts';

/** What a `.minisig` file says, not yet believed. */
export interface Signature {
  readonly keyId: string;
  /** 64 bytes over the signed file. */
  readonly bytes: Uint8Array;
  /** Signed too, by `globalBytes`. */
  readonly trustedComment: string;
  /** 64 bytes over `bytes` and the trusted comment. */
  readonly globalBytes: Uint8Array;
}

/** Why a signature is refused; a fact of `pack.signature-invalid`. */
type SignatureFault = 'unsigned' | 'format' | 'prehashed' | 'content' | 'trusted-comment';

const plain = 'Ed';
const prehashed = 'ED';
const trustedPrefix = 'trusted comment: ';
const idLength = 8;
const fieldLength = plain.length + idLength + ed25519SignatureLength;

/** Larger files are no signatures: four lines, the longest being minisign's 8 KiB trusted comment. */
export const signatureFileLimit = 12 * 1024;

/**
 * Reads a `.minisig` file. Only the plain Ed25519 form of `minisign -S -l` is accepted: the other
 * one hashes with BLAKE2b, which Electron's crypto lacks ([PKG3]). Throws `pack.signature-invalid`.
 */
export function parseSignature(text: string): Signature {
  const [untrusted, field, trusted, global, ...rest] = splitLines(text);
  if (!untrusted?.startsWith('untrusted comment: ') || !trusted?.startsWith(trustedPrefix)) {
    throw fault('format');
  }
  const bytes = decodeBase64Line(field ?? '', fieldLength);
  const globalBytes = decodeBase64Line(global ?? '', ed25519SignatureLength);
  if (bytes === null || globalBytes === null || rest.some((line) => line !== ''))
    throw fault('format');
  const algorithm = Buffer.from(bytes.subarray(0, plain.length)).toString('latin1');
  if (algorithm !== plain) throw fault(algorithm === prehashed ? 'prehashed' : 'format');
  return {
    keyId: keyIdText(bytes.subarray(plain.length, plain.length + idLength)),
    bytes: bytes.slice(plain.length + idLength),
    trustedComment: trusted.slice(trustedPrefix.length),
    globalBytes,
  };
}

/** Writes a `.minisig` file that `minisign -V` reads. */
export function formatSignature(signature: Signature): string {
  const field = Buffer.concat([Buffer.from(plain), keyIdBytes(signature.keyId), signature.bytes]);
  return [
    `untrusted comment: signature from Rean, key ${signature.keyId}`,
    encodeBase64Line(field),
    `${trustedPrefix}${signature.trustedComment}`,
    encodeBase64Line(signature.globalBytes),
    '',
  ].join('\n');
}

/** Signs a file's bytes and a one-line comment with them. No clock is read: the same in, the same out. */
export function signBytes(message: Uint8Array, trustedComment: string, key: SecretKey): Signature {
  if (/[\r\n]/.test(trustedComment))
    throw new ReanError('shape.invalid', { what: 'trusted comment' });
  const bytes = signEd25519(message, key.seed);
  const globalBytes = signEd25519(globalMessage(bytes, trustedComment), key.seed);
  return { keyId: key.publicKey.keyId, bytes, trustedComment, globalBytes };
}

/**
 * Checks both halves of a signature with the key it names. Throws `pack.signature-invalid` with the
 * `reason` (a `SignatureFault`) and the `keyId`.
 */
export function verifySignature(message: Uint8Array, signature: Signature, key: PublicKey): void {
  if (!verifyEd25519(message, key.bytes, signature.bytes)) throw fault('content', key.keyId);
  const global = globalMessage(signature.bytes, signature.trustedComment);
  if (!verifyEd25519(global, key.bytes, signature.globalBytes)) {
    throw fault('trusted-comment', key.keyId);
  }
}

const globalMessage = (bytes: Uint8Array, trustedComment: string) =>
  Buffer.concat([bytes, Buffer.from(trustedComment, 'utf8')]);

function fault(reason: SignatureFault, keyId: string | null = null): ReanError {
  return new ReanError('pack.signature-invalid', { reason, keyId });
}
