import type { PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import { checkContent, drawingsOf } from './check-content.ts';
import { Hashed } from './hashed.ts';
import { withSignedPack } from './pack-archive.ts';
import type { PackBlob, PackReading } from './pack-archive.ts';
import type { SignedManifest } from './signed-manifest.ts';

/**
 * Everything an install checks, without installing ([PKG6]): archive, signature, manifest, the hash
 * of every blob that came along, and what lessons and drawings say. Throws the pack codes and `lesson.invalid`.
 */
export function verifyPack(path: string, reading: PackReading): Promise<VerifiedPack> {
  return withSignedPack(path, reading, async (signed, { blobs, left }) => {
    const texts = await hashAll(blobs, judgedHashes(signed.manifest));
    const byPath = new Map(signed.manifest.files.map((file) => [file.path, file]));
    const inBase = new Set(left.map(({ sha256 }) => sha256));
    await checkContent(signed.manifest, async (path) => {
      const file = byPath.get(path);
      return inBase.has(file?.sha256 ?? '') ? null : readText(texts, file, path);
    });
    return { ...signed, left: left.length };
  });
}

/** A pack that was checked, and how many contents it leaves to its base, which were not ([PKG17]). */
export interface VerifiedPack extends SignedManifest {
  readonly left: number;
}

/** Contents that are read, not only shown: lessons and drawings. Small enough to be held. */
function judgedFiles(manifest: PackManifest): readonly PackFile[] {
  const entries = new Set(
    manifest.items.flatMap((item) => (item.kind === 'lesson' ? [item.entry] : [])),
  );
  const lessons = manifest.files.filter(({ path }) => entries.has(path));
  return [...lessons, ...drawingsOf(manifest)];
}

/** No lesson and no drawing is larger; keeps a hostile pack from filling the memory. */
const judgedFileLimit = 4 * 1024 * 1024;

/** Refuses a lesson or drawing that is too large to be judged. Throws `pack.too-large`. */
export function checkJudgedSizes(manifest: PackManifest): void {
  const large = judgedFiles(manifest).find(({ size }) => size > judgedFileLimit);
  if (large !== undefined) {
    throw new ReanError('pack.too-large', { entry: large.path, limit: judgedFileLimit });
  }
}

function judgedHashes(manifest: PackManifest): ReadonlySet<string> {
  checkJudgedSizes(manifest);
  return new Set(judgedFiles(manifest).map(({ sha256 }) => sha256));
}

async function hashAll(blobs: readonly PackBlob[], keep: ReadonlySet<string>) {
  const kept = new Map<string, Uint8Array>();
  for (const blob of blobs) {
    const hashed = new Hashed();
    const chunks: Uint8Array[] = [];
    for await (const chunk of hashed.through(blob.stream())) {
      if (keep.has(blob.sha256)) chunks.push(chunk);
    }
    if (!hashed.matches(blob)) {
      throw new ReanError('pack.checksum-mismatch', { path: blob.path });
    }
    if (keep.has(blob.sha256)) kept.set(blob.sha256, new Uint8Array(Buffer.concat(chunks)));
  }
  return kept;
}

function readText(
  texts: ReadonlyMap<string, Uint8Array>,
  file: PackFile | undefined,
  path: string,
): Uint8Array {
  const bytes = texts.get(file?.sha256 ?? '');
  if (bytes === undefined) throw new ReanError('pack.file-missing', { path });
  return bytes;
}
