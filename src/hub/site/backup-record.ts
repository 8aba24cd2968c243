import type { LastBackup } from '../../shared/contracts/hub-api.ts';
import { asReanError } from '../../shared/errors.ts';
import { seqOf, storeKeyOf } from '../../shared/event-id.ts';
import type { EventId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { labDateAt } from '../lab-day.ts';
import { siteFiles } from './site-files.ts';
import type { BackupFileContent } from './site-files.ts';
import type { SiteVault } from './site-vault.ts';

const dayMs = 86_400_000;

/**
 * What the hub's last verified backup holds, as `backup.json` says. Without that file, or with one
 * that can't be read, nothing counts as backed up, so that no station drops anything ([RET1]).
 */
export class BackupRecord {
  readonly #vault: SiteVault;
  readonly #log: Log;
  #content: BackupFileContent | null = null;
  /** Since the last backup was noted. */
  readonly #distrusted: EventId[] = [];

  private constructor(vault: SiteVault, log: Log) {
    this.#vault = vault;
    this.#log = log;
  }

  static async open(vault: SiteVault, log: Log): Promise<BackupRecord> {
    const record = new BackupRecord(vault, log);
    await record.readAgain();
    return record;
  }

  /** Takes in what a backup has written since. */
  async readAgain(): Promise<void> {
    try {
      this.#content = await this.#vault.read(siteFiles.backup);
      const since = this.#distrusted.splice(0);
      await this.#lower(since);
    } catch (error) {
      this.#content = null;
      const { code, facts } = asReanError(error);
      this.#log.error('backup.record-unreadable', { code, ...facts });
    }
  }

  /**
   * Under these ids came a content beside the one that the backup may hold: a station is not to let
   * go of it because another has its number. The backup counts up to there until the next one.
   */
  async distrust(ids: readonly EventId[]): Promise<void> {
    // One that is being made may have copied their segment before they came.
    this.#distrusted.push(...ids);
    await this.#lower(ids);
  }

  /** The hub's wall clock at the last verified backup, ms; null while there is none. */
  get madeAtMs(): number | null {
    return this.#content?.wallMs ?? null;
  }

  /** The same as people are told it, at the hub's wall clock, ms; null while there is none. */
  toldAt(nowMs: number): LastBackup | null {
    const madeAtMs = this.madeAtMs;
    if (madeAtMs === null) return null;
    const days = Math.floor((nowMs - madeAtMs) / dayMs);
    const lacks = this.#content?.lacks ?? [];
    return {
      date: labDateAt(madeAtMs),
      days: days < 0 ? null : days,
      ...(lacks.length > 0 && { lacks }),
    };
  }

  /** @param store `station:store` */
  seqOf(store: string): number {
    return this.#content?.vector[store] ?? 0;
  }

  async #lower(ids: readonly EventId[]): Promise<void> {
    const content = this.#content;
    if (content === null) return;
    const vector = { ...content.vector };
    for (const id of ids) {
      const store = storeKeyOf(id);
      const held = vector[store] ?? 0;
      if (held >= seqOf(id)) vector[store] = seqOf(id) - 1;
    }
    const lowered = Object.keys(vector).some((store) => vector[store] !== content.vector[store]);
    if (!lowered) return;
    this.#content = { ...content, vector };
    await this.#vault.write(siteFiles.backup, this.#content);
  }
}
