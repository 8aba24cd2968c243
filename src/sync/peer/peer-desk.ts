import type { LiveReport, PeerLive } from '../../shared/contracts/live-seat.ts';
import { peerLimits } from '../../shared/contracts/peer-api.ts';
import type { PeerAsk, PeerBatch, PeerVector, StoreKey } from '../../shared/contracts/peer-api.ts';
import type { CarriedOrder, PeerOrderAnswer } from '../../shared/contracts/seat-order.ts';
import type { SiteId, StationId } from '../../shared/ids.ts';
import type { Holdings } from './holdings.ts';

/** What came of an order, and how the seat is then. */
export type TakenOrder = Omit<PeerOrderAnswer, 'station'>;

export interface PeerDeskOptions {
  readonly site: SiteId;
  readonly station: StationId;
  readonly holdings: Holdings;
  /** What this station's seat does now; null where it has none. None is told where this is left out. */
  readonly seat?: () => LiveReport | null;
  /** What this seat makes of an order; null where there is no seat ([ACT5]). */
  readonly order?: (carried: CarriedOrder) => Promise<TakenOrder> | null;
}

/** What a station answers its peers: what it holds, and to supervisors what its seat does ([PER2]). */
export class PeerDesk {
  readonly #options: PeerDeskOptions;

  constructor(options: PeerDeskOptions) {
    this.#options = options;
  }

  vector(): PeerVector {
    const { site, station, holdings } = this.#options;
    return { v: 1, site, station, stores: Object.fromEntries(holdings.runs()) };
  }

  /** What this station's own seat does now. */
  live(): PeerLive {
    const { station, seat } = this.#options;
    return { station, report: seat?.() ?? null };
  }

  /** What comes of an order at this seat; null where there is none. */
  async order(carried: CarriedOrder): Promise<PeerOrderAnswer | null> {
    const { station, order } = this.#options;
    const taken = await (order?.(carried) ?? null);
    return taken && { station, ...taken };
  }

  /** As much of what is asked as fits into one answer. @throws ReanError `store.*` */
  async events({ from }: PeerAsk): Promise<PeerBatch> {
    const answer: PeerBatch['events'] = [];
    let characters = 0;
    for (const [key, after] of this.#known(from)) {
      const segment = this.#options.holdings.segment(key);
      const left = peerLimits.events - answer.length;
      if (segment === null || left <= 0) continue;
      for (const event of await this.#options.holdings.read(key, after, left)) {
        characters += JSON.stringify(event).length;
        if (characters > peerLimits.characters && answer.length > 0) return { events: answer };
        answer.push({ segment, event });
      }
    }
    return { events: answer };
  }

  #known(from: PeerAsk['from']): readonly (readonly [StoreKey, number])[] {
    const runs = this.#options.holdings.runs();
    return [...runs.keys()].flatMap((key) => {
      const after = from[key];
      return after === undefined ? [] : [[key, after] as const];
    });
  }
}
