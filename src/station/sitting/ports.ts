import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { LearnerId, SittingId } from '../../shared/ids.ts';

/** Writes this station's own events. */
export interface Recorder {
  /**
   * Seals, signs and appends, all in one durable write. `learner` is null for events about nobody.
   * @throws ReanError `store.full`, `key.missing`, `store.closed`
   */
  record(
    learner: LearnerId | null,
    payloads: readonly EventPayload[],
  ): Promise<readonly OpenedEvent[]>;
}

/** The sitting now open, as kept on disk for the next start of the station. */
export interface SittingMark {
  readonly sitting: SittingId;
  readonly learner: LearnerId;
}

export interface SittingMarks {
  load(): Promise<SittingMark | null>;
  save(mark: SittingMark | null): Promise<void>;
}
