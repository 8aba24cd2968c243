import type { Observable } from 'rxjs';
import type { PeerCopies } from '../../sync/peer/peer-copies.ts';
import type { PeerStatus } from '../../sync/peer/peer-sync.ts';

/** The lab's other stations as the rest of the station needs them; the exchange is behind it. */
export interface LabPeers {
  readonly status$: Observable<PeerStatus>;
  /** What other stations recorded and the hub isn't known to hold. */
  readonly copies: Pick<PeerCopies, 'stores' | 'moves$' | 'get' | 'read' | 'setAside'>;
  /** Asks the peers now, where the hub is away; resolves once they have answered, or after this, ms. */
  refresh(atMostMs: number): Promise<void>;
  /** {@link refresh}, wherever the hub is. Whether any station has answered. */
  listen(atMostMs: number): Promise<boolean>;
  start(): void;
  stop(): Promise<void>;
}
