import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReanError, asReanError, isReanError } from '../../shared/errors.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { openLevelStorage } from '../../sync/store/level-storage.ts';
import { freeBytesOf } from '../disk-room.ts';
import { requireSite } from '../site/set-up-folder.ts';
import { hubKeysOf } from '../site/hub-keys.ts';
import { siteFiles } from '../site/site-files.ts';
import type { BackupFileContent } from '../site/site-files.ts';
import { folderVault, readRequired } from '../site/site-vault.ts';
import { writeManifest } from './backup-folder.ts';
import { requireTarget, whileThere } from './backup-target.ts';
import type { CopiedRecordings } from '../recordings/copy-recordings.ts';
import type { BackupChain, Manifest } from './backup-shapes.ts';
import { writeErasedList } from './erased-list.ts';
import { gatherKeys, secretsHash, writeKeysFile } from './keys-file.ts';
import type { KeysSeal } from './keys-file.ts';
import { verifyBackup } from './verify-backup.ts';
import type { Verified, VerifyOptions } from './verify-backup.ts';

/** Free bytes a trial restore needs for each byte of the backup, and beyond. */
const trialRoom = { factor: 2, reserve: 128 * 1024 * 1024 } as const;

export interface BackUpOptions {
  /** The hub's folder. */
  readonly folder: string;
  readonly to: string;
  /** Where the backup is restored to for a trial; the hub's folder unless told. */
  readonly checkIn: string | null;
  /** Where the keys go, and what seals them; null to leave them as they were last backed up. */
  readonly keys: (KeysSeal & { readonly path: string }) | null;
  readonly clock: Clock;
  readonly random: Randomness;
  /** Carried out by the hub, running or opened for it. */
  readonly copy: (to: string) => Promise<Manifest>;
  readonly note: (noted: BackupFileContent) => Promise<unknown>;
  /** Carried out by the hub as well, once the records are backed up. */
  readonly copyRecordings: (to: string) => Promise<CopiedRecordings>;
  readonly say: (line: string) => void;
  /** Names the disk that a folder lies on. */
  readonly diskOf: (folder: string) => Promise<number>;
  /** Takes a folder for this process, for as long as it lives; false while another has it. */
  readonly hold: (folder: string) => Promise<boolean>;
}

export interface BackedUp {
  readonly chain: BackupChain;
  readonly vector: BackupFileContent['vector'];
  /** Whether the keys as they are now are on another disk, with this backup or since before. */
  readonly keysSafe: boolean;
  /** Whether it lies on the hub's own disk, and dies with it. */
  readonly sameDisk: boolean;
  /** What learners read aloud; the failure where it could not all be copied, the records as they are. */
  readonly recordings: CopiedRecordings | { readonly failure: ErrorCode };
}

/**
 * Backs a site up: copies what is new, restores the whole for a trial, and only then makes it the
 * backup that counts ([BAK1], [BAK2]).
 * @throws ReanError a `backup.*` or `store.*` code; the backup before is then as it was
 */
export async function backUpSite(options: BackUpOptions): Promise<BackedUp> {
  const { folder, to, keys, copy, note, say, clock, hold } = options;
  await requireSite(folder);
  // Before anything is copied: without this PC's key for its secrets no copy can be tried out.
  await readRequired(folderVault(folder), siteFiles.keyring);
  const target = await requireTarget(folder, to);
  if (keys !== null) await requireTarget(folder, dirname(keys.path));
  // Two at once would take away each other's files before a manifest names them.
  for (const each of [folder, to]) {
    if (!(await hold(each))) throw new ReanError('store.in-use', { path: each, problem: 'backup' });
  }
  const manifest = await whileThere(target, () => copy(to));
  const chain = manifest.chains.at(-1);
  if (!chain) throw new ReanError('backup.unverified', { path: to, what: 'chain', at: '' });
  say(`Copied. Restoring it for a trial: ${chain.files.length} files.`);
  const verified = await whileThere(target, () => tryOut(options, chain));
  await whileThere(target, () => writeManifest(to, manifest));
  const keysSafe = await backUpKeys(options, verified);
  const sameDisk = (await options.diskOf(folder)) === (await options.diskOf(to));
  const { generation, point } = chain;
  const lacks = [...(keysSafe ? [] : ['keys' as const]), ...(sameDisk ? ['disk' as const] : [])];
  const enough = lacks.length === 0;
  const vector = enough ? verified.vector : await enoughBefore(folder, verified);
  const noted = { v: 1, wallMs: clock.wallMs(), generation, hubSeq: point.hubSeq } as const;
  await note({ ...noted, vector, ...(!enough && { lacks }) });
  const recordings = await whileThere(target, () => options.copyRecordings(to)).catch(
    (error: unknown) => ({ failure: asReanError(error).code }),
  );
  return { chain, vector: verified.vector, keysSafe, sameDisk, recordings };
}

/**
 * What stations may let go of after a backup that would not be enough to get the hub back: as much
 * as before it ([BAK5]).
 */
async function enoughBefore(
  folder: string,
  { vector }: Verified,
): Promise<BackupFileContent['vector']> {
  const before = (await folderVault(folder).read(siteFiles.backup))?.vector ?? {};
  const kept = Object.entries(before).map(
    ([store, seq]) => [store, Math.min(seq, vector[store] ?? 0)] as const,
  );
  return Object.fromEntries(kept);
}

async function tryOut(options: BackUpOptions, chain: BackupChain): Promise<Verified> {
  const { folder, to, checkIn, say } = options;
  const vault = folderVault(folder);
  const { keyring } = await readRequired(vault, siteFiles.keyring);
  const place = checkIn ?? folder;
  await requireRoom(place, chain);
  const trial = join(place, 'backup-check');
  await rm(trial, { recursive: true, force: true });
  await mkdir(trial, { mode: 0o700 });
  try {
    const keys = { siteKey: keyring.siteKey, hubKeys: await hubKeysOf(vault) };
    return await verifyIn(trial, { folder: to, chain, keys, say });
  } catch (cause) {
    // What a restore would say of a damaged file is no advice to somebody who still has the hub.
    if (!isReanError(cause, 'backup.damaged')) throw cause;
    const { file = '' } = cause.facts;
    throw new ReanError('backup.unverified', { path: to, what: file, at: '' }, cause);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}

async function verifyIn(trial: string, options: Omit<VerifyOptions, 'trial'>): Promise<Verified> {
  const storage = await openLevelStorage(trial);
  try {
    return await verifyBackup({ ...options, trial: storage });
  } finally {
    await storage.close();
  }
}

async function backUpKeys(
  { folder, keys, clock, random, diskOf }: BackUpOptions,
  { directory }: Verified,
): Promise<boolean> {
  const vault = folderVault(folder);
  const held = await gatherKeys(vault, directory, clock.wallMs());
  const secrets = secretsHash(held);
  if (keys === null) return (await vault.read(siteFiles.keysBackup))?.secrets === secrets;
  await writeKeysFile(keys.path, held, keys, random);
  await writeErasedList(keys.path, held);
  if ((await diskOf(folder)) === (await diskOf(dirname(keys.path)))) return false;
  await vault.write(siteFiles.keysBackup, { v: 1, wallMs: held.wallMs, secrets });
  return true;
}

async function requireRoom(place: string, { files }: BackupChain): Promise<void> {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const needed = bytes * trialRoom.factor + trialRoom.reserve;
  const free = await freeBytesOf(place);
  if (free !== null && free < needed) {
    throw new ReanError('backup.unverified', { path: place, what: 'room', at: String(needed) });
  }
}
