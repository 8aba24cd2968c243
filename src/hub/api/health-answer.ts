import { healthSchema } from '../../shared/contracts/hub-api.ts';
import type { Health } from '../../shared/contracts/hub-api.ts';
import type { Clock } from '../../shared/ports.ts';
import type { DiskRoom } from '../disk-room.ts';
import type { Folder } from '../folder/folder.ts';
import type { GapDesk } from '../gaps/gap-desk.ts';
import type { Intake } from '../intake/intake.ts';
import type { QuarantineDesk } from '../quarantine/quarantine-desk.ts';
import type { RecoveryDesk } from '../recovery/recovery-desk.ts';
import type { BackupRecord } from '../site/backup-record.ts';
import type { SiteFileContent } from '../site/site-files.ts';
import type { WorkLoop } from '../work-loop.ts';

interface Parts {
  readonly version: string;
  readonly site: SiteFileContent;
  readonly intake: Intake;
  readonly desk: QuarantineDesk;
  readonly gaps: GapDesk;
  readonly recovery: RecoveryDesk;
  readonly folder: Pick<Folder, 'stuck'>;
  readonly work: WorkLoop;
  readonly room: DiskRoom;
  readonly backup: BackupRecord;
  readonly clock: Clock;
}

/** How the hub is, for anybody who asks. */
export class HealthAnswer {
  readonly #parts: Parts;
  /** As last counted. */
  #quarantined = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async look(): Promise<Health> {
    const { version, site, intake, gaps, recovery, room, backup, clock } = this.#parts;
    const diskFreeBytes = await room.freeBytes();
    const reached = await this.#count();
    return healthSchema.parse({
      ok: reached && this.#works() && (await room.hasRoom()),
      version,
      generation: site.generation,
      unfolded: intake.ledger.unfolded,
      quarantined: this.#quarantined,
      missing: gaps.missing,
      stuck: this.#parts.folder.stuck,
      recovering: recovery.window !== null,
      diskFreeBytes,
      diskUsedPart: await room.usedPart(),
      lastBackup: backup.toldAt(clock.wallMs()),
    });
  }

  /** What is pushed is taken in, and everybody can be folded ([FLD10]). */
  #works(): boolean {
    const { work, folder } = this.#parts;
    return work.failing === null && folder.stuck === 0;
  }

  /** Also while the databases can't be reached: the hub lives, and says that it is not well. */
  async #count(): Promise<boolean> {
    const quarantined = await this.#parts.desk.open().catch(() => null);
    this.#quarantined = quarantined ?? this.#quarantined;
    return quarantined !== null;
  }
}
