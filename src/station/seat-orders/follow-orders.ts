import { EMPTY, Observable, distinctUntilChanged, filter, map, switchMap } from 'rxjs';
import type { Subscription } from 'rxjs';
import { comesAfter, stampOf } from '../../domain/seat-orders/order-stamp.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import { seatOrderInputSchema } from '../../shared/contracts/seat-order.ts';
import type { HubSeen } from '../../shared/contracts/hub-seen.ts';
import type { CarriedOrder, OrdersAnswer } from '../../shared/contracts/seat-order.ts';
import { isReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { reasonOf } from '../failure-reason.ts';
import { pause } from '../live/pause.ts';
import type { Uplink } from '../uplink/uplink.ts';
import type { SeatOrders } from './seat-orders.ts';

export interface FollowOrdersParts {
  readonly station: StationId;
  readonly uplink: Pick<Uplink, 'status$' | 'orders'>;
  readonly directory$: Observable<Directory>;
  readonly orders: SeatOrders;
  readonly log: Log;
}

/** After an answer that was none, ms; and after one of a hub that knows no such thing. */
const againMs = 1000;
const unheardMs = 60_000;

/** Has the seat do what the hub hands it, and what lies in the directory for it ([ACT2], [ACT3]). */
export function followOrders(parts: FollowOrdersParts): Subscription {
  const { station, uplink, directory$, orders, log } = parts;
  const take = (carried: CarriedOrder) => {
    orders.take(carried, 'hub').catch((error: unknown) => {
      log.error('seat.order-failed', { reason: reasonOf(error) });
    });
  };
  const following = uplink.status$
    .pipe(
      map(({ hubReachable }) => hubReachable),
      distinctUntilChanged(),
      switchMap((reachable) => (reachable ? handed$(uplink) : EMPTY)),
    )
    .subscribe(take);
  following.add(
    directory$
      .pipe(
        map(({ seatOrders }) => seatOrders.get(station)),
        distinctUntilChanged((a, b) => a?.id === b?.id),
        filter((command) => command !== undefined && isNews(command, orders)),
      )
      .subscribe((command) => (command ? take({ command, ageMs: 0 }) : undefined)),
  );
  return following;
}

/** Whatever the seat has done since, or let go of by itself, lies there still. */
function isNews({ id, input }: SignedCommand, { lastLock, now }: SeatOrders): boolean {
  if (now.outcomes.some((outcome) => outcome.id === id)) return false;
  const order = seatOrderInputSchema.safeParse(input).data;
  return order === undefined || comesAfter(stampOf(id, order.number, order.act.kind), lastLock);
}

function handed$({ orders }: Pick<Uplink, 'orders'>): Observable<CarriedOrder> {
  return new Observable((handed) => {
    const dropped = new AbortController();
    const { signal } = dropped;
    const follow = async () => {
      let seen: HubSeen | null = null;
      while (!signal.aborted) {
        const answer: OrdersAnswer | 'away' | null = await orders
          .next(seen, signal)
          .catch(awayOrThrow);
        if (signal.aborted) return;
        if (answer === 'away' || answer === null) {
          await pause(answer === null ? unheardMs : againMs, signal);
          continue;
        }
        for (const each of answer.orders) handed.next(each);
        seen = { hub: answer.hub, number: answer.number };
      }
    };
    follow().catch((error: unknown) => handed.error(error));
    return () => dropped.abort();
  });
}

function awayOrThrow(error: unknown): 'away' {
  if (isReanError(error)) return 'away';
  throw error;
}
