import type { SeatAct, SeatActKind, SeatActOf } from '../../shared/contracts/seat-order.ts';
import type { CommandId, StaffId } from '../../shared/ids.ts';
import type { KeptSeat } from './kept-seat.ts';

/** Which order it is, and whose. */
export interface ActOrder {
  readonly id: CommandId;
  readonly by: StaffId;
}

/** What an order makes of a seat: on the disk first, then done. */
interface Deed {
  readonly keep?: Partial<Pick<KeptSeat, 'lock'>>;
  readonly after?: () => Promise<void>;
}

type Acts = { readonly [Kind in SeatActKind]: (act: SeatActOf<Kind>, order: ActOrder) => Deed };

/** What a seat does when it is told to, by kind: a further kind has its line here. */
const acts: Acts = {
  lock: ({ message }, { id, by }) => ({ keep: { lock: { message, id, by } } }),
  unlock: () => ({ keep: { lock: null } }),
};

export function deedOf<Kind extends SeatActKind>(
  act: SeatAct & { readonly kind: Kind },
  order: ActOrder,
): Deed {
  const perform: (act: never, order: ActOrder) => Deed = acts[act.kind];
  return perform(act as never, order);
}
