import { join } from 'node:path';
import { isReanError, ReanError } from '../../shared/errors.ts';
import type { PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import type { Disk } from '../disk/disk.ts';
import { writeDurably } from '../disk/durable-file.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { signatureFileLimit } from '../minisign/signature.ts';
import { manifestLimit, manifestName, parseManifest, signatureName } from '../pack/manifest.ts';
import { verifySignedManifest } from '../pack/signed-manifest.ts';
import type { SignedManifest } from '../pack/signed-manifest.ts';
import type { PackOrigin } from './pack-origin.ts';
import type { InstallTools } from './install-pack.ts';
import type { StoreLayout } from './layout.ts';

/** One version of one pack. */
export interface WantedPack {
  readonly pack: PackId;
  readonly version: Semver;
}

/** Each content of a pack once, under the first path that shows it. */
export function distinctFiles({ files }: PackManifest): readonly PackFile[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

/** The contents that downloads under way count on, those of the store included. */
export async function pendingBlobs(disk: Disk, layout: StoreLayout): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const { name } of await disk.list(layout.downloads)) {
    const bytes = await disk.readFile(join(layout.downloads, name, manifestName));
    const manifest = bytes === null ? null : manifestIn(bytes);
    for (const { sha256 } of manifest?.files ?? []) named.add(sha256);
  }
  return named;
}

/** Gives up downloads of versions that nobody waits for any more. Only under the install lock. */
export async function dropDownloads(
  { disk, layout }: Pick<InstallTools, 'disk' | 'layout'>,
  wanted: readonly WantedPack[],
): Promise<void> {
  const kept = new Set(wanted.map(({ pack, version }) => layout.download(pack, version)));
  for (const { name } of await disk.list(layout.downloads)) {
    const folder = join(layout.downloads, name);
    if (!kept.has(folder)) await disk.remove(folder);
  }
}

/**
 * The signed manifest of a version on its way: the one that came before, or asked of the origin and
 * kept. Throws `pack.signature-invalid`, `pack.untrusted-key`, `pack.manifest-invalid`,
 * `pack.app-too-old` and the origin's.
 */
export async function bringHead(
  tools: InstallTools,
  keyring: Keyring,
  wanted: WantedPack,
  { origin, signal }: { readonly origin: PackOrigin; readonly signal: AbortSignal },
): Promise<SignedManifest> {
  const { disk, layout, appVersion } = tools;
  const folder = layout.download(wanted.pack, wanted.version);
  const kept = await Promise.all(
    [manifestName, signatureName].map((name) => disk.readFile(join(folder, name))),
  );
  const [manifest = null, signature = null] = kept;
  if (manifest !== null && signature !== null) {
    try {
      return checked(verifySignedManifest(manifest, signature, keyring, appVersion), wanted);
    } catch (error) {
      // what the power left of them, or a key that counts no more: the origin is asked again
      if (!isReanError(error)) throw error;
    }
  }
  const manifestBytes = await origin.file({ kind: 'manifest', ...wanted }, manifestLimit, signal);
  const ask = { kind: 'signature', ...wanted } as const;
  const signatureBytes = await origin.file(ask, signatureFileLimit, signal);
  const signed = checked(
    verifySignedManifest(manifestBytes, signatureBytes, keyring, appVersion),
    wanted,
  );
  await disk.makeFolder(folder);
  await keep(tools, join(folder, manifestName), manifestBytes);
  await keep(tools, join(folder, signatureName), signatureBytes);
  return signed;
}

/** A publisher signs many packs: whether it is the one asked for is looked at, too. */
function checked(signed: SignedManifest, { pack, version }: WantedPack): SignedManifest {
  const { manifest } = signed;
  if (manifest.id === pack && manifest.version === version) return signed;
  const problem = `is ${manifest.id} ${manifest.version}, not ${pack} ${version}`;
  throw new ReanError('pack.manifest-invalid', { at: 'id', problem });
}

function keep({ disk, randomness, layout }: InstallTools, path: string, bytes: Uint8Array) {
  return writeDurably(disk, randomness, { path, bytes, mode: 0o644, staging: layout.temporary });
}

function manifestIn(bytes: Uint8Array): PackManifest | null {
  try {
    return parseManifest(bytes);
  } catch (error) {
    if (isReanError(error)) return null;
    throw error;
  }
}
