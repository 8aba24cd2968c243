import { hubSeenQuerySchema } from '../../shared/contracts/hub-seen.ts';
import type { ServerResponse } from 'node:http';
import { filter, take } from 'rxjs';
import { readNewer } from '../../shared/contracts/read-newer.ts';
import { ordersAnswerSchema, ordersHoldMs } from '../../shared/contracts/seat-order.ts';
import type { StationId } from '../../shared/ids.ts';
import { members } from '../guard/queries.ts';
import { refuse } from '../guard/refusal.ts';
import type { Refusal } from '../guard/refusal.ts';
import type { RegisteredStation } from '../registry.ts';
import type { Timers } from '../timers.ts';
import type { HandedOrders } from './handed-orders.ts';

interface OrderAnswerOptions {
  readonly orders: HandedOrders;
  readonly commands: { readonly hubRun: string };
  readonly timers: Timers;
}

/** Hands seats what staff have them do, at once ([ACT2]). */
export class OrderAnswers {
  readonly #options: OrderAnswerOptions;

  constructor(options: OrderAnswerOptions) {
    this.#options = options;
  }

  async tell(
    { station, kind }: Pick<RegisteredStation, 'station' | 'kind'>,
    { query, response }: { readonly query: URLSearchParams; readonly response: ServerResponse },
  ): Promise<Refusal | object> {
    if (kind !== 'kiosk') return refuse.forbidden('Only kiosks have a seat.');
    const asked = readNewer(hubSeenQuerySchema, members(query));
    if (!asked.success) return refuse.badRequest('Orders are asked for with what was seen.');
    const { orders, commands } = this.#options;
    // Of another run of the hub nothing was seen; an order that comes twice is done once.
    const seen = asked.data.hub === commands.hubRun ? (asked.data.number ?? 0) : 0;
    if (orders.for(station, seen).length === 0) await this.#moved(station, response);
    return ordersAnswerSchema.parse({
      hub: commands.hubRun,
      number: orders.number,
      orders: orders.for(station, seen),
    });
  }

  /** Until there is one for this seat, or for a while; ends with its connection. */
  #moved(station: StationId, response: ServerResponse): Promise<void> {
    const { orders, timers } = this.#options;
    return new Promise((resolve) => {
      const finish = () => {
        moving.unsubscribe();
        cancel();
        response.off('close', finish);
        resolve();
      };
      const moving = orders.moved$
        .pipe(
          filter((seats) => seats.has(station)),
          take(1),
        )
        .subscribe(() => finish());
      const cancel = timers.after(ordersHoldMs, finish);
      response.once('close', finish);
    });
  }
}
