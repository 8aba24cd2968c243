import * as z from 'zod';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { FaultyProxy } from '../factories/faulty-proxy.ts';
import { startStationProcess } from '../factories/headless-station.ts';
import { processLab } from '../factories/process-lab.ts';
import { ReanProcess } from '../factories/rean-process.ts';
import { testPort } from '../factories/test-port.ts';
import { LearnerRobot, Marks } from './learner-robot.ts';
import { smallDisk } from './small-disk.ts';
import type { SmallDisk } from './small-disk.ts';

/** What a station ends with that finds no room at its start ([STN3]). */
const noRoom = 74;

/** One kiosk: its cable, its process, and whoever sits there. */
export class Seat {
  readonly folder: string;
  readonly cable: FaultyProxy;
  readonly robot: LearnerRobot;
  #process: ReanProcess | null = null;
  #sitting: Promise<unknown> = Promise.resolve();
  #isToEnd = false;

  constructor(folder: string, cable: FaultyProxy, robot: LearnerRobot) {
    this.folder = folder;
    this.cable = cable;
    this.robot = robot;
  }

  get process(): ReanProcess | null {
    return this.#process;
  }

  start(clockOffMs: number): void {
    this.#isToEnd = false;
    this.#sitting = this.#sit(clockOffMs);
  }

  /** Whoever sits there leaves; resolves once the station says that all is saved. */
  async leave(): Promise<void> {
    this.robot.stop();
    await this.#sitting;
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.#isToEnd = true;
    const code = (await this.#process?.end(signal)) ?? null;
    await this.#sitting;
    return code;
  }

  /** Started on a full disk it ends; as a service manager would, we start it until there is room. */
  async #sit(clockOffMs: number): Promise<void> {
    for (let lacksRoom = true; lacksRoom;) {
      const station = startStationProcess(this.folder, { clockOffMs });
      this.#process = station;
      await this.robot.sitAt(station);
      lacksRoom = !this.#isToEnd && !station.running && (await station.over()) === noRoom;
    }
  }
}

/** A whole lab of processes, to which things are done. */
export class ChaosLab {
  readonly hubFolder: string;
  readonly seats: readonly Seat[];
  readonly marks: Marks;
  /** The first seat's. */
  readonly disk: SmallDisk;
  readonly learners: readonly LearnerId[];
  readonly #hubPort: number;
  #hub: ReanProcess | null = null;

  private constructor(
    parts: Pick<ChaosLab, 'hubFolder' | 'seats' | 'marks' | 'disk' | 'learners'>,
    hubPort: number,
  ) {
    this.hubFolder = parts.hubFolder;
    this.seats = parts.seats;
    this.marks = parts.marks;
    this.disk = parts.disk;
    this.learners = parts.learners;
    this.#hubPort = hubPort;
  }

  static async make(kiosks: number, randomness: Randomness): Promise<ChaosLab> {
    const hubPort = await testPort();
    const cables: FaultyProxy[] = [];
    for (let made = 0; made < kiosks; made += 1) {
      cables.push(await FaultyProxy.open(hubPort, randomness));
    }
    const hubUrls = cables.map(({ port }) => `https://127.0.0.1:${port}`);
    const lab = await processLab({ demo: true, learners: kiosks, hubUrls });
    const marks = new Marks();
    const seats = cables.map((cable, index) => {
      const robot = new LearnerRobot(marks, lab.learners, randomness);
      return new Seat(lab.stationFolders[index] ?? '', cable, robot);
    });
    const disk = await smallDisk(lab.stationFolders[0] ?? '');
    return new ChaosLab({ ...lab, seats, marks, disk }, hubPort);
  }

  get hub(): ReanProcess | null {
    return this.#hub;
  }

  /** Resolves once stations can come. */
  async startHub(clockOffMs: number): Promise<void> {
    const words = ['hub', 'run', '--data', this.hubFolder, '--port', String(this.#hubPort)];
    const hub = new ReanProcess(words, { clockOffMs });
    this.#hub = hub;
    await hub.first('hub.ready', z.looseObject({}));
  }

  async endHub(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    return (await this.#hub?.end(signal)) ?? null;
  }

  /** Ends whatever is left, however the test went. */
  async remove(): Promise<void> {
    for (const { robot, process, cable } of this.seats) {
      robot.stop();
      await process?.end('SIGKILL');
      cable.close();
    }
    await this.#hub?.end('SIGKILL');
    await this.disk.remove();
  }
}
