import { join } from 'node:path';
import type { PackFile, PackManifest } from '../../shared/contracts/pack-manifest.ts';
import { isReanError } from '../../shared/errors.ts';
import { AtOnce } from '../disk/at-once.ts';
import { randomName } from '../disk/durable-file.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { checkContent } from '../pack/check-content.ts';
import { checkRequirements } from '../pack/requirements.ts';
import type { SignedManifest } from '../pack/signed-manifest.ts';
import { checkJudgedSizes } from '../pack/verify-pack.ts';
import { checkAdmission } from './admission.ts';
import { commitVersion } from './commit-version.ts';
import { bringHead, distinctFiles } from './downloads.ts';
import type { WantedPack } from './downloads.ts';
import { cameBefore, fetchBlob, isWhole } from './fetch-blob.ts';
import { whileLocked } from './install-lock.ts';
import { readInstalledFile } from './install-pack.ts';
import type { InstallTools } from './install-pack.ts';
import { listReady, readInstalled } from './installed-packs.ts';
import type { FetchWatch, PackOrigin } from './pack-origin.ts';
import { ensureRoom, neededBytes } from './room.ts';
import { missingBlobs } from './stage-blobs.ts';
import { sweepBlobs, tidy } from './sweep.ts';

/**
 * Contents forced to the disk while the next one comes: a disk takes many at once faster than one after another.
 * Node works on four of such things at a time, and learners' answers are among them.
 */
const forcedAtOnce = 2;

export interface FetchParts {
  readonly keyring: Keyring;
  readonly origin: PackOrigin;
  readonly watch: FetchWatch;
  /** Contents of the store that were read and found sound by now; added to. */
  readonly sound: Set<string>;
}

/**
 * Brings a version from elsewhere and puts it beside the others, without making it the active one
 * ([PKG18]). However it ends (killed, cut off, disk full), what came stays, and the next try goes on
 * from there. Throws the pack codes, `lesson.invalid`, `store.full`, `store.in-use`, and the origin's.
 */
export async function fetchPack(
  tools: InstallTools,
  wanted: WantedPack,
  parts: FetchParts,
): Promise<void> {
  const { disk, layout, appVersion, reserveBytes } = tools;
  const { origin, watch } = parts;
  const { signal } = watch;
  const signed = await bringHead(tools, parts.keyring, wanted, { origin, signal });
  const { manifest } = signed;
  // going back is asked for by the site's list, which people change and nobody else
  const allowRollback = true;
  const installed = await readInstalled(disk, layout, manifest.id);
  checkAdmission(signed, installed, { appVersion, allowRollback });
  checkJudgedSizes(manifest);
  const lacking = await lackingFiles(tools, manifest, parts.sound);
  const folder = layout.download(wanted.pack, wanted.version);
  let done = 0;
  for (const file of lacking) done += await cameBefore(disk, folder, file);
  const total = lacking.reduce((sum, { size }) => sum + size, 0);
  const needed = neededBytes(lacking) - done;
  await ensureRoom(disk, { folder: layout.root, needed, reserve: reserveBytes }, () =>
    whileLocked(tools, () => sweepBlobs(tools, new Set())),
  );
  watch.progress(done, total);
  const came = (bytes: number) => {
    done += bytes;
    watch.progress(done, total);
  };
  const forcing = new AtOnce(forcedAtOnce);
  try {
    for (const file of lacking) {
      if (await isWhole(disk, folder, file)) continue;
      await forcing.begin(await fetchBlob({ disk, folder, origin, watch, came }, file));
    }
  } finally {
    await forcing.end();
  }
  await whileLocked(tools, () => putInPlace(tools, signed, { folder, lacking }));
}

/** What the store has not, or has damaged; each content of it is read once in a station's run. */
async function lackingFiles(
  tools: InstallTools,
  manifest: PackManifest,
  sound: Set<string>,
): Promise<readonly PackFile[]> {
  const unread = distinctFiles(manifest).filter(({ sha256 }) => !sound.has(sha256));
  const lacking = await missingBlobs(tools, unread);
  for (const file of unread) if (!lacking.includes(file)) sound.add(file.sha256);
  return lacking;
}

interface Download {
  readonly folder: string;
  readonly lacking: readonly PackFile[];
}

/** From the download to the store, as an install does it ([PKG9]). */
async function putInPlace(
  tools: InstallTools,
  signed: SignedManifest,
  { folder, lacking }: Download,
): Promise<void> {
  const { disk, layout } = tools;
  const { manifest } = signed;
  checkRequirements(manifest, await listReady(disk, layout));
  await moveBlobs(tools, { folder, lacking });
  const run = join(layout.temporary, randomName(tools.randomness));
  try {
    await checkContent(manifest, (path) => readInstalledFile(tools, manifest, path));
    await disk.makeFolder(run);
    const { versions } = await readInstalled(disk, layout, manifest.id);
    const present = versions.find(({ version }) => version === manifest.version);
    await commitVersion(tools, run, signed, present);
    await disk.remove(folder);
  } catch (error) {
    // nobody will ever want it: its publisher signed what can't be shown
    if (isReanError(error)) await disk.remove(folder);
    if (isReanError(error)) await tidy(() => sweepBlobs(tools, new Set()));
    throw error;
  } finally {
    await tidy(() => disk.remove(run));
  }
}

async function moveBlobs({ disk, layout }: InstallTools, { folder, lacking }: Download) {
  const touched = new Set<string>();
  for (const { sha256 } of lacking) {
    const parent = layout.blobFolder(sha256);
    await disk.makeFolder(parent);
    await disk.rename(join(folder, sha256), layout.blob(sha256));
    touched.add(parent);
  }
  await Promise.all([...touched].map((path) => disk.syncFolder(path)));
  if (touched.size > 0) await disk.syncFolder(layout.blobs);
}
