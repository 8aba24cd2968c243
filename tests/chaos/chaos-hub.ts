import * as z from 'zod';
import { healthSchema } from '../../src/shared/contracts/hub-api.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import type { Transport } from '../../src/sync/transport/transport.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import type { ReanOptions } from '../factories/rean-process.ts';
import { RestartedProcess } from './restarted-process.ts';
import { smallHubDisk } from './small-disk.ts';
import type { SmallDisk } from './small-disk.ts';
import type { Tally } from './tally.ts';

/** Below this a hub takes nothing ([HUB11]), bytes. */
const reservedBytes = 64 * 1024 * 1024;
const answerMs = 2000;
/** What a hub logs where the system itself says that there is no room. */
const noRoomLine = /"code":"store\.full"/g;
const emptyPush = JSON.stringify({ docs: [], new_edits: false });

export interface ChaosHubParts {
  readonly folder: string;
  readonly port: number;
  /** By whose certificate it is asked whether it takes anything. */
  readonly stationFolder: string;
  readonly tally: Tally;
}

/** What it went through since its disk was filled. */
interface FullTime {
  readonly process: ReanProcess;
  /** Lines about a lack of room that it had logged before. */
  readonly linesBefore: number;
  saidSo: boolean;
  refused: boolean;
  isOver: boolean;
}

/** The hub's process, and its disk. */
export class ChaosHub {
  readonly kept: RestartedProcess;
  readonly disk: SmallDisk;
  readonly #asker: Transport;
  readonly #tally: Tally;
  #full: FullTime | null = null;

  private constructor({ folder, port, tally }: ChaosHubParts, disk: SmallDisk, asker: Transport) {
    this.disk = disk;
    this.#asker = asker;
    this.#tally = tally;
    this.kept = new RestartedProcess({
      start: (options) => {
        return new ReanProcess(['hub', 'run', '--data', folder, '--port', String(port)], options);
      },
      readyEvent: 'hub.ready',
      live: (hub, options) => this.#live(hub, options),
      lackedRoom: () => tally.note('hub ended, as its disk was full at its start'),
    });
  }

  static async make(parts: ChaosHubParts): Promise<ChaosHub> {
    const { tls } = await readStationConfig(parts.stationFolder);
    const asker = hubTransport({ url: `https://127.0.0.1:${parts.port}`, tls });
    return new ChaosHub(parts, await smallHubDisk(parts.folder), asker);
  }

  /** True from when its disk is filled until it was seen to take something again. */
  get isFull(): boolean {
    return this.#full !== null;
  }

  /** Resolves once stations can come. */
  async serve(options: ReanOptions): Promise<void> {
    this.kept.start(options);
    await this.kept.running?.first('hub.ready', z.looseObject({}));
  }

  async fill(process: ReanProcess, leftMegabytes: number): Promise<void> {
    await this.disk.fill(process.pid, leftMegabytes);
    const linesBefore = linesAboutRoom(process);
    this.#full = { process, linesBefore, saidSo: false, refused: false, isOver: false };
  }

  async empty(): Promise<void> {
    const pid = this.#full?.process.pid;
    if (pid !== undefined) await this.disk.empty(pid);
    if (this.#full !== null) this.#full.isOver = true;
  }

  /** Asks it, while its disk is full, and after that until it takes what comes again. */
  async look(): Promise<void> {
    const full = this.#full;
    if (full === null) return;
    if (this.kept.serving !== full.process) {
      if (full.isOver) this.#full = null;
      return;
    }
    const [free, takes] = await Promise.all([this.#freeBytes(), this.#pushStatus()]);
    if (!full.isOver) this.#lookAtFull(full, { free, takes });
    else if (takes === 201) {
      if (full.refused) this.#tally.note('push taken again by the hub whose disk was full');
      this.#full = null;
    }
  }

  async remove(): Promise<void> {
    this.#asker.close();
    await this.kept.end('SIGKILL');
    await this.disk.remove();
  }

  #lookAtFull(full: FullTime, seen: { free: number | null; takes: number | null }): void {
    // A limit on the size of files shows in what fails, not in the room that is left.
    const logged = linesAboutRoom(full.process) > full.linesBefore;
    const saidSo = logged || (seen.free !== null && seen.free < reservedBytes);
    if (saidSo && !full.saidSo) this.#tally.note('hub said that its disk is full');
    full.saidSo ||= saidSo;
    const refused = seen.takes === 507 || (this.disk.kind === 'limit' && logged);
    if (refused && !full.refused) this.#tally.note('push refused, as the hub’s disk is full');
    full.refused ||= refused;
  }

  async #live(hub: ReanProcess, { clockOffMs = 0 }: ReanOptions): Promise<void> {
    hub.lines('hub.ready').subscribe(() => {
      if (clockOffMs !== 0) this.#tally.note('hub served with the clock years off');
    });
    hub.lines('clock.jumped').subscribe(() => this.#tally.note('hub’s clock jumped'));
    await hub.over();
  }

  /** By its own word, where it also says that it is not well; else null. */
  async #freeBytes(): Promise<number | null> {
    try {
      const path = '/healthz';
      const asked = { method: 'GET', path, headers: {}, timeoutMs: answerMs } as const;
      const { text } = await this.#asker.send(asked);
      const health = healthSchema.parse(JSON.parse(text));
      return health.ok ? null : health.diskFreeBytes;
    } catch {
      return null;
    }
  }

  /** What it answers to a push of nothing; null where it doesn't. */
  async #pushStatus(): Promise<number | null> {
    try {
      const { status } = await this.#asker.send({
        method: 'POST',
        path: '/events-0001/_bulk_docs',
        headers: { 'Content-Type': 'application/json' },
        body: emptyPush,
        timeoutMs: answerMs,
      });
      return status;
    } catch {
      return null;
    }
  }
}

function linesAboutRoom({ said }: ReanProcess): number {
  return said.match(noRoomLine)?.length ?? 0;
}
