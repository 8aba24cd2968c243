import { isReanError } from '../../src/shared/errors.ts';
import type { FaultyProxy } from '../factories/faulty-proxy.ts';
import { startStationProcess } from '../factories/headless-station.ts';
import type { ReanOptions, ReanProcess } from '../factories/rean-process.ts';
import type { LearnerRobot } from './learner-robot.ts';
import { RestartedProcess } from './restarted-process.ts';
import type { Effect, Tally } from './tally.ts';

export interface SeatParts {
  readonly folder: string;
  readonly cable: FaultyProxy;
  readonly robot: LearnerRobot;
  readonly tally: Tally;
}

/** One kiosk: its cable, its process, and whoever sits there. */
export class Seat {
  readonly folder: string;
  readonly cable: FaultyProxy;
  readonly kept: RestartedProcess;
  readonly #robot: LearnerRobot;
  readonly #tally: Tally;

  constructor({ folder, cable, robot, tally }: SeatParts) {
    this.folder = folder;
    this.cable = cable;
    this.#robot = robot;
    this.#tally = tally;
    this.kept = new RestartedProcess({
      start: (options) => startStationProcess(folder, options),
      readyEvent: 'station.ready',
      live: (station, options) => this.#sitAt(station, options),
      lackedRoom: () => tally.note('station ended, as its disk was full at its start'),
    });
  }

  /** Whoever sits there leaves; resolves once the station says that all is saved. */
  async leave(): Promise<void> {
    this.#robot.stop();
    await this.kept.over();
  }

  /** Nobody asks anything of it any more. */
  stopRobot(): void {
    this.#robot.stop();
  }

  async #sitAt(station: ReanProcess, { clockOffMs = 0 }: ReanOptions): Promise<void> {
    /** To be told of at the next answer. */
    const next = new Set<Effect>();
    if (clockOffMs !== 0) next.add('answered with the clock years off');
    const jumps = station.lines('clock.jumped').subscribe(() => {
      next.add('answered after the clock jumped');
    });
    await this.#robot.sitAt(station, {
      answered: () => {
        for (const effect of next) this.#tally.note(effect);
        next.clear();
      },
      failed: (cause) => {
        if (!isReanError(cause, 'store.full')) return;
        this.#tally.note('answer refused, as the station’s disk is full');
        next.add('answered after the station’s disk was full');
      },
    });
    jumps.unsubscribe();
  }
}
