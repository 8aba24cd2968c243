import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError, isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import type { Recorder } from '../record/recorder.ts';
import { openKept } from './screen-keeper.ts';
import type { SittingMark } from './sitting-mark.ts';

export interface SittingEndsParts {
  readonly recorder: Recorder;
  readonly mark: LocalDocument<SittingMark>;
  readonly log: Log;
}

interface End {
  readonly learner: LearnerId;
  readonly payloads: readonly EventPayload[];
}

const noSitting: SittingMark = { v: 1, open: null };

/** Sees to it that every sitting that was started gets its end on record ([SIT3], [SIT4]). */
export class SittingEnds {
  readonly #parts: SittingEndsParts;
  /** An end that found no room on the disk. */
  #unrecorded: End | null = null;

  constructor(parts: SittingEndsParts) {
    this.#parts = parts;
  }

  /** Records an end, or keeps it for when there is room: a learner can always leave. */
  async record(end: End): Promise<void> {
    const { recorder, mark, log } = this.#parts;
    try {
      await recorder.record(end.learner, end.payloads);
      this.#unrecorded = null;
      await mark.save(noSitting);
    } catch (error) {
      // Their record was erased: there is no key any more, and nothing to write the end in.
      if (isReanError(error, 'key.missing')) return this.forget();
      if (!isReanError(error, 'store.full')) throw error;
      this.#unrecorded = end;
      log.warn('sitting.end-not-recorded', { code: error.code });
    }
  }

  /** Of an erased learner's sitting no end is recorded: nothing of them is. */
  async forget(): Promise<void> {
    this.#unrecorded = null;
    await this.#parts.mark.save(noSitting);
  }

  /** Before another sitting starts. @throws ReanError `store.full` while there is still no room */
  async settle(): Promise<void> {
    if (this.#unrecorded !== null) await this.record(this.#unrecorded);
    if (this.#unrecorded !== null) throw new ReanError('store.full');
  }

  /** Ends the sitting that was open when this station last stopped without saying so. */
  async endForgotten(keyOf: (learner: LearnerId) => SealingKey | null): Promise<void> {
    const open = (await this.#parts.mark.load())?.open ?? null;
    if (open === null) return;
    const { sitting, learner } = open;
    const key = keyOf(learner);
    if (key === null) return this.#parts.mark.save(noSitting);
    const kept = open.kept === undefined ? null : openKept(open, open.kept, key);
    const payloads: EventPayload[] = [
      ...(kept === null ? [] : [{ type: 'screen.kept', sitting, ...kept } as const]),
      { type: 'sitting.ended', sitting, reason: 'station-restarted' },
    ];
    await this.record({ learner, payloads });
  }
}
