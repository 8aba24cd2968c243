import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteBackupCommand } from '../../src/hub/backup/backup-commands.ts';
import { writeManifest } from '../../src/hub/backup/backup-folder.ts';
import type { Manifest } from '../../src/hub/backup/backup-shapes.ts';
import { copySite } from '../../src/hub/backup/copy-site.ts';
import { gatherKeys } from '../../src/hub/backup/keys-file.ts';
import type { SiteKeys } from '../../src/hub/backup/keys-file.ts';
import { restoreInto, wholeChain } from '../../src/hub/backup/restore-site.ts';
import { verifyBackup } from '../../src/hub/backup/verify-backup.ts';
import type { Verified } from '../../src/hub/backup/verify-backup.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { hubKeysOf } from '../../src/hub/site/hub-keys.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { memoryVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { MemoryDisk, openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import type { HubLab } from '../factories/hub-lab.ts';

const call = { say: () => undefined, signal: new AbortController().signal };

/**
 * Where a simulated hub is backed up to: real files, written and read by the backup's own code, from
 * and to simulated disks. Keys are kept without the file they are sealed in, as a passphrase takes
 * its time on purpose.
 */
export class BackupStick {
  readonly #taken: Manifest[] = [];
  #folder: string | null = null;
  #keys: SiteKeys | null = null;

  /** How many backups there are to choose from. */
  get count(): number {
    return this.#taken.length;
  }

  /**
   * Copies what is new, restores it for a trial, and has the hub note it, as `rean hub backup`.
   * Resolves to the seq of each store up to which it holds every event.
   */
  async take(lab: HubLab, { parts }: Hub): Promise<Verified['vector']> {
    const to = this.#place();
    const manifest = await copySite(parts, { to, signal: call.signal });
    const chain = manifest.chains.at(-1);
    if (!chain) throw new Error('no chain');
    const { keyring } = await readRequired(lab.vault, siteFiles.keyring);
    const keys = { siteKey: keyring.siteKey, hubKeys: await hubKeysOf(lab.vault) };
    const trial = openMemoryStorage(new MemoryDisk());
    const { vector } = await verifyBackup({ folder: to, chain, keys, trial, ...call });
    await trial.close();
    await writeManifest(to, manifest);
    const { generation, point } = chain;
    const { hubSeq, wallMs } = point;
    await noteBackupCommand.carryOut(parts, { v: 1, wallMs, generation, hubSeq, vector }, call);
    this.#taken.push(manifest);
    return vector;
  }

  /** Keeps the site's keys, as they are once it is set up. */
  async keepKeys(lab: HubLab, hub: Hub): Promise<void> {
    this.#keys = await gatherKeys(lab.vault, await hub.parts.office.directory.all(), 0);
  }

  /**
   * Makes a hub anew, as `rean hub restore`: from a backup by any number, or from the keys alone.
   * What was backed up later than that is on no stick any more.
   */
  async restore(lab: HubLab, from: number | null): Promise<void> {
    const keys = this.#keys;
    if (keys === null) throw new Error('no keys');
    const folder = from === null ? null : await this.#goBackTo(from % this.count);
    const chain = folder === null ? null : await wholeChain(folder, keys);
    const disk = new MemoryDisk();
    const vault = memoryVault();
    const storage = openMemoryStorage(disk);
    const { clock, random } = lab;
    await restoreInto({
      vault,
      storage,
      from: folder,
      chain,
      keys,
      erased: [],
      clock,
      random,
      ...call,
    });
    await storage.close();
    lab.disk = disk;
    lab.vault = vault;
  }

  discard(): void {
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = null;
  }

  async #goBackTo(index: number): Promise<string> {
    this.#taken.splice(index + 1);
    const manifest = this.#taken[index];
    if (!manifest) throw new Error('no backup');
    await writeManifest(this.#place(), manifest);
    return this.#place();
  }

  #place(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'rean-simulation-'));
    return this.#folder;
  }
}
