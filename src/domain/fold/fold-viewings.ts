import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { Order, Viewings } from '../../shared/contracts/documents/state.ts';
import { isAfter } from '../order.ts';

/**
 * Films watched with a group, with one event more: of each viewing the last word counts, so that what is
 * sent twice counts once and a correction stands ([GRP5]).
 */
export function viewingsAfter(viewings: Viewings, payload: EventPayload, order: Order): Viewings {
  if (payload.type !== 'viewing.attended') return viewings;
  const { type: _type, ...attendance } = payload;
  const before = viewings[attendance.viewing];
  if (before !== undefined && !isAfter(order, before.touched)) return viewings;
  return { ...viewings, [attendance.viewing]: { ...attendance, touched: order } };
}
