import type { Express } from 'express';
import type { EventId, Segment } from '../shared/ids.ts';
import { eventFormat } from '../sync/envelope/event.ts';
import type { Databases } from '../sync/store/storage.ts';
import { Authorities } from '../sync/transport/authorities.ts';
import { EnrolmentDesk } from './enrolment/enrolment-desk.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { ViewNoter } from './audit/view-noter.ts';
import { CorrectionBook } from './corrections/correction-book.ts';
import { clearErased } from './erasure/clear-erased.ts';
import { Erasures } from './erasure/erasures.ts';
import { GapDesk } from './gaps/gap-desk.ts';
import { LearnerFold } from './folder/fold-learners.ts';
import { Folder } from './folder/folder.ts';
import { makeHubApp } from './hub-app.ts';
import type { HubDatabases, HubOptions, HubParts } from './hub-app.ts';
import { UnderWay } from './guard/under-way.ts';
import { Arrivals } from './intake/arrivals.ts';
import { beginGeneration } from './intake/begin-generation.ts';
import { emptyIndexAhead } from './intake/empty-index-ahead.ts';
import { Intake } from './intake/intake.ts';
import { Decisions, followsAnotherJournal } from './quarantine/decisions.ts';
import { QuarantineDesk } from './quarantine/quarantine-desk.ts';
import { Quarantine } from './quarantine/quarantine.ts';
import { SegmentReader } from './intake/segment-reader.ts';
import { HandedOrders } from './seats/handed-orders.ts';
import { LiveSeats } from './live/live-seats.ts';
import { Looks } from './look/looks.ts';
import { Moves } from './moves.ts';
import { openExisting } from './open-existing.ts';
import { HandoverEnds } from './office/handover-ends.ts';
import { MachineWatch } from './clones/machine-watch.ts';
import { AuthorityChange } from './rotation/authority-change.ts';
import { SiteOffice } from './office/site-office.ts';
import { PackClearing } from './packs/clear-packs.ts';
import { PackReports } from './packs/pack-reports.ts';
import { RecoveryDesk } from './recovery/recovery-desk.ts';
import { Presence } from './presence.ts';
import { Registry } from './registry.ts';
import { SegmentList } from './segments/segment-list.ts';
import { checksHere } from './signatures/signature-checks.ts';
import { HealthAnswer } from './api/health-answer.ts';
import { BackupRecord } from './site/backup-record.ts';
import { HubTls } from './site/hub-tls.ts';
import { databaseNames, firstSegment } from './site/database-names.ts';
import { siteFiles } from './site/site-files.ts';
import type { SiteFileContent } from './site/site-files.ts';
import { readRequired } from './site/site-vault.ts';
import { Upkeep } from './upkeep.ts';
import { WorkLoop } from './work-loop.ts';

/** A hub without a socket: requests go to `app`, over HTTPS or in process. */
export interface Hub {
  readonly app: Express;
  readonly site: SiteFileContent;
  /** What a technician's commands work on ([CTL1]). */
  readonly parts: HubParts;
  /** To be called once a verified backup has written `backup.json`: receipts tell of it from then on. */
  noteBackup(): Promise<void>;
  /** Resolves once everything pushed so far is taken in and folded, or has failed. */
  settled(): Promise<void>;
  /** Refuses what has not begun, finishes what has, and closes index and storage ([HUB17]). */
  close(): Promise<void>;
}

/**
 * Puts a hub together over a site's files and databases.
 * @throws ReanError `site.missing`, `config.invalid`, or a `store.*` code
 */
export async function createHub(options: HubOptions): Promise<Hub> {
  const { vault, storage, index } = options;
  const site = await readRequired(vault, siteFiles.site);
  const office = await SiteOffice.open({ ...options, site });
  const erasures = await Erasures.open(vault, office);
  const registry = await Registry.open(vault, office.directory);
  const databases = await openDatabases(storage, site, await openSegments(office));
  const strange = await followsAnotherJournal(index, office);
  const emptied = await emptyIndexAhead(index, databases.segments.readers, strange);
  if (emptied) {
    const reason = strange ? 'follows another journal' : 'ahead of a segment';
    options.log.error('index.emptied', { reason });
  }
  const backup = await BackupRecord.open(vault, options.log);
  const parts = await startWork({
    ...options,
    site,
    office,
    registry,
    tls: new HubTls(vault, options.authorities ?? new Authorities([])),
    databases,
    backup,
    erasures,
  });
  const { work } = parts;
  const anew = await beginGeneration(parts, emptied);
  await clearErased(parts);
  const app = makeHubApp(parts);
  work.wake();
  if (anew) void work.settled().then(() => options.log.info('fold.everybody-folded'));
  return {
    app,
    site,
    parts,
    noteBackup: () => parts.backup.readAgain(),
    settled: () => work.settled(),
    close: async () => {
      parts.live.close();
      parts.looks.close();
      await parts.underWay.close();
      await work.stop();
      await parts.clearing.stop();
      await options.signatures?.close();
      await index.close();
      await storage.close();
    },
  };
}

