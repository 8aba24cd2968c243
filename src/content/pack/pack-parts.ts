import type { ArchivePart } from '../archive/write-archive.ts';
import { manifestName, signatureName } from './manifest.ts';
import { blobName } from './pack-archive.ts';
import type { PackBlob } from './pack-archive.ts';

/** What a `.kpack` is written from: the manifest first, its signature, then each content once, by hash. */
export function packParts(
  head: { readonly manifestBytes: Uint8Array; readonly signatureBytes: Uint8Array | null },
  blobs: readonly PackBlob[],
): readonly ArchivePart[] {
  const distinct = [...new Map(blobs.map((blob) => [blob.sha256, blob])).values()];
  return [
    partOf(manifestName, head.manifestBytes),
    ...(head.signatureBytes === null ? [] : [partOf(signatureName, head.signatureBytes)]),
    ...distinct
      .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
      .map((blob) => ({ name: blobName(blob.sha256), size: blob.size, open: () => blob.stream() })),
  ];
}

function partOf(name: string, bytes: Uint8Array): ArchivePart {
  return { name, size: bytes.byteLength, open: () => once(bytes) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
