import type { SeatActKind } from '../../shared/contracts/seat-order.ts';
import type { CommandId } from '../../shared/ids.ts';
import { orderRules } from './order-rules.ts';

/** Where an order stands among those of a seat. */
export interface OrderStamp {
  readonly number: number;
  readonly rank: number;
  readonly id: CommandId;
}

export function stampOf(id: CommandId, number: number, kind: SeatActKind): OrderStamp {
  return { number, rank: orderRules[kind].rank, id };
}

/**
 * Whether one order comes after another ([ACT4]): by number, which grows past every one that is known where it is
 * given; of two that knew nothing of each other a lock holds, and of two of one rank the same one everywhere. No
 * clock takes part.
 */
export function comesAfter(order: OrderStamp, other: OrderStamp | null): boolean {
  if (other === null) return true;
  if (order.number !== other.number) return order.number > other.number;
  return order.rank === other.rank ? order.id > other.id : order.rank > other.rank;
}

/** A number further ahead than this was not counted up to: it would leave none for those who come after. */
const mostAhead = 100_000;

/** @param last the highest number known, 0 for none */
export function isCounted(number: number, last: number): boolean {
  return number <= last + mostAhead;
}
