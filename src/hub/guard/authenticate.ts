import type { Clock } from '../../shared/ports.ts';
import type { CertificateHolder } from '../../sync/transport/site-certificate.ts';
import type { RegisteredStation, Registry } from '../registry.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';

// HTTP wants a challenge named, and has no name for a client certificate.
const challenge = { 'WWW-Authenticate': 'Certificate realm="Rean hub"', Connection: 'close' };

/**
 * Finds out which station asks, by its certificate ([IDN6]): it is of this site, names the station,
 * and is the one the directory holds for it.
 */
export class Authenticator {
  readonly #registry: Registry;
  readonly #throttle: Throttle;

  constructor(registry: Registry, clock: Clock) {
    this.#registry = registry;
    this.#throttle = new Throttle(clock);
  }

  /**
   * @param caller whose certificate came with the request, if one of this site's did
   * @param address of the other end, to count failures by
   */
  check(caller: CertificateHolder | null, address: string): RegisteredStation | Refusal {
    if (caller?.role !== 'station') {
      return this.#refuse(
        'The hub serves none but stations, with a certificate of its site.',
        address,
      );
    }
    const station = this.#registry.caller(caller.station, caller.fingerprint);
    if (station === null) {
      return this.#refuse('This certificate is not the one registered for the station.', address);
    }
    if (station.disabled) return refuse.forbidden('This station is disabled at the hub.');
    return station;
  }

  /** Whether this is a station that may ask at all; where that isn't asked for, nobody's failure is counted. */
  knows(caller: CertificateHolder | null): boolean {
    if (caller?.role !== 'station') return false;
    const station = this.#registry.caller(caller.station, caller.fingerprint);
    return station !== null && !station.disabled;
  }

  /** Counts a request for which nobody needs a certificate; null while there are tries left. */
  checkStranger(address: string): Refusal | null {
    const waitS = this.#throttle.failed(address);
    return waitS === 0 ? null : tooMany(waitS);
  }

  #refuse(reason: string, address: string): Refusal {
    return this.checkStranger(address) ?? refuse.unauthorized(reason, challenge);
  }
}

function tooMany(waitS: number): Refusal {
  return refuse.tooMany('Too many requests without a right certificate from this address.', {
    'Retry-After': String(waitS),
    Connection: 'close',
  });
}

const windowMs = 60_000;
const triesPerWindow = 20;
const mostAddresses = 10_000;

/**
 * Counts failures by address. Only failures are throttled: on a one-PC lab every station comes from
 * the same address, and one with a stale certificate must not lock the others out.
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
