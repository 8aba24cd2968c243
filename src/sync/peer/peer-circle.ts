import type { PeerVector, StoreKey } from '../../shared/contracts/peer-api.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Peer, PeerAddress } from './peer.ts';
import type { PeerPace } from './peer-pace.ts';

export interface PeerCircleOptions {
  readonly connect: (address: PeerAddress) => { readonly peer: Peer; close(): void };
  readonly isPeer: (station: StationId) => boolean;
  readonly clock: Clock;
  readonly pace: PeerPace;
}

interface Member {
  readonly address: PeerAddress;
  readonly line: { readonly peer: Peer; close(): void };
  failures: number;
  restUntilMs: number;
  answeredAtMs: number | null;
  vector: PeerVector | null;
}

/** The stations now found on the LAN, and how each has answered. */
export class PeerCircle {
  readonly #options: PeerCircleOptions;
  readonly #members = new Map<StationId, Member>();

  constructor(options: PeerCircleOptions) {
    this.#options = options;
  }

  /** Whoever is found at the same address as before is kept as known. */
  use(found: readonly PeerAddress[]): void {
    const addresses = new Map(found.map((address) => [address.station, address]));
    for (const [station, { address, line }] of this.#members) {
      if (addresses.get(station)?.url === address.url) continue;
      line.close();
      this.#members.delete(station);
    }
    for (const [station, address] of addresses) {
      if (!this.#members.has(station)) this.#members.set(station, this.#member(address));
    }
  }

  /** Those to ask now: the site's own, and not resting after a failure. */
  due(): readonly Peer[] {
    const now = this.#options.clock.monotonicMs();
    return [...this.#members.values()]
      .filter(({ address, restUntilMs }) => {
        return restUntilMs <= now && this.#options.isPeer(address.station);
      })
      .map(({ line }) => line.peer);
  }

  answered({ station }: Peer, vector: PeerVector): void {
    const member = this.#members.get(station);
    if (member === undefined) return;
    member.failures = 0;
    member.answeredAtMs = this.#options.clock.monotonicMs();
    member.vector = vector;
  }

  /** True at the first failure in a row. */
  failed({ station }: Peer): boolean {
    const member = this.#members.get(station);
    if (member === undefined) return false;
    const { clock, pace } = this.#options;
    const restMs = Math.min(pace.restFirstMs * 2 ** member.failures, pace.restMostMs);
    member.failures = Math.min(member.failures + 1, 16);
    member.restUntilMs = clock.monotonicMs() + restMs;
    return member.failures === 1;
  }

  /** Ages of the last answers of those who answered lately, ms, by station. */
  together(): ReadonlyMap<StationId, number> {
    const { clock, pace } = this.#options;
    const now = clock.monotonicMs();
    const ages = [...this.#members].flatMap(([station, { answeredAtMs }]) =>
      answeredAtMs === null ? [] : [[station, now - answeredAtMs] as const],
    );
    return new Map(ages.filter(([, age]) => age <= pace.togetherMs));
  }

  /** How far any peer has told to hold a store from its beginning on. */
  heldElsewhere(key: StoreKey, from: number): number {
    const runs = [...this.#members.values()].flatMap(({ vector }) => vector?.stores[key] ?? []);
    return runs
      .filter(({ after }) => after <= from)
      .reduce((most, { upTo }) => Math.max(most, upTo), 0);
  }

  close(): void {
    for (const { line } of this.#members.values()) line.close();
    this.#members.clear();
  }

  #member(address: PeerAddress): Member {
    const line = this.#options.connect(address);
    return { address, line, failures: 0, restUntilMs: 0, answeredAtMs: null, vector: null };
  }
}
