import { join } from 'node:path';
import type { PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { isReanError, ReanError } from '../../shared/errors.ts';
import type { PackId, Semver } from '../../shared/ids.ts';
import { randomName } from '../disk/durable-file.ts';
import { checkContent } from '../pack/check-content.ts';
import { withSignedPack } from '../pack/pack-archive.ts';
import type { PackContents } from '../pack/pack-archive.ts';
import { checkRequirements } from '../pack/requirements.ts';
import type { SignedManifest } from '../pack/signed-manifest.ts';
import { checkJudgedSizes } from '../pack/verify-pack.ts';
import { moveActive } from './active-version.ts';
import { checkAdmission } from './admission.ts';
import type { InstallOptions } from './admission.ts';
import { commitVersion } from './commit-version.ts';
import { listReady, readInstalled } from './installed-packs.ts';
import { whileLocked } from './install-lock.ts';
import type { LockTools } from './install-lock.ts';
import { ensureRoom, neededBytes } from './room.ts';
import { checkBlobs, missingBlobs, stageBlobs } from './stage-blobs.ts';
import { readKeyring } from './store-keyring.ts';
import { withStoreErrors } from './store-error.ts';
import { clearTemporary, sweepBlobs, tidy } from './sweep.ts';

export interface InstallTools extends LockTools {
  readonly appVersion: Semver;
  /** Bytes an install leaves free. */
  readonly reserveBytes: number;
}

/** What an install did. */
export interface InstallResult {
  readonly outcome: 'installed' | 'already-installed' | 'mended';
  readonly pack: PackId;
  readonly version: Semver;
  readonly sequence: number;
  /** The version that was active before, where it was another one. It stays installed. */
  readonly previous: Semver | null;
  /** Id of the trusted key whose signature was checked. */
  readonly signedBy: string;
  /** Contents written, the rest being there already. */
  readonly blobsWritten: number;
  readonly bytesWritten: number;
}

/**
 * Installs a `.kpack` ([PKG9]). At whatever moment this process dies, the store opens again with the
 * version that was active before, or with the new one whole. Throws the pack codes, `lesson.invalid`,
 * `store.full`, `store.in-use`, `store.unopenable`.
 */
export async function installPack(
  tools: InstallTools,
  file: string,
  options: InstallOptions,
): Promise<InstallResult> {
  return withStoreErrors(tools.layout.root, () =>
    whileLocked(tools, () => installLocked(tools, file, options)),
  );
}

async function installLocked(
  tools: InstallTools,
  file: string,
  options: InstallOptions,
): Promise<InstallResult> {
  await clearTemporary(tools);
  try {
    const keyring = await readKeyring(tools.disk, tools.layout);
    return await withSignedPack(file, { keyring, app: tools.appVersion }, (signed, contents) =>
      bringIn(tools, signed, contents, options),
    );
  } catch (error) {
    // a USB stick pulled out: what was verified so far stays, so that the next try goes on from there
    const resumable = isReanError(error) && error.facts['reason'] === 'unreadable';
    if (!resumable) await tidy(() => sweepBlobs(tools, new Set()));
    throw error;
  } finally {
    await tidy(() => clearTemporary(tools));
  }
}

async function bringIn(
  tools: InstallTools,
  signed: SignedManifest,
  contents: PackContents,
  options: InstallOptions,
): Promise<InstallResult> {
  const { disk, layout, appVersion } = tools;
  const { manifest } = signed;
  const installed = await readInstalled(disk, layout, manifest.id);
  checkAdmission(signed, installed, { ...options, appVersion });
  if (manifest.requires !== undefined) checkRequirements(manifest, await listReady(disk, layout));
  checkJudgedSizes(manifest);
  await checkBase(tools, manifest, contents);
  const present = installed.versions.find(({ version }) => version === manifest.version);
  const run = join(layout.temporary, randomName(tools.randomness));
  await disk.makeFolder(run);
  const written = await bringBlobs(tools, run, contents);
  await checkContent(manifest, (path) => readInstalledFile(tools, manifest, path));
  await commitVersion(tools, run, signed, present);
  await moveActive(tools, manifest.id, { from: installed.active, to: manifest.version });
  return {
    ...written,
    outcome: outcomeOf(present?.kind === 'ready', written.blobsWritten),
    pack: manifest.id,
    version: manifest.version,
    sequence: manifest.sequence,
    previous: installed.active === manifest.version ? null : installed.active,
    signedBy: signed.signedBy.publicKey.keyId,
  };
}

/** What a delta leaves out has to be here, sound; it could not be mended out of it ([PKG17]). */
async function checkBase(
  tools: InstallTools,
  { id, base }: PackManifest,
  { left }: PackContents,
): Promise<void> {
  if (base === undefined || left.length === 0) return;
  const lacking = (await missingBlobs(tools, left)).length;
  if (lacking > 0) throw new ReanError('pack.base-missing', { pack: id, base, lacking });
}

async function bringBlobs(tools: InstallTools, run: string, { blobs, left }: PackContents) {
  const { disk, layout, reserveBytes } = tools;
  const missing = await missingBlobs(tools, blobs);
  // A damaged copy is refused though its contents are here already, or nobody would learn of it.
  await checkBlobs(blobs.filter((blob) => !missing.includes(blob)));
  const needed = neededBytes(missing);
  const keep = new Set([...blobs, ...left].map(({ sha256 }) => sha256));
  await ensureRoom(disk, { folder: layout.root, needed, reserve: reserveBytes }, () =>
    sweepBlobs(tools, keep),
  );
  await stageBlobs(tools, run, missing);
  return {
    blobsWritten: missing.length,
    bytesWritten: missing.reduce((sum, blob) => sum + blob.size, 0),
  };
}

function outcomeOf(known: boolean, blobsWritten: number): InstallResult['outcome'] {
  if (!known) return 'installed';
  return blobsWritten === 0 ? 'already-installed' : 'mended';
}

/** The bytes of a file whose content is in its place. @throws ReanError `pack.file-missing` */
export async function readInstalledFile(
  { disk, layout }: Pick<InstallTools, 'disk' | 'layout'>,
  { files }: PackManifest,
  path: string,
): Promise<Uint8Array> {
  const file: PackFile | undefined = files.find((one) => one.path === path);
  const bytes = file === undefined ? null : await disk.readFile(layout.blob(file.sha256));
  if (bytes === null) throw new ReanError('pack.file-missing', { path });
  return bytes;
}
