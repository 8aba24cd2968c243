import type { Observable } from 'rxjs';
import { servePackFile, sittingOf } from '../content/serve/serve-pack-file.ts';
import type { PackAnswer, PackRequest } from '../content/serve/serve-pack-file.ts';
import { ZimDesk } from '../content/serve/zim-desk.ts';
import type { Reply, WindowRole } from '../shared/contracts/ipc/contract.ts';
import type { CourseAnswer, CourseCall } from './cmi5/course-call.ts';
import { refusedContract } from './rpc/refused-contract.ts';
import { serveWindow } from './rpc/window-connection.ts';
import type { WindowConnection } from './rpc/window-connection.ts';
import { openKioskRoom } from './sitting/kiosk-room.ts';
import { startCore } from './station-core.ts';
import type { StationCore } from './station-core.ts';
import type { StationParts } from './station-parts.ts';
import type { StationRoom } from './station-room.ts';
import { startPackKeeper } from './packs/open-keeper.ts';
import { openSupervisorRoom } from './supervisor/supervisor-room.ts';

/** One station: what runs behind its windows, in a process of its own. */
export interface StationService {
  /**
   * A line for one window. Every message is parsed, both ways; a window of another role than this
   * station's kind is refused everything ([IPC1], [IPC2]).
   */
  connect(role: WindowRole, send: (reply: Reply) => void): WindowConnection;
  /**
   * Answers a request under `pack://`, as plain data that may cross to the process that owns the
   * protocol. Only addresses of the sitting now open, and of open supervisor windows, are found.
   */
  servePack(request: PackRequest): Promise<PackAnswer>;
  /** Answers what the piece that is open asks of its course ([PCE13]); never rejects. */
  courseCall(call: CourseCall): Promise<CourseAnswer>;
  /** Whether the window may use its microphone now: while something is to be read aloud ([RAL5]). */
  mayHear(): boolean;
  /** True when somebody sits down or signs in, false when somebody leaves. */
  readonly seated$: Observable<boolean>;
  /** Ends the sitting and says so, stops replicating, lets go of what it follows. */
  close(): Promise<void>;
}

/**
 * Puts a station together and starts it. The stores stay the caller's to close.
 * @throws ReanError `store.*`
 */
export async function startStation(parts: StationParts): Promise<StationService> {
  const core = await startCore(parts);
  const { config } = parts;
  const zims = new ZimDesk();
  const letGo = () =>
    zims.letGo().catch((error: unknown) => {
      parts.log.error('archives.not-closed', { detail: String(error) });
    });
  const room = config.kind === 'kiosk' ? await openKioskRoom(core) : await openSupervisorRoom(core);
  // Whoever sat here reads no more; what they read may be cleared away.
  const leaving = room.seated$.subscribe((seated) => (seated ? undefined : void letGo()));
  parts.uplink.start();
  parts.peers.start();
  const keeper = parts.delivery && startPackKeeper(core, parts.delivery, room.seated$);
  return {
    connect: (role, send) =>
      role === config.kind
        ? room.connect(send)
        : serveWindow(refusedContract(role), send, parts.log),
    servePack: (request) => servePack({ core, room, zims }, request),
    courseCall: (call) => room.course(call),
    mayHear: () => room.mayHear(),
    seated$: room.seated$,
    async close() {
      try {
        await keeper?.stop();
        await room.close();
      } finally {
        leaving.unsubscribe();
        await zims.letGo();
        await parts.peers.stop();
        await parts.uplink.stop();
        await core.stop();
      }
    },
  };
}

interface Serving {
  readonly core: StationCore;
  readonly room: StationRoom;
  readonly zims: ZimDesk;
}

function servePack({ core, room, zims }: Serving, request: PackRequest) {
  const sitting = sittingOf(request.url);
  const shown = sitting !== null && room.shows(sitting) ? sitting : null;
  return servePackFile((pack, version) => core.shelf.open(pack, version), shown, request, zims);
}
