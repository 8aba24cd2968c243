import type { Observable } from 'rxjs';
import type { StationConfig } from '../shared/contracts/station-config.ts';
import type { DirectoryDocumentOf } from '../shared/contracts/documents/directory.ts';
import type { Generation } from '../shared/ids.ts';
import type { Clock, Log, Power, Randomness } from '../shared/ports.ts';
import type { VerifySecret } from './sign-in/secret-check.ts';
import type { LabNow } from '../sync/replication/lab-clock.ts';
import type { EventLog } from '../sync/log/event-log.ts';
import type { Database } from '../sync/store/storage.ts';
import type { KeyringCache } from './keyring/keyring-cache.ts';
import type { InstalledPacks } from './lessons/lesson-shelf.ts';
import type { LabPeers } from './peers/lab-peers.ts';
import type { PackStore } from '../content/store/pack-store.ts';
import type { MaintenancePorts } from './maintenance/maintenance-report.ts';
import type { CheckedPacks } from './maintenance/pack-check.ts';
import type { PackLines } from './packs/pack-lines.ts';
import type { StationHealth } from './machine/station-health.ts';
import type { NoticeBoard } from './status/notice-board.ts';
import type { PrinterLine } from './printing/printer-line.ts';
import type { StickLine } from './stick/stick-line.ts';
import type { Uplink } from './uplink/uplink.ts';

/** Everything a station is put together from. */
export interface StationParts {
  readonly config: StationConfig;
  /** Where its data lies, for the technician. */
  readonly folder: string;
  readonly appVersion: string;
  /** Whether its window is locked to the screen. */
  readonly kiosk: boolean;
  /** Databases and events of its own. */
  readonly local: Database;
  readonly events: EventLog;
  readonly keyring: KeyringCache;
  readonly packs: InstalledPacks & CheckedPacks;
  /** Has packs come from hub and peers; none come where it is left out. */
  readonly delivery?: { readonly store: PackStore; readonly lines: PackLines };
  readonly uplink: Uplink;
  readonly peers: LabPeers;
  readonly notices: NoticeBoard;
  readonly verify: VerifySecret;
  /** Makes this station's keys anew, for this entry of the hub's journal; false where that was done. */
  readonly renew: (asked: number, generation: Generation) => Promise<boolean>;
  /** It stands on another PC than its own: it makes keys only where that PC is named for them ([FBT4]). */
  readonly renewsIfNamed?: boolean;
  /** Trusts the authorities that the directory names, and says so to the hub. Rejects with `hub.*`. */
  readonly takeAuthority: (document: DirectoryDocumentOf<'authority'>) => Promise<void>;
  /** Today's date in the lab, `YYYY-MM-DD`; null while no hub has told it ([LAB1]). */
  readonly labDate: () => string | null;
  /** The same, at once and as it moves. */
  readonly labDate$: Observable<string | null>;
  /** The day and what o'clock it is in the lab; null where that is not known now ([TTB2]). */
  readonly labNow: () => LabNow | null;
  /** The same, at once and as it moves. */
  readonly labNow$: Observable<LabNow | null>;
  /** How far the hub's clock is from this PC's, ms; null, or left out, where no hub has told it. */
  readonly hubOffsetMs?: () => number | null;
  /** How this PC is; the system says so. */
  readonly health: () => Promise<StationHealth>;
  /** What a technician at this PC is shown of it, and has it do. */
  readonly maintenance: MaintenancePorts;
  /** Has files written onto the one stick that is plugged in ([STK1]). */
  readonly stick: StickLine;
  /** Prints, and tells of the printers of this PC ([PTR1]). */
  readonly printers: PrinterLine;
  /** Has this PC start anew, or go off. */
  readonly power: Power;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}
