import type { Observable, Subscription } from 'rxjs';
import { packFileRoots } from '../../shared/contracts/pack-files.ts';
import type { StationId } from '../../shared/ids.ts';
import type { PeerAddress } from '../../sync/peer/peer.ts';
import type { PeerStatus } from '../../sync/peer/peer-sync.ts';
import type { StreamTransport } from '../../sync/transport/transport.ts';
import { lineOrigin } from '../packs/line-origin.ts';
import type { PeerOrigin } from '../packs/pack-lines.ts';

export interface PeerLinesParts {
  readonly found$: Observable<readonly PeerAddress[]>;
  readonly status$: Observable<PeerStatus>;
  readonly connect: (address: PeerAddress) => StreamTransport;
}

/** Lines for packs to the stations that answer while the hub is away; the exchange has its own. */
export class PeerLines {
  readonly #connect: PeerLinesParts['connect'];
  readonly #lines = new Map<string, StreamTransport>();
  readonly #following: readonly Subscription[];
  #found: readonly PeerAddress[] = [];
  #together: ReadonlyMap<StationId, number> = new Map();

  constructor({ found$, status$, connect }: PeerLinesParts) {
    this.#connect = connect;
    this.#following = [
      found$.subscribe((found) => {
        this.#found = found;
      }),
      status$.subscribe(({ together }) => {
        this.#together = together;
      }),
    ];
  }

  /** Those that answered lately. */
  origins(): readonly PeerOrigin[] {
    return this.#found
      .filter(({ station }) => this.#together.has(station))
      .map((address) => ({
        station: address.station,
        origin: lineOrigin(this.#line(address), packFileRoots.peer),
      }));
  }

  close(): void {
    for (const each of this.#following) each.unsubscribe();
    for (const line of this.#lines.values()) line.close();
  }

  #line(address: PeerAddress): StreamTransport {
    const key = `${address.station} ${address.url}`;
    const line = this.#lines.get(key) ?? this.#connect(address);
    this.#lines.set(key, line);
    return line;
  }
}
