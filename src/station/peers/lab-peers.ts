import type { Observable } from 'rxjs';
import type { LiveReport } from '../../shared/contracts/live-seat.ts';
import type { CarriedOrder, PeerOrderAnswer } from '../../shared/contracts/seat-order.ts';
import type { StationId } from '../../shared/ids.ts';
import type { PeerCopies } from '../../sync/peer/peer-copies.ts';
import type { TakenOrder } from '../../sync/peer/peer-desk.ts';
import type { PeerStatus } from '../../sync/peer/peer-sync.ts';

/** A peer's word on its own seat; null where it has none to say. */
export interface HeardReport {
  readonly station: StationId;
  readonly report: LiveReport | null;
}

/** The lab's other stations as the rest of the station needs them; the exchange is behind it. */
export interface LabPeers {
  readonly status$: Observable<PeerStatus>;
  /** What other stations recorded and the hub isn't known to hold. */
  readonly copies: Pick<PeerCopies, 'stores' | 'moves$' | 'get' | 'read' | 'setAside'>;
  /** Asks the peers now, where the hub is away; resolves once they have answered, or after this, ms. */
  refresh(atMostMs: number): Promise<void>;
  /** {@link refresh}, wherever the hub is. Whether any station has answered. */
  listen(atMostMs: number): Promise<boolean>;
  /** From now on supervisors that ask are told this of the seat here ([LIV6]). */
  tellSeat(report: () => LiveReport): void;
  /** From now on supervisors that bring an order are answered so ([ACT5]). */
  takeOrders(take: (carried: CarriedOrder) => Promise<TakenOrder>): void;
  /** Brings an order to another station's seat. Rejects with `hub.*` where that doesn't answer. */
  order(station: StationId, carried: CarriedOrder, signal: AbortSignal): Promise<PeerOrderAnswer>;
  /** At a supervisor's station: what other stations say of their seats while the hub is away. */
  readonly heard$: Observable<HeardReport>;
  start(): void;
  stop(): Promise<void>;
}
