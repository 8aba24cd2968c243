import type { ErrorCode } from '../shared/errors.ts';
import { asReanError } from '../shared/errors.ts';
import type { Clock, Log } from '../shared/ports.ts';
import type { Folder } from './folder/folder.ts';
import type { QuarantineDesk } from './quarantine/quarantine-desk.ts';
import type { Intake } from './intake/intake.ts';
import type { Timers } from './timers.ts';

/** Under backlog, learners are folded together at most this often, ms ([FLD6]). */
const coalesceMs = 1000;
/** Nor do more events wait for it: what was opened a moment ago is folded while it is at hand. */
const mostUnfolded = 2000;
/** What is done at rest waits no longer than this for a pause, ms. */
const restMs = 1000;
const retryMs = { first: 250, most: 8000 } as const;

export interface WorkLoopOptions {
  readonly intake: Intake;
  readonly folder: Folder;
  /** Carries out what people decided. */
  readonly desk: Pick<QuarantineDesk, 'carryOut'>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  /** Called when everything is taken in and folded. Does not reject. */
  readonly rested: () => Promise<void>;
}

/**
 * Takes in and folds whenever there is something to do: at once when idle, coalesced under backlog.
 * A failure (a full disk, say) is told, and tried again with growing waits until it works.
 */
export class WorkLoop {
  readonly #options: WorkLoopOptions;
  #running: Promise<void> | null = null;
  #wanted = false;
  #stopped = false;
  #restedAtMs: number | null = null;
  #failures = 0;
  #cancelRetry: (() => void) | null = null;
  /** What the last round failed with; null while all is well. */
  failing: ErrorCode | null = null;

  constructor(options: WorkLoopOptions) {
    this.#options = options;
  }

  /** Something was pushed. */
  wake(): void {
    if (this.#stopped) return;
    this.#wanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      if (this.#wanted && this.#cancelRetry === null) this.wake();
    });
  }

  /** Resolves once everything pushed so far is taken in and folded, or the attempt has failed. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** Finishes the round under way, and does no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wanted = false;
    this.#cancelRetry?.();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#wanted && !this.#stopped) {
        this.#wanted = false;
        await this.#round();
        await this.#rest();
      }
      this.#failures = 0;
      this.failing = null;
    } catch (error) {
      this.#noteFailure(error);
    }
  }

  /** At each pause; but where somebody always wants something, between two rounds now and then. */
  async #rest(): Promise<void> {
    const nowMs = this.#options.clock.monotonicMs();
    const isDue = this.#restedAtMs === null || nowMs - this.#restedAtMs >= restMs;
    if (this.#stopped || (this.#wanted && !isDue)) return;
    this.#restedAtMs = nowMs;
    await this.#options.rested();
  }

  async #round(): Promise<void> {
    const { intake, folder, desk, clock } = this.#options;
    await desk.carryOut();
    let flushed = { atMs: clock.monotonicMs(), left: intake.ledger.unfolded };
    for (let busy = true; busy && !this.#stopped;) {
      const more = await intake.takePages();
      const due =
        clock.monotonicMs() - flushed.atMs >= coalesceMs ||
        intake.ledger.unfolded - flushed.left >= mostUnfolded;
      const unflushed = !more || due ? await folder.flush() : true;
      if (due) flushed = { atMs: clock.monotonicMs(), left: intake.ledger.unfolded };
      busy = more || unflushed;
    }
  }

  #noteFailure(error: unknown): void {
    const { code, facts, cause } = asReanError(error);
    this.failing = code;
    const detail = cause instanceof Error ? cause.message : null;
    this.#options.log.error('hub.work-failed', { code, ...facts, detail });
    const wait = Math.min(retryMs.most, retryMs.first * 2 ** this.#failures);
    this.#failures += 1;
    if (this.#stopped) return;
    this.#cancelRetry?.();
    this.#cancelRetry = this.#options.timers.after(wait, () => {
      this.#cancelRetry = null;
      this.wake();
    });
  }
}
