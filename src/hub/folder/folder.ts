import { Subject } from 'rxjs';
import { ReanError, asReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Database, NewDocument } from '../../sync/store/storage.ts';
import type { Intake } from '../intake/intake.ts';
import type { Dirty } from '../intake/ledger.ts';
import type { LearnerFold } from './fold-learners.ts';

/** Learners put in one write. */
const flushSize = 50;

export interface FolderOptions {
  readonly intake: Intake;
  readonly fold: LearnerFold;
  readonly state: Database;
  readonly log: Log;
}

/**
 * Writes folded learners to `state`. The documents are put first and the marks taken away after, so
 * that a stop in between folds the same events once more, to the same state ([FLD4]).
 */
export class Folder {
  readonly #options: FolderOptions;
  /** Learners that could not be folded; tried again when something new comes in. */
  readonly #stuck = new Map<LearnerId, Dirty>();
  /** After every write to `state`: whose. */
  readonly moved$ = new Subject<readonly LearnerId[]>();

  constructor(options: FolderOptions) {
    this.#options = options;
  }

  /** Learners that could not be folded, and that still wait for it ([FLD10]). */
  get stuck(): number {
    const { ledger } = this.#options.intake;
    return [...this.#stuck].filter(([learner, dirty]) => ledger.dirty(learner) === dirty).length;
  }

  /** Folds up to `flushSize` dirty learners. Resolves to whether there are more. */
  async flush(): Promise<boolean> {
    const { intake } = this.#options;
    const seen = new Map<LearnerId, Dirty>();
    const documents = new Map<LearnerId, NewDocument>();
    for (const learner of this.#waiting().slice(0, flushSize)) {
      const dirty = intake.ledger.look(learner);
      if (dirty === null) continue;
      const document = await this.#fold(learner, dirty);
      if (document !== 'stuck') seen.set(learner, dirty);
      if (document !== 'stuck' && document !== null) documents.set(learner, document);
    }
    if (documents.size > 0) {
      await this.#write(documents);
      this.moved$.next([...documents.keys()]);
    }
    await intake.markFolded(seen);
    return this.#waiting().length > 0;
  }

  async #write(documents: ReadonlyMap<LearnerId, NewDocument>): Promise<void> {
    const { fold, state } = this.#options;
    try {
      const outcomes = await state.putMany([...documents.values()]);
      requireWritten(outcomes);
      for (const [place, learner] of [...documents.keys()].entries()) {
        const outcome = outcomes[place];
        if (outcome?.ok) fold.noteWritten(learner, outcome.rev);
      }
    } catch (error) {
      // Which of them are there is not known: they are read again.
      fold.forgetAll();
      throw error;
    }
  }

  #waiting(): readonly LearnerId[] {
    const { ledger } = this.#options.intake;
    return ledger.dirtyLearners().filter((each) => this.#stuck.get(each) !== ledger.dirty(each));
  }

  /** One learner's damaged events must not keep everybody else's from being folded. */
  async #fold(learner: LearnerId, dirty: Dirty): Promise<NewDocument | null | 'stuck'> {
    const { fold, intake, log } = this.#options;
    try {
      const document = await fold.fold(learner, intake.ledger.vector(), dirty.from);
      this.#stuck.delete(learner);
      return document;
    } catch (error) {
      const { code, facts } = asReanError(error);
      if (code.startsWith('store.')) throw error;
      log.error('fold.stuck', { learner, code, ...facts });
      this.#stuck.set(learner, dirty);
      return 'stuck';
    }
  }
}

function requireWritten(outcomes: Awaited<ReturnType<Database['putMany']>>): void {
  const conflict = outcomes.find(({ ok }) => !ok);
  if (conflict) throw new ReanError('store.conflict', { id: conflict.id });
}