type Opened = Pick<
  HubParts,
  keyof HubOptions | 'site' | 'office' | 'registry' | 'tls' | 'databases' | 'backup' | 'erasures'
>;

/** Intake and folder, and the loop that has them work. */
async function startWork(opened: Opened): Promise<HubParts> {
  const { office, registry, databases, index, clock, timers, log, format = eventFormat } = opened;
  const { signatures = checksHere() } = opened;
  const { segments, state } = databases;
  const quarantine = new Quarantine(databases.quarantine, clock);
  const arrivals = new Arrivals(index, clock);
  const decisions = await Decisions.open(office, index);
  const decided = (hash: () => string) => decisions.ofContent(hash);
  const trust = { ...registry.trust, signatures, decided };
  const distrusted = (ids: readonly EventId[]) => opened.backup.distrust(ids);
  const intake = await Intake.open({
    segments,
    index,
    quarantine,
    arrivals,
    trust,
    format,
    version: opened.version,
    distrusted,
    site: opened.site.site,
    staffKey: (staff, key) => registry.staffKey(staff, key),
    kindOf: (station) => registry.station(station)?.kind ?? null,
    log,
  });
  const desk = new QuarantineDesk({
    ...opened,
    quarantine,
    decisions,
    intake,
    segments,
    trust,
    format,
  });
  const gaps = await GapDesk.open({ office, index, intake });
  const byPeople = { carryOut: () => desk.carryOut().then(() => gaps.carryOut()) };
  const corrections = await CorrectionBook.open(opened);
  const fold = new LearnerFold({
    ...opened,
    state,
    segments,
    format,
    learnerKey: (learner) => registry.learnerKey(learner),
    isErased: (learner) => registry.erased.has(learner),
    kindOf: (station) => registry.station(station)?.kind ?? null,
    corrections: (learner) => corrections.inForce(learner),
    takeRecent: (id) => intake.takeRecent(id),
  });
  const folder = new Folder({ intake, fold, state, log });
  const moves = new Moves();
  const upkeep = await Upkeep.open({ ...opened, intake });
  const trail = await AuditTrail.open(office, index);
  const noter = new ViewNoter({ office, trail, timers, log, wake: () => work.wake() });
  const handovers = new HandoverEnds({ office, registry, state, log });
  const rested = async () => {
    await upkeep.look();
    await noter.look();
    await handovers.look();
  };
  const work = new WorkLoop({ intake, folder, desk: byPeople, clock, timers, log, rested });
  desk.carriedOut$.subscribe(() => work.wake());
  folder.moved$.subscribe((learners) => {
    handovers.noteWritten(learners);
    moves.tell(state.name);
  });
  const recorrect = async () => {
    const { learners, writes } = await corrections.refresh();
    if (learners.length > 0) await intake.markAllForRefold(learners, writes);
    if (learners.length > 0) work.wake();
  };
  await recorrect();
  office.whenChanged(async () => {
    await registry.refresh();
    await recorrect();
    for (const { name } of [databases.directory, databases.journal]) moves.tell(name);
  });
  const openSegments = (names: readonly Segment[]) => upkeep.openAlso(names);
  const eraseAgain = async () => {
    await opened.erasures.complete();
    await clearErased({ ...opened, intake, work });
  };
  const recovery = await RecoveryDesk.open({ ...opened, desk, openSegments, eraseAgain });
  const enrolment = await EnrolmentDesk.open(opened);
  const authority = await AuthorityChange.open(opened);
  const machines = await MachineWatch.open(opened);
  const desks = { desk, recovery, enrolment, authority, machines, trail, noter, corrections };
  const underWay = new UnderWay();
  const live = new LiveSeats({ clock, timers });
  const looks = new Looks({ clock, timers, random: opened.random });
  const orders = new HandedOrders(clock);
  const { day } = office;
  const packReports = new PackReports(clock);
  const presence = new Presence(clock);
  const clearing = new PackClearing({ ...opened, packReports });
  clearing.start();
  const health = new HealthAnswer({ ...opened, desk, gaps, recovery, intake, folder, work });
  return {
    ...opened,
    ...desks,
    quarantine,
    arrivals,
    trust,
    intake,
    folder,
    work,
    moves,
    live,
    looks,
    orders,
    day,
    health,
    presence,
    underWay,
    gaps,
    packReports,
    clearing,
  };
}

async function openSegments(office: SiteOffice): Promise<readonly Segment[]> {
  const [document] = await office.directory.all('segments');
  return document?.type === 'segments' ? document.open : [firstSegment];
}

async function openDatabases(
  storage: Databases,
  { generation }: SiteFileContent,
  segments: readonly Segment[],
): Promise<HubDatabases> {
  const names = databaseNames(generation);
  const readers: SegmentReader[] = [];
  for (const segment of segments) {
    readers.push(new SegmentReader(segment, await openExisting(storage, segment)));
  }
  return {
    segments: new SegmentList(readers),
    state: await openExisting(storage, names.state),
    directory: await openExisting(storage, names.directory),
    journal: await openExisting(storage, names.journal),
    quarantine: await openExisting(storage, names.quarantine),
  };
}
