import { join } from 'node:path';
import { combineLatest, distinctUntilChanged, map, merge, skip } from 'rxjs';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { WindowConnection } from '../rpc/window-connection.ts';
import { bindKiosk } from '../rpc/kiosk-contract.ts';
import { serveWindow } from '../rpc/window-connection.ts';
import type { Reply } from '../../shared/contracts/ipc/contract.ts';
import type { SittingId } from '../../shared/ids.ts';
import type { StationCore } from '../station-core.ts';
import type { StationRoom } from '../station-room.ts';
import { reasonOf } from '../failure-reason.ts';
import { LookDesk } from '../look/look-desk.ts';
import { GroupWatch } from '../help/group-watch.ts';
import { HelpBoard } from '../help/help-board.ts';
import { HelpDesk } from '../help/help-desk.ts';
import { TutorDesk } from '../help/tutor-desk.ts';
import { SeatTeller } from '../live/seat-teller.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';
import { earlierWrappingKeys } from '../config/read-station-config.ts';
import { keptLibrary } from '../library/library.ts';
import { MaintenanceDesk } from '../maintenance/maintenance-desk.ts';
import { MaintenanceService } from '../maintenance/maintenance-service.ts';
import { OverrideDesk, savedOverrideSchema } from '../override/override-desk.ts';
import { localDocument, localNames } from '../record/local-documents.ts';
import { RecordingCopies } from '../recordings/recording-copies.ts';
import { Recordings } from '../recordings/recordings.ts';
import { SpokenDesk } from '../spoken/spoken-desk.ts';
import { followOrders } from '../seat-orders/follow-orders.ts';
import { LedLessons } from '../seat-orders/led-lessons.ts';
import { keptSeatSchema } from '../seat-orders/kept-seat.ts';
import { SeatDeparture } from '../seat-orders/seat-departure.ts';
import { SeatMoments } from '../seat-orders/seat-moments.ts';
import { SeatOrders } from '../seat-orders/seat-orders.ts';
import { SelfTest } from '../self-test/self-test.ts';
import { LearnerDoor } from '../sign-in/learner-door.ts';
import { KioskService } from './kiosk-service.ts';
import { usableSeats } from '../views/timetable-view.ts';
import { kioskViews } from './kiosk-views.ts';
import { SlotTime } from './slot-time.ts';
import { sittingMarkSchema } from './sitting-mark.ts';

type SeenTime = Parameters<SlotTime['see']>[0];

