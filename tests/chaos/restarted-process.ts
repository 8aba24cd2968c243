import { setTimeout as wait } from 'node:timers/promises';
import type { ReanOptions, ReanProcess } from '../factories/rean-process.ts';

/** What a process ends with that finds no room at its start ([STN3], [HUB12]). */
const noRoom = 74;
const noRoomWords = /disk is full/i;
const restartMs = 250;

export interface RestartedParts {
  readonly start: (options: ReanOptions) => ReanProcess;
  /** What it prints once it serves. */
  readonly readyEvent: string;
  /** What is done with each process; resolves when that is over, or the process ended. */
  readonly live: (process: ReanProcess, options: ReanOptions) => Promise<unknown>;
  /** It ended by itself, for want of room. */
  readonly lackedRoom: () => void;
}

/** A process that is started again where it ends for want of room, as by a service manager. */
export class RestartedProcess {
  readonly #parts: RestartedParts;
  #process: ReanProcess | null = null;
  #isReady = false;
  #kept: Promise<void> = Promise.resolve();
  #isToEnd = false;

  constructor(parts: RestartedParts) {
    this.#parts = parts;
  }

  /** Null while none runs. */
  get running(): ReanProcess | null {
    return this.#process?.running === true ? this.#process : null;
  }

  /** Null until it serves. */
  get serving(): ReanProcess | null {
    return this.#isReady ? this.running : null;
  }

  start(options: ReanOptions): void {
    this.#isToEnd = false;
    this.#kept = this.#keep(options);
  }

  /** Resolves when what is done with it is over. */
  over(): Promise<void> {
    return this.#kept;
  }

  /** The exit code, null when the signal ended it. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.#isToEnd = true;
    const code = (await this.#process?.end(signal)) ?? null;
    await this.#kept;
    return code;
  }

  async #keep(options: ReanOptions): Promise<void> {
    for (let lacksRoom = true; lacksRoom;) {
      const process = this.#begin(options);
      await this.#parts.live(process, options);
      lacksRoom = !this.#isToEnd && (await endedForRoom(process));
      if (!lacksRoom) return;
      this.#parts.lackedRoom();
      await wait(restartMs);
      lacksRoom = !this.#isToEnd;
    }
  }

  #begin(options: ReanOptions): ReanProcess {
    const process = this.#parts.start(options);
    this.#process = process;
    this.#isReady = false;
    process.lines(this.#parts.readyEvent).subscribe(() => {
      this.#isReady = this.#process === process;
    });
    return process;
  }
}

async function endedForRoom(process: ReanProcess): Promise<boolean> {
  return !process.running && (await process.over()) === noRoom && noRoomWords.test(process.said);
}
