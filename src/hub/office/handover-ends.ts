import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { asReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Database } from '../../sync/store/storage.ts';
import type { Registry } from '../registry.ts';
import { endHandovers } from './learner-keys.ts';
import type { SiteOffice } from './site-office.ts';

export interface HandoverEndsParts {
  readonly office: SiteOffice;
  readonly registry: Registry;
  readonly state: Database;
  readonly log: Log;
}

/**
 * Takes handovers out of the keyring once their learners have used them ([SGN9]). Until then stations
 * go by the folded state, and by what they hear of each other.
 */
export class HandoverEnds {
  readonly #parts: HandoverEndsParts;
  /** Whose state was written since it was looked at; null for everybody's, at the start. */
  #written: Set<LearnerId> | null = null;

  constructor(parts: HandoverEndsParts) {
    this.#parts = parts;
  }

  noteWritten(learners: Iterable<LearnerId>): void {
    for (const learner of learners) this.#written?.add(learner);
  }

  /** To be called while the hub rests. Does not reject. */
  async look(): Promise<void> {
    const written = this.#written;
    if (written?.size === 0) return;
    this.#written = new Set();
    try {
      const over = await this.#over(written);
      if (over.size > 0) await endHandovers(this.#parts.office, over);
    } catch (error) {
      this.#written = null;
      this.#parts.log.warn('handover.not-ended', { code: asReanError(error).code });
    }
  }

  async #over(written: ReadonlySet<LearnerId> | null): Promise<ReadonlySet<string>> {
    const over = new Set<string>();
    for (const { learner, key, handover } of this.#parts.registry.keyring.learners) {
      if (!handover || written?.has(learner) === false) continue;
      if ((await this.#renewedOf(learner, key)).includes(handover.id)) over.add(handover.id);
    }
    return over;
  }

  /** One state that can't be opened keeps nobody else's handover. */
  async #renewedOf(learner: LearnerId, key: SealingKey): Promise<readonly string[]> {
    try {
      return await this.#renewed(learner, key);
    } catch (error) {
      const { code } = asReanError(error);
      if (code.startsWith('store.')) throw error;
      this.#parts.log.warn('handover.state-not-opened', { learner, code });
      return [];
    }
  }

  async #renewed(learner: LearnerId, key: SealingKey): Promise<readonly string[]> {
    const stored = await this.#parts.state.get(`learner:${learner}`);
    if (stored === null) return [];
    const { _rev, ...bare } = stored;
    const document = stateDocumentSchema.safeParse(bare);
    // A damaged one is folded anew when something of the learner's comes in.
    return document.success ? openLearnerState(document.data, key).renewed : [];
  }
}
