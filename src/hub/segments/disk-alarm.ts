import { diskLevel } from '../../domain/disk-level.ts';
import type { DiskLevel } from '../../domain/disk-level.ts';
import type { Log } from '../../shared/ports.ts';
import type { DiskRoom } from '../disk-room.ts';
import type { BackupRecord } from '../site/backup-record.ts';

export interface DiskAlarmOptions {
  readonly room: Pick<DiskRoom, 'usedPart'>;
  readonly backup: Pick<BackupRecord, 'madeAtMs'>;
  readonly log: Log;
}

const events = { filling: 'disk.filling', 'nearly-full': 'disk.nearly-full' } as const;

/** Says in the hub's log, once each time, that its disk fills up ([RET3]). It deletes nothing. */
export class DiskAlarm {
  readonly #options: DiskAlarmOptions;
  #told: DiskLevel = 'room';

  constructor(options: DiskAlarmOptions) {
    this.#options = options;
  }

  async look(): Promise<void> {
    const { room, backup, log } = this.#options;
    const part = await room.usedPart();
    const level = diskLevel(part);
    if (level === this.#told) return;
    this.#told = level;
    const percent = part === null ? null : Math.round(part * 100);
    if (level === 'room') log.info('disk.has-room', { percent });
    else log.warn(events[level], { percent, lastBackupMs: backup.madeAtMs, do: 'rean hub backup' });
  }
}
