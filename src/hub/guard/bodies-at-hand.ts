import type { IncomingMessage } from 'node:http';
import type { StationId } from '../../shared/ids.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

interface Limits {
  readonly station: number;
  readonly all: number;
}

/** Bytes. One station has the largest body there is at hand, and some small ones beside it. */
const usualLimits: Limits = { station: 40 * 1024 * 1024, all: 96 * 1024 * 1024 };
/** Of a body that does not say how long it is: no route reads more. */
const longest = 32 * 1024 * 1024;
/** Roughly what the hub takes to work off as much, s. */
const laterS = 5;

/** Bounds the bodies that are being read, wait for their turn or are worked on ([HUB10]). */
export class BodiesAtHand {
  readonly #limits: Limits;
  readonly #held = new Map<StationId, number>();
  #all = 0;

  /** @param limits bytes, other ones than usual */
  constructor(limits: Limits = usualLimits) {
    this.#limits = limits;
  }

  /** Does a request's work while its body counts. One that is too much is refused, and not read. */
  async while<Result>(
    request: Pick<IncomingMessage, 'headers'>,
    station: StationId,
    work: () => Promise<Result>,
  ): Promise<Result | Refusal> {
    const bytes = lengthOf(request);
    const held = this.#held.get(station) ?? 0;
    const { station: most, all } = this.#limits;
    const tooMany = held + bytes > most || this.#all + bytes > all;
    if (bytes > 0 && tooMany) return busy;
    this.#add(station, bytes);
    try {
      return await work();
    } finally {
      this.#add(station, -bytes);
    }
  }

  #add(station: StationId, bytes: number): void {
    const held = (this.#held.get(station) ?? 0) + bytes;
    this.#all += bytes;
    if (held === 0) this.#held.delete(station);
    else this.#held.set(station, held);
  }
}

const busy = refuse.unavailable('The hub has too much at hand. Keep it, and try later.', {
  'Retry-After': String(laterS),
});

/** What its body may come to at most, bytes. */
function lengthOf({ headers }: Pick<IncomingMessage, 'headers'>): number {
  if (headers['transfer-encoding'] !== undefined) return longest;
  return Math.min(Number(headers['content-length'] ?? 0), longest);
}
