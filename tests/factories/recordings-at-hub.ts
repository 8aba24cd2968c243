import { keptRecordings } from '../../src/domain/recordings/kept-recordings.ts';
import type { RecordingName } from '../../src/shared/contracts/recording-copy.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import type { RecordingLine } from '../../src/station/recordings/recording-line.ts';

/** A hub's recordings without a hub: what several stations under test bring to one place, and get. */
export class RecordingsAtHub implements RecordingLine {
  readonly held = new Map<LearnerId, Map<RecordingName, string>>();
  /** Everything that was brought, in order, again and again. */
  readonly brought: RecordingName[] = [];
  /** What it answers instead, as long as it is there. */
  failure: ReanError | null = null;
  /** Whom it knows nothing of. */
  readonly unknown = new Set<LearnerId>();

  of(learner: LearnerId): Promise<readonly RecordingName[] | null> {
    return this.#answer(() => (this.unknown.has(learner) ? null : [...this.#of(learner).keys()]));
  }

  bring(learner: LearnerId, name: RecordingName, sealed: string): Promise<boolean> {
    return this.#answer(() => {
      this.brought.push(name);
      if (this.unknown.has(learner)) return false;
      const held = this.#of(learner).set(name, sealed);
      const kept = keptRecordings(held.keys());
      for (const each of held.keys()) if (!kept.includes(each)) held.delete(each);
      return kept.includes(name);
    });
  }

  file(learner: LearnerId, name: RecordingName): Promise<string | null> {
    return this.#answer(() => this.#of(learner).get(name) ?? null);
  }

  #of(learner: LearnerId): Map<RecordingName, string> {
    const held = this.held.get(learner) ?? new Map<RecordingName, string>();
    this.held.set(learner, held);
    return held;
  }

  async #answer<Answer>(work: () => Answer): Promise<Answer> {
    if (this.failure !== null) throw this.failure;
    return Promise.resolve(work());
  }
}
