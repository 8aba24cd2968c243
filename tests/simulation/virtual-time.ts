import { vi } from 'vitest';

/** Turns of the event loop without any disk moving that count as rest. */
const turnsOfRest = 40;
/** A lab that has not come to what is waited for by then never will, virtual ms. */
const mostMs = 30 * 60_000;

/** A moment in the midst of a write is waited for so long. */
const mostTurnsMore = 100;

/** Whether anything reads or writes a real file. How long that takes depends on this PC, so no time passes meanwhile. */
const isAtRealFiles = (): boolean =>
  process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'));

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Time that passes only when there is nothing left to do, so that a run depends on its seed and not
 * on how fast this PC is. Timers and clocks are virtual; reads and writes take turns of the real
 * event loop.
 */
export class VirtualTime {
  readonly #activity: () => number;

  /** `activity` grows with every read and write on the simulated disks. */
  constructor(activity: () => number) {
    this.#activity = activity;
  }

  static begin(): void {
    vi.useFakeTimers({
      now: 1_750_000_000_000,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    });
  }

  static end(): void {
    vi.useRealTimers();
  }

  /** Where a run stands: the time, and what the disks have done. */
  get place(): string {
    return `${Date.now()} ms, ${this.#activity()} on disk`;
  }

  /** Lets this many turns of the event loop go by, then as many until something is being written. */
  async turns(count: number, isWriting: () => boolean): Promise<void> {
    for (let left = count; left > 0; left -= 1) await turn();
    for (let left = mostTurnsMore; left > 0 && !isWriting(); left -= 1) await turn();
  }

  async pass(ms: number): Promise<void> {
    let over = false;
    setTimeout(() => {
      over = true;
    }, ms);
    await this.until(() => over, 'time to pass', ms + mostMs);
  }

  /**
   * Has something done that reads and writes real files, which take as long as they take: first
   * everything comes to rest, and nothing else happens meanwhile.
   */
  async standingStill<Value>(work: () => Promise<Value>): Promise<Value> {
    await this.#untilAtRest(() => false);
    return work();
  }

  /** Runs until this holds. `what` is said when it never does. */
  async until(holds: () => boolean, what: string, atMostMs = mostMs): Promise<void> {
    const begun = Date.now();
    while (!holds()) {
      await this.#untilAtRest(holds);
      if (holds()) return;
      if (vi.getTimerCount() === 0) throw new Error(`nothing is left to happen before ${what}`);
      if (Date.now() - begun > atMostMs) throw new Error(`time has gone by without ${what}`);
      vi.advanceTimersToNextTimer();
    }
  }

  /** Waits for a promise that needs time to pass. */
  async for<Value>(promise: Promise<Value>, what: string): Promise<Value> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    await this.until(() => settled, what);
    return promise;
  }

  async #untilAtRest(holds: () => boolean): Promise<void> {
    let before = this.#activity();
    for (let quiet = 0; quiet < turnsOfRest && !holds(); quiet += 1) {
      await turn();
      const now = this.#activity();
      if (now !== before || isAtRealFiles()) quiet = 0;
      before = now;
    }
  }
}
