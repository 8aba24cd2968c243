import type { OpenHelp } from '../../shared/contracts/documents/state.ts';
import type { EventId, LearnerId } from '../../shared/ids.ts';
import type { HeardCall } from './heard-calls.ts';

/** Something heard of, and when by this station's monotonic clock, ms; null where it was there before. */
interface Heard {
  readonly id: EventId;
  readonly atMs: number | null;
}

/** How long requests wait, and are seen to, by monotonic clocks alone ([HLQ6]). */
export class HelpTimes {
  readonly #heard = new Map<LearnerId, { readonly asked: Heard; readonly taken: Heard | null }>();

  /**
   * A learner's request as it is now; null where there is none.
   * @param fresh whether it moved just now; what is found at a start may be of any age
   */
  note(learner: LearnerId, open: OpenHelp | null, nowMs: number, fresh: boolean): void {
    if (open === null) {
      this.#heard.delete(learner);
      return;
    }
    const before = this.#heard.get(learner);
    const heard = (id: EventId, known: Heard | null | undefined): Heard =>
      known?.id === id ? known : { id, atMs: fresh ? nowMs : null };
    this.#heard.set(learner, {
      asked: heard(open.asked.id, before?.asked),
      taken: open.taker === null ? null : heard(open.last, before?.taken),
    });
  }

  /** The seat of a request says when it was made: earlier than it was heard of here, or not known here at all. */
  hear({ learner, id, atMs }: HeardCall): void {
    const known = this.#heard.get(learner);
    if (known?.asked.id !== id) return;
    const before = known.asked.atMs;
    if (before === null || atMs < before)
      this.#heard.set(learner, { ...known, asked: { id, atMs } });
  }

  /** Since the request was made, or this station heard of it; null where neither is known. */
  sinceAsked(learner: LearnerId, nowMs: number): number | null {
    return since(this.#heard.get(learner)?.asked, nowMs);
  }

  /** Since it heard that somebody comes. */
  sinceTaken(learner: LearnerId, nowMs: number): number | null {
    return since(this.#heard.get(learner)?.taken, nowMs);
  }
}

/** Whole milliseconds, as events say them. */
function since(heard: Heard | null | undefined, nowMs: number): number | null {
  const atMs = heard?.atMs ?? null;
  return atMs === null ? null : Math.max(0, Math.round(nowMs - atMs));
}
