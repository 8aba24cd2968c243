import {
  Subject,
  combineLatest,
  distinctUntilChanged,
  map,
  skip,
  startWith,
  switchMap,
} from 'rxjs';
import type { Reply } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { SittingId } from '../../shared/ids.ts';
import { liveState } from '../learners/live-state.ts';
import { bindSupervisor } from '../rpc/supervisor-contract.ts';
import { serveWindow } from '../rpc/window-connection.ts';
import type { WindowConnection } from '../rpc/window-connection.ts';
import { freshSittingId } from '../sitting/sitting-id.ts';
import { PrintDesk } from '../printing/print-desk.ts';
import type { StationCore } from '../station-core.ts';
import type { StationRoom } from '../station-room.ts';
import { leaveDesk } from './desk-departure.ts';
import { HubGoing } from './hub-going.ts';
import { keepLabDiskNotices } from './lab-disk-notices.ts';
import { presence$ } from './presence.ts';
import { hubSeats$, peerSeats$ } from '../live/heard-seats.ts';
import { nothingThere } from '../cmi5/course-call.ts';
import { heardCalls$ } from '../help/heard-calls.ts';
import { HelpBoard } from '../help/help-board.ts';
import { HelpDesk } from '../help/help-desk.ts';
import { HelpService } from '../help/help-service.ts';
import { localDocument, localNames } from '../record/local-documents.ts';
import { ViewingDesk, savedViewingSchema } from '../viewing/viewing-desk.ts';
import { ViewingService } from '../viewing/viewing-service.ts';
import { SeatCommander } from '../seat-orders/seat-commander.ts';
import { UntoldOrders, untoldOrdersSchema } from '../seat-orders/untold-orders.ts';
import { SpokenDesk } from '../spoken/spoken-desk.ts';
import { ReportDesk } from '../reports/report-desk.ts';
import { StaffSession } from './staff-session.ts';
import { supervisorViews } from './supervisor-views.ts';
import { reasonOf } from '../failure-reason.ts';

/** The room of a supervisor station: every window has its own sign-in. */
export async function openSupervisorRoom(core: StationCore): Promise<StationRoom> {
  const { keyring, directory, summaries, uplink, config, shelf, learners, notices, log } = core;
  const sessions = new Map<StaffSession, SittingId>();
  const present = new Set<StaffSession>();
  const seated = new Subject<boolean>();
  const viewed$ = new Subject<void>();
  const together$ = core.peers.status$.pipe(map(({ together }) => together));
  const hubReachable$ = uplink.status$.pipe(
    map(({ hubReachable }) => hubReachable),
    distinctUntilChanged(),
  );
  const heard = {
    hubSeats$: hubSeats$(core),
    peerSeats$: peerSeats$(core.peers.heard$, together$, core.clock),
  };
  const untold = await UntoldOrders.open({
    ...core,
    store: localDocument(core.local, localNames.untold, untoldOrdersSchema),
  });
  const hubGoing = new HubGoing(hubReachable$);
  const views = supervisorViews({
    directory$: directory.directory$,
    keys$: keyring.keys$,
    summaries$: summaries.summaries$,
    presence$: presence$(() => uplink.stations()),
    live$: (learner) =>
      combineLatest([
        learners.folded$(learner),
        learners.peerEvents$(learner),
        viewed$.pipe(startWith(undefined)),
      ]).pipe(
        switchMap(async ([base, events]) =>
          liveState(base, [...events, ...(await learners.ownEvents(learner))]),
        ),
      ),
    together$,
    ...heard,
    clock: core.clock,
    hubReachable$,
    hubYear: async () => {
      const { labDate, hubWallMs } = await uplink.hubNow().catch((cause: unknown) => {
        throw new ReanError('hub.away', {}, cause);
      });
      return labDate === null ? new Date(hubWallMs).getUTCFullYear() : Number(labDate.slice(0, 4));
    },
    packs: () => uplink.packs(),
    hubUrl: config.hub.url,
    labDate$: core.labDate$,
    labNow$: core.labNow$,
    shelf,
  });

  const desk = await ViewingDesk.open({
    ...core,
    store: localDocument(core.local, localNames.viewing, savedViewingSchema),
  });
  const viewing = new ViewingService({
    desk,
    directory$: directory.directory$,
    summaries$: summaries.summaries$,
    learners,
    shelf,
    recorder: core.recorder,
  });

  desk.recorded$.subscribe(viewed$);

  const board = new HelpBoard(summaries.summaries$, core.clock);
  const help = new HelpService({
    ...core,
    board,
    desk: new HelpDesk({ ...core, directory: () => directory.directory, times: board.times }),
    directory$: directory.directory$,
    calls$: heardCalls$(heard.hubSeats$, heard.peerSeats$),
  });

  const spoken = new SpokenDesk(directory.directory$);
  const printing = new PrintDesk(core);

  const disks = keepLabDiskNotices({
    ask: () => uplink.stations(),
    notices,
    self: config.station,
    names$: directory.directory$.pipe(
      map(({ stations }) => new Map([...stations].map(([id, { name }]) => [id, name]))),
    ),
  });

  /** With nobody signed in no film plays: it waits for who comes next ([GRP4]). */
  function leaveFilm(): void {
    desk.leave().catch((error: unknown) => {
      log.error('viewing.not-kept', { reason: reasonOf(error) });
    });
  }

  function connect(send: (reply: Reply) => void): WindowConnection {
    const session = new StaffSession({
      ...core,
      keys: () => keyring.keys,
      keys$: keyring.keys$,
    });
    const commander = new SeatCommander({
      ...core,
      session,
      seats$: [heard.hubSeats$, heard.peerSeats$],
      directory: () => directory.directory,
      hubReachable$,
      order: (station, carried, signal) => core.peers.order(station, carried, signal),
      untold,
    });
    const pictureHost = freshSittingId(core.randomness);
    sessions.set(session, pictureHost);
    // Its first word is that nobody is signed in yet.
    session.signedIn$.pipe(skip(1)).subscribe((staff) => seated.next(staff !== null));
    session.signedIn$.pipe(skip(1)).subscribe((staff) => {
      if (staff === null) present.delete(session);
      else present.add(session);
      if (present.size === 0) leaveFilm();
    });
    const reports = new ReportDesk({
      directory$: directory.directory$,
      summaries$: summaries.summaries$,
      labDate$: core.labDate$,
      shelf,
    });
    session.signedIn$.subscribe(() => reports.forget());
    const contract = bindSupervisor(session, views, {
      every: core.everyWindow,
      commander,
      hubGoing,
      leaveDesk: () => leaveDesk({ ...core, session, untold }),
      exports: core,
      printing,
      reports,
      viewing,
      looks: uplink.looks,
      help,
      spoken,
      baseOf: (pack, version) => shelf.baseOf(pack, version, pictureHost),
      pictureHost,
    });
    const window = serveWindow(contract, send, log);
    return {
      receive: (message) => window.receive(message),
      close() {
        window.close();
        commander.close();
        sessions.delete(session);
        session.signOut().catch((error: unknown) => {
          log.error('staff.sign-out-failed', { reason: reasonOf(error) });
        });
      },
    };
  }

  return {
    connect,
    seated$: seated,
    mayHear: () => spoken.mayHear,
    shows: (sitting) => [...sessions.values()].includes(sitting) || desk.now.film?.host === sitting,
    course: () => Promise.resolve(nothingThere),
    close: async () => {
      disks.unsubscribe();
      board.close();
      untold.close();
      hubGoing.close();
      await Promise.all([...sessions.keys()].map((session) => session.signOut()));
    },
  };
}
