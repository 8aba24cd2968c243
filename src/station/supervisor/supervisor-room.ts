import { Subject, combineLatest, distinctUntilChanged, map, skip } from 'rxjs';
import type { Reply } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { SittingId } from '../../shared/ids.ts';
import { liveState } from '../learners/live-state.ts';
import { bindSupervisor } from '../rpc/supervisor-contract.ts';
import { serveWindow } from '../rpc/window-connection.ts';
import type { WindowConnection } from '../rpc/window-connection.ts';
import { freshSittingId } from '../sitting/sitting-id.ts';
import type { StationCore } from '../station-core.ts';
import type { StationRoom } from '../station-room.ts';
import { keepLabDiskNotices } from './lab-disk-notices.ts';
import { presence$ } from './presence.ts';
import { nothingThere } from '../cmi5/course-call.ts';
import { StaffSession } from './staff-session.ts';
import { supervisorViews } from './supervisor-views.ts';
import { reasonOf } from '../failure-reason.ts';

/** The room of a supervisor station: every window has its own sign-in. */
export function openSupervisorRoom(core: StationCore): StationRoom {
  const { keyring, directory, summaries, uplink, config, shelf, learners, notices, log } = core;
  const sessions = new Map<StaffSession, SittingId>();
  const seated = new Subject<boolean>();
  const views = supervisorViews({
    directory$: directory.directory$,
    keys$: keyring.keys$,
    summaries$: summaries.summaries$,
    presence$: presence$(() => uplink.stations()),
    live$: (learner) =>
      combineLatest([learners.folded$(learner), learners.peerEvents$(learner)]).pipe(
        map(([base, events]) => liveState(base, events)),
      ),
    together$: core.peers.status$.pipe(map(({ together }) => together)),
    hubReachable$: uplink.status$.pipe(
      map(({ hubReachable }) => hubReachable),
      distinctUntilChanged(),
    ),
    hubYear: async () => {
      const { hubWallMs } = await uplink.hubNow().catch((cause: unknown) => {
        throw new ReanError('hub.away', {}, cause);
      });
      return new Date(hubWallMs).getUTCFullYear();
    },
    packs: () => uplink.packs(),
    hubUrl: config.hub.url,
    labDate: core.labDate,
    shelf,
  });

  const disks = keepLabDiskNotices({
    ask: () => uplink.stations(),
    notices,
    self: config.station,
    names$: directory.directory$.pipe(
      map(({ stations }) => new Map([...stations].map(([id, { name }]) => [id, name]))),
    ),
  });

  function connect(send: (reply: Reply) => void): WindowConnection {
    const session = new StaffSession({
      ...core,
      keys: () => keyring.keys,
      keys$: keyring.keys$,
    });
    const pictureHost = freshSittingId(core.randomness);
    sessions.set(session, pictureHost);
    // Its first word is that nobody is signed in yet.
    session.signedIn$.pipe(skip(1)).subscribe((staff) => seated.next(staff !== null));
    const contract = bindSupervisor(session, views, core.everyWindow, pictureHost);
    const window = serveWindow(contract, send, log);
    return {
      receive: (message) => window.receive(message),
      close() {
        window.close();
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
    mayHear: () => false,
    shows: (sitting) => [...sessions.values()].includes(sitting),
    course: () => Promise.resolve(nothingThere),
    close: async () => {
      disks.unsubscribe();
      await Promise.all([...sessions.keys()].map((session) => session.signOut()));
    },
  };
}
