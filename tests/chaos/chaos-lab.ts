import type { LearnerId } from '../../src/shared/ids.ts';
import type { Randomness } from '../../src/shared/ports.ts';
import { FaultyProxy } from '../factories/faulty-proxy.ts';
import type { CableEffect } from '../factories/faulty-proxy.ts';
import { processLab } from '../factories/process-lab.ts';
import { testPort } from '../factories/test-port.ts';
import { ChaosHub } from './chaos-hub.ts';
import { LearnerRobot, Marks } from './learner-robot.ts';
import { Seat } from './seat.ts';
import { smallStationDisk } from './small-disk.ts';
import type { SmallDisk } from './small-disk.ts';
import { Tally } from './tally.ts';
import type { Effect } from './tally.ts';

const ofCables: Readonly<Record<CableEffect, Effect>> = {
  'bytes late': 'bytes late',
  'half-open': 'live connection half-open',
  cut: 'live connection cut',
  'broken off': 'answer broken off',
};

/** Three years, by which a clock is wrong once it has jumped, ms. */
const clockJumpMs = 3 * 365 * 24 * 60 * 60 * 1000;

/** A whole lab of processes, to which things are done. */
export class ChaosLab {
  readonly hubFolder: string;
  readonly hub: ChaosHub;
  readonly seats: readonly Seat[];
  readonly marks: Marks;
  /** The first seat's. */
  readonly disk: SmallDisk;
  readonly learners: readonly LearnerId[];
  readonly tally: Tally;

  private constructor(
    parts: Pick<ChaosLab, 'hubFolder' | 'hub' | 'seats' | 'marks' | 'disk' | 'learners' | 'tally'>,
  ) {
    this.hubFolder = parts.hubFolder;
    this.hub = parts.hub;
    this.seats = parts.seats;
    this.marks = parts.marks;
    this.disk = parts.disk;
    this.learners = parts.learners;
    this.tally = parts.tally;
  }

  static async make(kiosks: number, randomness: Randomness): Promise<ChaosLab> {
    const port = await testPort();
    const tally = new Tally();
    const took = (effect: CableEffect) => tally.note(ofCables[effect]);
    const cables: FaultyProxy[] = [];
    for (let made = 0; made < kiosks; made += 1) {
      cables.push(await FaultyProxy.open(port, { randomness, took }));
    }
    const hubUrls = cables.map((cable) => `https://127.0.0.1:${cable.port}`);
    const lab = await processLab({ demo: true, learners: kiosks, hubUrls });
    const marks = new Marks();
    const seats = cables.map((cable, index) => {
      const robot = new LearnerRobot(marks, lab.learners, randomness);
      return new Seat({ folder: lab.stationFolders[index] ?? '', cable, robot, tally });
    });
    const [stationFolder = '', asking = stationFolder] = lab.stationFolders;
    const disk = await smallStationDisk(stationFolder);
    const hub = await ChaosHub.make({ folder: lab.hubFolder, port, stationFolder: asking, tally });
    return new ChaosLab({ ...lab, hub, seats, marks, disk, tally });
  }

  /** All clocks are right, and can be set. */
  async start(): Promise<void> {
    await this.hub.serve({ clockJumpMs });
    for (const { kept } of this.seats) kept.start({ clockJumpMs });
  }

  /** Ends whatever is left, however the test went. */
  async remove(): Promise<void> {
    for (const seat of this.seats) {
      seat.stopRobot();
      await seat.kept.end('SIGKILL');
      seat.cable.close();
    }
    await this.hub.remove();
    await this.disk.remove();
  }
}
