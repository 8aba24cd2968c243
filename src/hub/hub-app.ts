import type { HealthAnswer } from './api/health-answer.ts';
import express from 'express';
import type { Express } from 'express';
import type { Clock, Log, Power, Randomness } from '../shared/ports.ts';
import type { EventFormat } from '../sync/envelope/event.ts';
import type { Database } from '../sync/store/storage.ts';
import type { Authorities } from '../sync/transport/authorities.ts';
import type { CallerReader } from '../sync/transport/site-server.ts';
import { Answers } from './api/answers.ts';
import { CommandDesk } from './commands/command-desk.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import type { ViewNoter } from './audit/view-noter.ts';
import type { CorrectionBook } from './corrections/correction-book.ts';
import type { DiskRoom } from './disk-room.ts';
import { Authenticator } from './guard/authenticate.ts';
import type { Erasures } from './erasure/erasures.ts';
import { DatabaseDoor } from './guard/database-door.ts';
import { BodiesAtHand } from './guard/bodies-at-hand.ts';
import { guard } from './guard/guard.ts';
import type { UnderWay } from './guard/under-way.ts';
import type { Arrivals } from './intake/arrivals.ts';
import type { GapDesk } from './gaps/gap-desk.ts';
import type { HubIndex } from './intake/hub-index.ts';
import { EnrolmentAnswers } from './api/enrolment-answers.ts';
import type { EnrolmentDesk } from './enrolment/enrolment-desk.ts';
import type { Folder } from './folder/folder.ts';
import type { Intake } from './intake/intake.ts';
import type { Trust } from './intake/judge-event.ts';
import type { QuarantineDesk } from './quarantine/quarantine-desk.ts';
import type { Quarantine } from './quarantine/quarantine.ts';
import type { HubRecordings } from './recordings/hub-recordings.ts';
import type { HubPacks } from './packs/hub-packs.ts';
import type { PackClearing } from './packs/clear-packs.ts';
import type { PackReports } from './packs/pack-reports.ts';
import type { ConfirmedDay } from './lab-day.ts';
import type { LiveSeats } from './live/live-seats.ts';
import type { Looks } from './look/looks.ts';
import type { HandedOrders } from './seats/handed-orders.ts';
import type { NetbootDoor } from './netboot/netboot-door.ts';
import type { Moves } from './moves.ts';
import type { MachineWatch } from './clones/machine-watch.ts';
import type { AuthorityChange } from './rotation/authority-change.ts';
import type { SiteOffice } from './office/site-office.ts';
import type { Presence } from './presence.ts';
import type { RecoveryDesk } from './recovery/recovery-desk.ts';
import type { Registry } from './registry.ts';
import type { BackupRecord } from './site/backup-record.ts';
import type { HubTls } from './site/hub-tls.ts';
import type { SegmentList } from './segments/segment-list.ts';
import type { SignatureChecks } from './signatures/signature-checks.ts';
import type { SiteFileContent } from './site/site-files.ts';
import type { SiteVault } from './site/site-vault.ts';
import type { HubStorage } from './store/hub-storage.ts';
import type { Timers } from './timers.ts';
import type { WorkLoop } from './work-loop.ts';

/** What a hub is made over: disk, time and chance come from outside. */
export interface HubOptions {
  readonly vault: SiteVault;
  readonly storage: HubStorage;
  readonly index: HubIndex;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly timers: Timers;
  readonly room: DiskRoom;
  readonly log: Log;
  /** Whose certificate a request came with: the connection's part, where there are connections. */
  readonly callerOf: CallerReader;
  /** By which those are known: kept up when the site goes over to others. */
  readonly authorities?: Authorities;
  /** Whether a folder lies on another disk than the hub's own; none does where it isn't told ([BAK5]). */
  readonly isApart?: (folder: string) => Promise<boolean>;
  /** What it has for its stations; nothing where it isn't told. */
  readonly packs?: HubPacks;
  /** Where it keeps what learners read aloud; it takes none where it isn't told. */
  readonly recordings?: HubRecordings;
  /** Has the hub's PC go off; it stays where it isn't told how. */
  readonly power?: Power;
  /** Has the hub's PC install others over the LAN; it can't where it isn't told how. */
  readonly netboot?: NetbootDoor;
  /** The app's version, told at `/healthz`. */
  readonly version: string;
  /** How signatures are checked; one by one where it isn't told. Closed with the hub. */
  readonly signatures?: SignatureChecks;
  /** What this hub understands of events; all that this app does unless told. */
  readonly format?: EventFormat;
}

export interface HubDatabases extends Readonly<
  Record<'state' | 'directory' | 'journal' | 'quarantine', Database>
> {
  readonly segments: SegmentList;
}

/** The parts of a hub that its app serves. */
export interface HubParts extends HubOptions {
  readonly site: SiteFileContent;
  readonly office: SiteOffice;
  readonly registry: Registry;
  readonly tls: HubTls;
  readonly databases: HubDatabases;
  readonly backup: BackupRecord;
  readonly quarantine: Quarantine;
  readonly arrivals: Arrivals;
  readonly desk: QuarantineDesk;
  readonly gaps: GapDesk;
  /** The registry's keys, and what people decided. */
  readonly trust: Trust;
  readonly recovery: RecoveryDesk;
  readonly enrolment: EnrolmentDesk;
  readonly authority: AuthorityChange;
  readonly machines: MachineWatch;
  readonly erasures: Erasures;
  readonly trail: AuditTrail;
  readonly corrections: CorrectionBook;
  readonly noter: ViewNoter;
  readonly intake: Intake;
  readonly folder: Folder;
  readonly work: WorkLoop;
  readonly moves: Moves;
  readonly live: LiveSeats;
  readonly looks: Looks;
  readonly orders: HandedOrders;
  /** What staff said of the time. */
  readonly day: ConfirmedDay;
  readonly health: HealthAnswer;
  /** Which stations were in touch. */
  readonly presence: Presence;
  readonly packReports: PackReports;
  readonly clearing: PackClearing;
  readonly underWay: UnderWay;
}

/** The hub's Express app: nothing but the guard, and what it lets through. */
export function makeHubApp(parts: HubParts): Express {
  const { site, registry, databases, clock, log, callerOf, underWay } = parts;
  const { segments } = databases;
  const pulled = [databases.state, databases.directory, databases.journal];
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    guard({
      callerOf,
      authenticator: new Authenticator(registry, clock),
      databases: { push: segments, pull: new Set(pulled.map(({ name }) => name)) },
      api: new Answers({
        ...parts,
        segments,
        journalHead: () => parts.office.journal.head,
        commands: new CommandDesk(parts),
      }),
      strangers: new EnrolmentAnswers(parts.enrolment),
      door: makeDoor(parts, pulled),
      welcome: { rean: 'hub', uuid: `${site.site}-${site.generation}` },
      bodies: new BodiesAtHand(),
      underWay,
      log,
    }),
  );
  return app;
}

function makeDoor(parts: HubParts, pulled: readonly Database[]): DatabaseDoor {
  const { storage, work, moves, room } = parts;
  const { segments } = parts.databases;
  const names = () => [
    ...segments.readers.map(({ segment }) => segment),
    ...pulled.map(({ name }) => name),
  ];
  return new DatabaseDoor({
    ...parts,
    protocol: storage.protocol(names),
    moved: (name) => moves.in(name),
    pushing: (name) => segments.pushing(name),
    pushed: () => work.wake(),
    hasRoom: () => room.hasRoom(),
  });
}
