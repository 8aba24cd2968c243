import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { EventId } from '../../shared/ids.ts';
import type { Verdict } from './verdict.ts';

/** What comes in a second, the longest a folder waits under backlog ([FLD6]). */
const limit = 6000;

/** Characters of a seal; longer events, which are few, are read again, or a second of them fills the memory. */
const longestSealed = 4096;

/** Events opened a moment ago, kept for the folder, which usually wants them at once. */
export class RecentEvents {
  readonly #events = new Map<EventId, OpenedEvent>();

  keep({ event, bound }: Verdict): void {
    if (event === null || event.envelope.learner === null) return;
    if (bound === null || bound.sealed.length > longestSealed) return;
    this.#events.set(event.envelope._id, event);
    if (this.#events.size <= limit) return;
    const [oldest] = this.#events.keys();
    if (oldest !== undefined) this.#events.delete(oldest);
  }

  /** Gives an event away, once. */
  take(id: EventId): OpenedEvent | null {
    const event = this.#events.get(id) ?? null;
    this.#events.delete(id);
    return event;
  }
}
