import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../shared/ports.ts';
import { hashToken } from '../office/stations.ts';
import type { RegisteredStation, Registry } from '../registry.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

const challenge = { 'WWW-Authenticate': 'Basic realm="Rean hub"', Connection: 'close' };
const nobodysHash = Buffer.alloc(32);

/**
 * Finds out which station asks, by HTTP Basic: station id and token ([IDN5]). An unknown station
 * takes as long as a wrong token, and is answered the same.
 */
export class Authenticator {
  readonly #registry: Registry;
  readonly #throttle: Throttle;

  constructor(registry: Registry, clock: Clock) {
    this.#registry = registry;
    this.#throttle = new Throttle(clock);
  }

  /** @param address of the other end, to count failures by */
  check(header: string | undefined, address: string): RegisteredStation | Refusal {
    const given = readBasic(header);
    const station = given === null ? null : this.#registry.station(given.user);
    const expected = station === null ? nobodysHash : Buffer.from(station.tokenHash, 'hex');
    const actual = Buffer.from(hashToken(given?.password ?? ''), 'hex');
    if (!timingSafeEqual(expected, actual) || station === null) return this.#refuse(address);
    if (station.disabled) return refuse.forbidden('This station is disabled at the hub.');
    return station;
  }

  #refuse(address: string): Refusal {
    const waitS = this.#throttle.failed(address);
    if (waitS === 0) return refuse.unauthorized('Station id or token is wrong.', challenge);
    return refuse.tooMany('Too many wrong tries from this address.', {
      'Retry-After': String(waitS),
      Connection: 'close',
    });
  }
}

const windowMs = 60_000;
const triesPerWindow = 20;
const mostAddresses = 10_000;

/**
 * Counts failures by address. Only failures are throttled: on a one-PC lab every station comes from
 * the same address, and one with a stale token must not lock the others out.
 */
class Throttle {
  readonly #clock: Clock;
  readonly #windows = new Map<string, { readonly from: number; tries: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Notes one more failure; the seconds to wait, or 0 while there are tries left. */
  failed(address: string): number {
    const now = this.#clock.monotonicMs();
    const held = this.#windows.get(address);
    const window = held && now - held.from < windowMs ? held : { from: now, tries: 0 };
    window.tries += 1;
    if (this.#windows.size >= mostAddresses) this.#windows.clear();
    this.#windows.set(address, window);
    if (window.tries <= triesPerWindow) return 0;
    return Math.ceil((window.from + windowMs - now) / 1000);
  }
}

function readBasic(header: string | undefined): { user: string; password: string } | null {
  const [, encoded] = /^basic ([A-Za-z0-9+/]{1,400}={0,2})$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return null;
  return { user: text.slice(0, colon), password: text.slice(colon + 1) };
}
