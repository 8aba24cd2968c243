import { closeOut, closingState } from '../../../../domain/close-out/close-out.ts';
import type { CloseOut, ClosingState, HubState } from '../../../../domain/close-out/close-out.ts';
import type { StationStatus } from '../../../../shared/contracts/ipc/status-views.ts';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { GivenOrder } from '../../../../shared/contracts/seat-order.ts';
import type { StationId } from '../../../../shared/ids.ts';
import { useStream } from '../../station.ts';

export interface SeatClosing {
  readonly seat: SeatView;
  readonly state: ClosingState;
}

export interface Closing extends CloseOut {
  readonly seats: readonly SeatClosing[];
  readonly hub: HubState;
  /** Records of this PC that wait. */
  readonly own: number;
}

/** How far the lab is with closing, by what seats and hub say ([CLS1]). */
export function useCloseOut(seatViews: readonly SeatView[], status: StationStatus): Closing {
  const given = useStream('orders', undefined).value ?? [];
  const told = useStream('hub-going', undefined).value ?? 'no';
  const { hubReachable, waiting: own } = status;
  const seats = seatViews.map((seat) => ({
    seat,
    state: closingState(seat, hasObeyed(given, seat.station)),
    waiting: seat.waiting,
  }));
  const hub = hubStateOf(told !== 'no', hubReachable);
  return {
    ...closeOut({ seats, own, hub }),
    seats,
    hub,
    own,
  };
}

function hubStateOf(told: boolean, reachable: boolean): HubState {
  if (reachable) return told ? 'going' : 'here';
  return told ? 'off' : 'away';
}

/** Whether it answered the last time that it was told to go off. */
function hasObeyed(given: readonly GivenOrder[], station: StationId): boolean {
  const order = given.find(
    ({ act, seats }) =>
      act.kind === 'power-off' && seats.some((standing) => standing.station === station),
  );
  return order?.seats.find((standing) => standing.station === station)?.state === 'applied';
}
