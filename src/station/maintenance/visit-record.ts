import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Recorder } from '../record/recorder.ts';

/** As many wait for room on the disk; the oldest is forgotten first. */
const mostWaiting = 50;

/**
 * Puts what a technician does on record ([MNT4]). A full disk is what they may have come for: what it does
 * not take waits here, and is recorded before the next thing.
 */
export class VisitRecord {
  readonly #recorder: Pick<Recorder, 'record'>;
  readonly #log: Log;
  #waiting: readonly EventPayload[] = [];

  constructor({ recorder, log }: { recorder: Pick<Recorder, 'record'>; log: Log }) {
    this.#recorder = recorder;
    this.#log = log;
  }

  /** @throws ReanError whatever the recorder has but `store.full` */
  async put(payload: EventPayload): Promise<void> {
    const all = [...this.#waiting, payload];
    try {
      await this.#recorder.record(null, all);
      this.#waiting = [];
    } catch (error) {
      if (!isReanError(error, 'store.full')) throw error;
      this.#waiting = all.slice(-mostWaiting);
      this.#log.warn('maintenance.not-recorded', { reason: reasonOf(error), waiting: all.length });
    }
  }
}
