import type { EventEnvelope, OpenedEvent } from '../shared/contracts/documents/event.ts';
import type { Order } from '../shared/contracts/documents/state.ts';

/**
 * The one order of events, the same everywhere: Lamport counter, then id, whose text sorts by
 * station, store, seq ([EVT3]). Never the wall clock.
 */
export function compareOrder(a: Order, b: Order): number {
  if (a.lamport !== b.lamport) return a.lamport - b.lamport;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** An event's place in the order. */
export function orderOf(envelope: Pick<EventEnvelope, 'lamport' | '_id'>): Order {
  return { lamport: envelope.lamport, id: envelope._id };
}

/** True when `order` comes after `last`, or when there was nothing before. */
export function isAfter(order: Order, last: Order | null): boolean {
  return last === null || compareOrder(order, last) > 0;
}

/** Each event once, in order: a set of events has one sequence, however it arrived. */
export function inOrder(events: Iterable<OpenedEvent>): OpenedEvent[] {
  const byId = new Map<string, OpenedEvent>();
  for (const event of events) byId.set(event.envelope._id, event);
  return [...byId.values()].sort((a, b) => compareOrder(orderOf(a.envelope), orderOf(b.envelope)));
}