/** The room of a kiosk: one learner's seat, however many windows look at it. */
export async function openKioskRoom(core: StationCore): Promise<StationRoom> {
  const { keyring, directory, local, log, shelf } = core;
  const keys = () => keyring.keys;
  const door = new LearnerDoor({ ...core, keys, keys$: keyring.keys$ });
  const recordings = new Recordings({
    ...core,
    folder: join(core.folder, 'recordings'),
    disk: nodeDisk(),
    lamport: () => core.events.lamport,
  });
  const copies = new RecordingCopies({
    ...core,
    recordings,
    keys,
    erased: () => directory.directory.erased,
  });
  const time = new SlotTime(core);
  const moments = new SeatMoments();
  const service = new KioskService({
    ...core,
    station: core.config.station,
    recordings,
    copies,
    door,
    keys,
    hasGiven: (learner) => time.hasGiven(learner),
    expected: () => moments.expected,
    isMaintained: () => maintenance.isOpen,
    mark: localDocument(local, localNames.sitting, sittingMarkSchema),
  });
  const departure = new SeatDeparture({
    ...core,
    moments,
    endSitting: () => service.end('staff'),
    tell: () => seat.tellNow(),
  });
  const orders = await SeatOrders.open({
    site: core.config.site,
    station: core.config.station,
    store: localDocument(local, localNames.seat, keptSeatSchema),
    directory: () => directory.directory,
    keys,
    hands: {
      moments,
      learner: () => service.learnerNow,
      endSitting: () => service.end('staff'),
      lessons: new LedLessons({
        sitting$: service.sitting$,
        sitting: () => service.openNow,
        catalogue: () => shelf.catalogue,
        directory: () => directory.directory,
        moments,
      }),
      isFree: () =>
        service.learnerNow === null &&
        !maintenance.isOpen &&
        orders.now.lock === null &&
        !moments.now.closing &&
        usableSeats(directory.directory).has(core.config.station),
      leave: (to) => departure.leave(to),
      time,
    },
    log,
  });
  const maintenance = new MaintenanceDesk({
    ...core,
    keys,
    keys$: keyring.keys$,
    whileEmpty: (act) => service.whileEmpty(act),
    isLocked: () => orders.now.lock !== null,
  });
  const selfTest = await SelfTest.open({ ...core, keysCame$: keyring.keys$ });
  const upkeep = new MaintenanceService({
    ...core,
    desk: maintenance,
    selfTest,
    disk: nodeDisk(),
    status$: core.everyWindow.status$,
    leave: (to) => departure.leave(to),
  });
  await service.endForgottenSitting();
  copies.start();
  const libraryIn = keptLibrary();
  // long before anybody sits down and looks for a book
  const preparing = shelf.catalogue$.subscribe((catalogue) => libraryIn(catalogue).prepare());
  const views = kioskViews({
    sitting$: service.sitting$,
    directory$: directory.directory$,
    keys$: keyring.keys$,
    shelf,
    libraryIn,
    labDate$: core.labDate$,
  });
  const leaving = merge(directory.directory$, keyring.keys$).subscribe(() => {
    const ended = service.endUnentitled().catch((error: unknown) => {
      log.error('sitting.not-ended', { reason: reasonOf(error) });
    });
    // After their sitting, in which something might still be kept ([RAL4]).
    ended
      .then(() => recordings.erase(directory.directory.erased))
      .catch((error: unknown) => {
        log.error('recordings.not-erased', { reason: reasonOf(error) });
      });
  });
  const watch = new GroupWatch({
    ...core,
    directory$: directory.directory$,
    keys$: keyring.keys$,
    moved$: core.learnersMoved$,
  });
  const board = new HelpBoard(watch.followed$, core.clock);
  const tutor = new TutorDesk({
    ...core,
    sitting$: service.sitting$,
    directory$: directory.directory$,
    board,
    desk: new HelpDesk({ ...core, directory: () => directory.directory, times: board.times }),
  });
  const seat = new SeatTeller({
    ...core,
    sitting$: service.sitting$,
    catalogue$: shelf.catalogue$,
    orders,
    ends$: time.ends$(service.sitting$),
  });
  core.peers.tellSeat(() => seat.report());
  core.peers.takeOrders(async (carried) => {
    const outcome = await orders.take(carried, 'peer');
    return { outcome, now: orders.now };
  });
  const obeying = followOrders({
    station: core.config.station,
    uplink: core.uplink,
    directory$: directory.directory$,
    orders,
    log,
  });
  seat.start();
  const looks = new LookDesk({
    ...core,
    sitting$: service.sitting$,
    inSight: () => seat.inSight(),
  });
  looks.start();
  const overrides = await OverrideDesk.open({
    ...core,
    station: core.config.station,
    directory$: directory.directory$,
    keys: [
      readWrappingKey(core.config.wrappingKey.privateKey),
      ...earlierWrappingKeys(core.config),
    ],
    store: localDocument(local, localNames.override, savedOverrideSchema),
    seat: { locked: () => orders.now.lock !== null, release: () => orders.release() },
  });
  // Words, and the way to a lesson, were for whoever sat there.
  obeying.add(
    service.sitting$
      .pipe(
        map((sitting) => sitting?.sitting),
        distinctUntilChanged(),
        skip(1),
      )
      .subscribe(() => {
        moments.forget();
        time.forget();
      }),
  );
  obeying.add(orders.time$.subscribe((given) => time.use(given)));
  obeying.add(() => moments.close());
  // Whoever wonders why a learner was greeted, or was not, finds in the log what the seat knew of the time.
  const telling = core.labNow$
    .pipe(distinctUntilChanged((a, b) => a?.date === b?.date && a?.sure === b?.sure))
    .subscribe((now) => {
      if (now !== null) log.info('lab-day.told', { ...now });
    });
  const shared = {
    kiosk: service,
    door,
    views,
    tutor,
    seat,
    looks,
    orders,
    overrides,
    selfTest,
    moments,
    spoken: new SpokenDesk(directory.directory$),
    time: { view$: time.view$(service.sitting$), see: (view: SeenTime) => time.see(view) },
    every: core.everyWindow,
  };
  function connect(send: (reply: Reply) => void): WindowConnection {
    const own = upkeep.open();
    const window = serveWindow(bindKiosk({ ...shared, maintenance: own }), send, log);
    return {
      receive: (message) => window.receive(message),
      close() {
        window.close();
        own.close();
      },
    };
  }
  // A technician's visit leaves no more to the next than a learner's sitting does ([WIN2]).
  const seated$ = combineLatest([service.sitting$, maintenance.isOpen$]).pipe(
    map(([sitting, maintained]) => sitting !== null || maintained),
    distinctUntilChanged(),
  );
  return {
    connect,
    seated$,
    shows: (sitting: SittingId) => service.sittingNow === sitting,
    mayHear: () => service.mayHear,
    course: (call) => service.pieces.course(call),
    close: async () => {
      obeying.unsubscribe();
      leaving.unsubscribe();
      preparing.unsubscribe();
      looks.stop();
      board.close();
      watch.close();
      overrides.close();
      selfTest.close();
      telling.unsubscribe();
      await seat.stop();
      await copies.stop();
      await maintenance.close();
      await service.end('station-closed');
    },
  };
}
