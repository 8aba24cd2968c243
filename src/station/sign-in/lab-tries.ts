import type { Observable } from 'rxjs';
import { wrongTriesAt } from '../../domain/sign-in-tries.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { learnerNow } from '../learners/learner-now.ts';
import type { LiveLearnerSource } from '../learners/live-learner.ts';
import type { Recorder } from '../record/recorder.ts';

/** Wrong tries at a learner's sign-in, as stations tell each other of them ([SGN8]). */
export interface LabTries {
  /** Whose tries may have changed elsewhere; null for everybody's. */
  readonly moved$: Observable<LearnerId | null>;
  /** Wrong tries on record, of the whole lab as far as this station has heard. @throws ReanError `store.*` */
  recorded(target: TriesOf): Promise<number>;
  /** Has other stations asked what they recorded by now; not for long. Whether any has answered. */
  listen(): Promise<boolean>;
  /** @throws ReanError `store.full` and others of the recorder */
  record(target: TriesOf, tries: number): Promise<void>;
}

/** A learner, and which of their sign-ins. */
export interface TriesOf {
  readonly learner: LearnerId;
  /** The number of its verifier. */
  readonly secret: number;
}

export interface LabTriesParts extends Pick<LabTries, 'moved$' | 'listen'> {
  readonly learners: LiveLearnerSource;
  readonly recorder: Recorder;
}

export function labTries({ learners, recorder, moved$, listen }: LabTriesParts): LabTries {
  return {
    moved$,
    listen,
    async recorded({ learner, secret }) {
      return wrongTriesAt((await learnerNow(learner, learners)).wrongTries, secret);
    },
    async record({ learner, secret }, tries) {
      await recorder.record(learner, [{ type: 'sign-in.failed', secret, tries }]);
    },
  };
}
