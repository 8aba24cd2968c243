import type { PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { writeArchive } from '../archive/write-archive.ts';
import type { Disk } from '../disk/disk.ts';
import type { PublicKey, SecretKey } from '../minisign/keys.ts';
import {
  formatSignature,
  parseSignature,
  signBytes,
  verifySignature,
} from '../minisign/signature.ts';
import { Hashed } from './hashed.ts';
import { packParts } from './pack-parts.ts';
import { withUnsignedPack } from './pack-archive.ts';
import type { PackBlob } from './pack-archive.ts';

export interface SignTools {
  readonly disk: Disk;
  readonly randomness: Randomness;
}

/** Gives the text of a `.minisig` over the manifest's bytes. */
type Signer = (manifestBytes: Uint8Array, manifest: PackManifest) => string;

/**
 * Signs a `.kpack` in place ([PKG3]); a signature already there is replaced. Every blob is hashed on
 * the way, so that nothing damaged is ever signed. Throws the pack codes.
 */
export function signPack(tools: SignTools, path: string, key: SecretKey): Promise<PackManifest> {
  return putSignature(tools, path, (manifestBytes, manifest) => {
    const comment = `${manifest.id} ${manifest.version} #${manifest.sequence}`;
    return formatSignature(signBytes(manifestBytes, comment, key));
  });
}

/**
 * Puts a signature made elsewhere (`minisign -S -l -m pack.json`, with a key that never leaves its
 * own PC) into a `.kpack`, once it verifies. Throws `pack.signature-invalid` and the pack codes.
 */
export function attachSignature(
  tools: SignTools,
  path: string,
  { signatureText, key }: { readonly signatureText: string; readonly key: PublicKey },
): Promise<PackManifest> {
  return putSignature(tools, path, (manifestBytes) => {
    const signature = parseSignature(signatureText);
    if (signature.keyId !== key.keyId) {
      throw new ReanError('pack.untrusted-key', { keyId: signature.keyId });
    }
    verifySignature(manifestBytes, signature, key);
    return signatureText;
  });
}

function putSignature(tools: SignTools, path: string, sign: Signer): Promise<PackManifest> {
  return withUnsignedPack(path, async ({ manifest, manifestBytes }, { blobs }) => {
    const signatureBytes = new TextEncoder().encode(sign(manifestBytes, manifest));
    const parts = packParts({ manifestBytes, signatureBytes }, blobs.map(verified));
    await writeArchive(tools, path, parts);
    return manifest;
  });
}

function verified(blob: PackBlob): PackBlob {
  return { ...blob, stream: () => verifiedStream(blob) };
}

async function* verifiedStream(blob: PackBlob): AsyncGenerator<Uint8Array> {
  const hashed = new Hashed();
  yield* hashed.through(blob.stream());
  if (!hashed.matches(blob)) {
    throw new ReanError('pack.checksum-mismatch', { path: blob.path });
  }
}
