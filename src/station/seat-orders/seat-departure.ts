import { filter, firstValueFrom, race, timer } from 'rxjs';
import type { Leaving, OrderRefusal } from '../../shared/contracts/seat-order.ts';
import type { Log, Power } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Uplink } from '../uplink/uplink.ts';
import type { SeatMoments } from './seat-moments.ts';

export interface SeatDepartureParts {
  readonly moments: SeatMoments;
  readonly endSitting: () => Promise<void>;
  readonly uplink: Pick<Uplink, 'status$'>;
  /** Tells the hub how the seat is now; resolves once it heard, or can't be told. */
  readonly tell: () => Promise<void>;
  readonly power: Power;
  readonly log: Log;
}

/** How long what waits may take to the hub, and the last word, before the PC goes all the same, ms. */
const drainMs = 15_000;
const lastWordMs = 2000;

/** Has this seat's PC go in order: the sitting ends, what waits is brought to the hub, the seat says so and goes ([PWR2]). */
export class SeatDeparture {
  readonly #parts: SeatDepartureParts;
  #to: Leaving | null = null;
  #going: Promise<OrderRefusal | null> | null = null;

  constructor(parts: SeatDepartureParts) {
    this.#parts = parts;
  }

  /** Resolves with why the PC is still here. Told twice, the last holds. */
  leave(to: Leaving): Promise<OrderRefusal | null> {
    this.#to = to;
    this.#parts.moments.leave(to);
    this.#going ??= this.#go().finally(() => {
      this.#going = null;
    });
    return this.#going;
  }

  async #go(): Promise<OrderRefusal | null> {
    const { endSitting, uplink, tell, moments, power, log } = this.#parts;
    // With a full disk it goes on record at the next start ([SIT4]).
    await endSitting().catch((error: unknown) => {
      log.error('sitting.not-ended', { reason: reasonOf(error) });
    });
    const there$ = uplink.status$.pipe(
      filter(({ hubReachable, waiting }) => !hubReachable || waiting === 0),
    );
    await firstValueFrom(race(there$, timer(drainMs)));
    const to = this.#to ?? 'restart';
    moments.part(to);
    await Promise.race([tell(), firstValueFrom(timer(lastWordMs))]);
    log.info('seat.leaves', { to });
    const refused = await power.go(to);
    if (refused === null) return null;
    log.error('power.refused', { to, said: refused });
    moments.stay();
    return 'powerless';
  }
}
