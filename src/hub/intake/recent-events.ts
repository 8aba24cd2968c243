import type { OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type { EventId } from '../../shared/ids.ts';

/** What comes in a second, the longest a folder waits under backlog ([FLD6]). */
const limit = 6000;

/** Events opened a moment ago, kept for the folder, which usually wants them at once. */
export class RecentEvents {
  readonly #events = new Map<EventId, OpenedEvent>();

  keep(event: OpenedEvent | null): void {
    if (event === null || event.envelope.learner === null) return;
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
