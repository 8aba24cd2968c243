import type { HubOptions, HubParts } from './hub-app.ts';
import type { Segment } from '../shared/ids.ts';
import { DiskAlarm } from './segments/disk-alarm.ts';
import { SegmentOpener } from './segments/segment-opener.ts';
import { usualSegmentPolicy } from './segments/segment-policy.ts';
import { dropOldGenerations } from './site/old-generations.ts';
import { siteFiles } from './site/site-files.ts';

export type UpkeepParts = HubOptions &
  Pick<HubParts, 'site' | 'office' | 'databases' | 'backup' | 'intake'>;

/** What a hub does for itself whenever everything pushed is taken in and folded. */
export class Upkeep {
  readonly #parts: UpkeepParts;
  readonly #opener: SegmentOpener;
  readonly #alarm: DiskAlarm;
  /** The generations before are looked for once a start. */
  #tidied = false;

  private constructor(parts: UpkeepParts, opener: SegmentOpener) {
    this.#parts = parts;
    this.#opener = opener;
    this.#alarm = new DiskAlarm(parts);
  }

  /** @throws ReanError `config.invalid` where the site's policy can't be read */
  static async open(parts: UpkeepParts): Promise<Upkeep> {
    const { segments } = parts.databases;
    const policy = (await parts.vault.read(siteFiles.policy))?.segment ?? usualSegmentPolicy;
    return new Upkeep(parts, new SegmentOpener({ ...parts, segments, policy }));
  }

  /** Opens segments that a lost journal says were open. */
  openAlso(segments: readonly Segment[]): Promise<void> {
    return this.#opener.openAlso(segments);
  }

  /** To be called while the hub rests. Does not reject. */
  async look(): Promise<void> {
    await this.#opener.openIfDue();
    await this.#alarm.look();
    if (!this.#tidied && this.#parts.intake.ledger.dirtyLearners().length === 0) await this.#tidy();
  }

  async #tidy(): Promise<void> {
    this.#tidied = true;
    const { storage, site, databases, log } = this.#parts;
    const { generation } = site;
    await dropOldGenerations({ storage, generation, journal: databases.journal, log });
  }
}
