import type { PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Semver } from '../../shared/ids.ts';
import { archiveError, printableName } from '../archive/archive-fault.ts';
import { packArchiveLimits } from '../archive/archive-limits.ts';
import { openSafeArchive } from '../archive/safe-archive.ts';
import type { ArchiveEntry, SafeArchive } from '../archive/safe-archive.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { signatureFileLimit } from '../minisign/signature.ts';
import { manifestLimit, manifestName, parseManifest, signatureName } from './manifest.ts';
import { verifySignedManifest } from './signed-manifest.ts';
import type { SignedManifest } from './signed-manifest.ts';

/** Whom a pack's reader trusts, and which app reads it. */
export interface PackReading {
  readonly keyring: Keyring;
  readonly app: Semver;
}

/** One distinct content of a pack: several paths may share it. */
export interface PackBlob {
  readonly sha256: string;
  readonly size: number;
  /** A path that shows it, for errors. */
  readonly path: string;
  /** Unverified bytes: hash them. */
  stream(): AsyncIterable<Uint8Array>;
}

/** A pack's contents: those that came along, and those a delta leaves to its base ([PKG17]). */
export interface PackContents {
  readonly blobs: readonly PackBlob[];
  readonly left: readonly PackFile[];
}

/** The name of a content inside a `.kpack`. */
export const blobName = (sha256: string) => `blobs/${sha256}`;

/**
 * Opens a signed `.kpack` and lends it to `use` ([PKG1], [PKG3], [PKG5]): the archive is checked,
 * then the signature, then the manifest, then that each blob it names is there in its size (or
 * left to its base, in a delta) and that nothing else is. Throws the pack codes.
 */
export async function withSignedPack<Result>(
  path: string,
  { keyring, app }: PackReading,
  use: (signed: SignedManifest, contents: PackContents) => Promise<Result>,
): Promise<Result> {
  return withArchive(path, async (archive) => {
    const manifestBytes = await readManifest(archive);
    const entry = archive.entry(signatureName);
    if (entry === undefined) {
      throw new ReanError('pack.signature-invalid', { reason: 'unsigned', keyId: null });
    }
    const signatureBytes = await archive.bytes(entry, signatureFileLimit);
    const signed = verifySignedManifest(manifestBytes, signatureBytes, keyring, app);
    return use(signed, matchBlobs(archive, signed.manifest));
  });
}

/** Opens a `.kpack` without asking who signed it, to sign it. Throws the pack codes. */
export async function withUnsignedPack<Result>(
  path: string,
  use: (
    pack: { readonly manifest: PackManifest; readonly manifestBytes: Uint8Array },
    contents: PackContents,
  ) => Promise<Result>,
): Promise<Result> {
  return withArchive(path, async (archive) => {
    const manifestBytes = await readManifest(archive);
    const manifest = parseManifest(manifestBytes);
    return use({ manifest, manifestBytes }, matchBlobs(archive, manifest));
  });
}

async function withArchive<Result>(
  path: string,
  use: (archive: SafeArchive) => Promise<Result>,
): Promise<Result> {
  const archive = await openSafeArchive(path, packArchiveLimits);
  try {
    return await use(archive);
  } finally {
    archive.close();
  }
}

async function readManifest(archive: SafeArchive): Promise<Uint8Array> {
  const entry = archive.entry(manifestName);
  if (entry === undefined) throw new ReanError('pack.file-missing', { path: manifestName });
  return archive.bytes(entry, manifestLimit);
}

function matchBlobs(archive: SafeArchive, { files, base }: PackManifest): PackContents {
  const expected = new Map(files.map((file) => [blobName(file.sha256), file]));
  const left = [...expected].flatMap(([name, file]) =>
    base !== undefined && archive.entry(name) === undefined ? [file] : [],
  );
  const blobs = [...expected]
    .filter(([, file]) => !left.includes(file))
    .map(([name, file]) => blobOf(archive, archive.entry(name), file));
  for (const { name } of archive.entries) {
    if (name !== manifestName && name !== signatureName && !expected.has(name)) {
      throw archiveError('unexpected-entry', { entry: printableName(name) });
    }
  }
  return { blobs, left };
}

function blobOf(
  archive: SafeArchive,
  entry: ArchiveEntry | undefined,
  { path, size, sha256 }: PackFile,
): PackBlob {
  if (entry === undefined) throw new ReanError('pack.file-missing', { path });
  if (entry.size !== size) throw new ReanError('pack.checksum-mismatch', { path });
  return { sha256, size, path, stream: () => archive.stream(entry) };
}
