import type { RecordingName } from '../../shared/contracts/recording-copy.ts';
import type { LearnerId } from '../../shared/ids.ts';

/** The hub, as far as sealed recordings go to it and come from it ([RAL6]). All reject with `hub.*`. */
export interface RecordingLine {
  /** What it holds of a learner; null where it knows no such learner. */
  of(learner: LearnerId, signal?: AbortSignal): Promise<readonly RecordingName[] | null>;
  /** False where it keeps none of that learner, or later ones took the place of this one. */
  bring(
    learner: LearnerId,
    name: RecordingName,
    sealed: string,
    signal?: AbortSignal,
  ): Promise<boolean>;
  /** As it was brought, to be checked; null where it isn't there. */
  file(learner: LearnerId, name: RecordingName, signal?: AbortSignal): Promise<string | null>;
}
