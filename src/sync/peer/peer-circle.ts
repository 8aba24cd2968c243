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

/** A peer at one address. */
export interface PeerLine {
  readonly address: PeerAddress;
  readonly peer: Peer;
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
  /** By address: where two claim to be one station, its certificate tells which is. */
  readonly #members = new Map<string, Member>();

  constructor(options: PeerCircleOptions) {
    this.#options = options;
  }

  /** Whoever answered lately is kept, whatever is found or not found by now. */
  use(found: readonly PeerAddress[]): void {
    const addresses = new Map(found.map((address) => [keyOf(address), address]));
    for (const [key, { line, answeredAtMs }] of this.#members) {
      if (addresses.has(key) || this.#isRecent(answeredAtMs)) continue;
      line.close();
      this.#members.delete(key);
    }
    for (const [key, address] of addresses) {
      if (!this.#members.has(key)) this.#members.set(key, this.#member(address));
    }
  }

  /** Those to ask now: the site's own, each at one address, and none resting after a failure. */
  due(): readonly PeerLine[] {
    const now = this.#options.clock.monotonicMs();
    const known = new Map(
      [...this.#members.values()]
        .filter(({ answeredAtMs }) => this.#isRecent(answeredAtMs))
        .map((member) => [member.address.station, member]),
    );
    return [...this.#members.values()]
      .filter((member) => {
        const { station } = member.address;
        const better = known.get(station);
        const isBest = better === undefined || better === member || better.failures > 0;
        return isBest && member.restUntilMs <= now && this.#options.isPeer(station);
      })
      .map(({ address, line }) => ({ address, peer: line.peer }));
  }

  /** A station of the site at every address it is known by, whoever answered lately first. */
  linesTo(station: StationId): readonly PeerLine[] {
    if (!this.#options.isPeer(station)) return [];
    return [...this.#members.values()]
      .filter(({ address }) => address.station === station)
      .sort((a, b) => (b.answeredAtMs ?? -Infinity) - (a.answeredAtMs ?? -Infinity))
      .map(({ address, line }) => ({ address, peer: line.peer }));
  }

  answered({ address }: PeerLine, vector: PeerVector): void {
    const member = this.#members.get(keyOf(address));
    if (member === undefined) return;
    member.failures = 0;
    member.answeredAtMs = this.#options.clock.monotonicMs();
    member.vector = vector;
  }

  /** True at the first failure in a row. */
  failed({ address }: PeerLine): boolean {
    const member = this.#members.get(keyOf(address));
    if (member === undefined) return false;
    const { clock, pace } = this.#options;
    const restMs = Math.min(pace.restFirstMs * 2 ** member.failures, pace.restMostMs);
    member.failures = Math.min(member.failures + 1, 16);
    member.restUntilMs = clock.monotonicMs() + restMs;
    return member.failures === 1;
  }

  /** Ages of the last answers of those who answered lately, ms, by station. */
  together(): ReadonlyMap<StationId, number> {
    const now = this.#options.clock.monotonicMs();
    const ages = new Map<StationId, number>();
    for (const { address, answeredAtMs } of this.#members.values()) {
      if (answeredAtMs === null || !this.#isRecent(answeredAtMs)) continue;
      const age = now - answeredAtMs;
      ages.set(address.station, Math.min(age, ages.get(address.station) ?? age));
    }
    return ages;
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

  #isRecent(answeredAtMs: number | null): boolean {
    const { clock, pace } = this.#options;
    return answeredAtMs !== null && clock.monotonicMs() - answeredAtMs <= pace.togetherMs;
  }

  #member(address: PeerAddress): Member {
    const line = this.#options.connect(address);
    return { address, line, failures: 0, restUntilMs: 0, answeredAtMs: null, vector: null };
  }
}

function keyOf({ station, url }: PeerAddress): string {
  return `${station} ${url}`;
}
