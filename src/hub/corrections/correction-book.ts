import { inForce, noCorrections } from '../../domain/fold/corrections.ts';
import type { InForce } from '../../domain/fold/corrections.ts';
import type { Correction } from '../../shared/contracts/correction.ts';
import { isReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { openCorrection } from '../../sync/envelope/sealed-documents.ts';
import type { HubIndex, IndexWrite } from '../intake/hub-index.ts';
import { indexKeys } from '../intake/index-records.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Registry } from '../registry.ts';

export interface CorrectionBookOptions {
  readonly office: SiteOffice;
  readonly registry: Registry;
  readonly index: HubIndex;
  readonly log: Log;
}

/** Learners whose corrections are not what they were folded with, and what to note with it. */
export interface Recorrected {
  readonly learners: readonly LearnerId[];
  /** For the same atomic write as the mark that they have to be folded. */
  readonly writes: readonly IndexWrite[];
}

/** Every correction in the directory, opened: what the folder folds with ([COR2]). */
export class CorrectionBook {
  readonly #options: CorrectionBookOptions;
  #corrections = new Map<LearnerId, Correction[]>();
  #inForce = new Map<LearnerId, InForce>();

  private constructor(options: CorrectionBookOptions) {
    this.#options = options;
  }

  static async open(options: CorrectionBookOptions): Promise<CorrectionBook> {
    const book = new CorrectionBook(options);
    await book.#read();
    return book;
  }

  of(learner: LearnerId): readonly Correction[] {
    return this.#corrections.get(learner) ?? [];
  }

  inForce(learner: LearnerId): InForce {
    return this.#inForce.get(learner) ?? noCorrections;
  }

  /** Takes over what the directory holds by now. */
  async refresh(): Promise<Recorrected> {
    await this.#read();
    const { index } = this.#options;
    const learners: LearnerId[] = [];
    const writes: IndexWrite[] = [];
    for (const [learner, held] of this.#corrections) {
      // None is ever changed or taken away: how many there are says which.
      const [key, value] = [indexKeys.corrected(learner), String(held.length)];
      if ((await index.get(key)) === value) continue;
      learners.push(learner);
      writes.push({ type: 'put', key, value });
    }
    return { learners, writes };
  }

  async #read(): Promise<void> {
    const { office, registry, log } = this.#options;
    const corrections = new Map<LearnerId, Correction[]>();
    for (const document of await office.directory.all('correction:')) {
      const key = document.type === 'correction' ? registry.learnerKey(document.learner) : null;
      if (document.type !== 'correction' || key === null) continue;
      try {
        const held = corrections.get(document.learner) ?? [];
        corrections.set(document.learner, [...held, openCorrection(document, key)]);
      } catch (error) {
        if (!isReanError(error)) throw error;
        log.error('correction.not-opened', { id: document._id, code: error.code });
      }
    }
    this.#corrections = corrections;
    this.#inForce = new Map([...corrections].map(([learner, held]) => [learner, inForce(held)]));
  }
}
