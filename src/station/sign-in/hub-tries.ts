import { distinctUntilChanged, filter } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { TryAnswer, TryRequest } from '../../shared/contracts/try-api.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Uplink, UplinkStatus } from '../uplink/uplink.ts';
import { isStaff } from './throttle.ts';

/**
 * Why there is no word of the hub: it is away, or older than counting tries; or it counts as there and
 * does not answer.
 */
export type HubSilence = 'away' | 'silent';

/** The hub as it counts tries of the whole lab before they are checked ([SGN11]). */
export interface HubTries {
  /** Whether a try may be made now; else why the hub does not say. */
  begin(tried: Omit<TryRequest, 'step'>): Promise<TryAnswer | HubSilence>;
  /** It was right. Not waited for; said again until the hub has heard it. */
  tellRight(tried: Omit<TryRequest, 'step'>, step: 'fits' | 'opens'): void;
  /** Lets go of what it follows. */
  close(): void;
}

/** A person waits no longer than this for the hub's word, ms. */
const atMostMs = 1500;
/** People of whom the hub has not heard yet that they were right; the oldest is forgotten first. */
const mostUnheard = 200;

/** The hub of a kiosk, which hears nothing from it of tries at staff's passphrases ([SGN12], [MNT3]). */
export function ofLearnersAlone(hub: Omit<HubTries, 'close'>): Omit<HubTries, 'close'> {
  return {
    begin: (tried) => (isStaff(tried.person) ? Promise.resolve('away') : hub.begin(tried)),
    tellRight: (tried, step) => {
      if (!isStaff(tried.person)) hub.tellRight(tried, step);
    },
  };
}

export interface HubTriesParts {
  readonly uplink: Pick<Uplink, 'countTry' | 'status$'>;
  readonly clock: Clock;
  readonly log: Log;
}

export function hubTries(parts: HubTriesParts): HubTries {
  return new ToldHub(parts);
}

/**
 * Whom the hub did not hear to be right it still counts, and would have wait: so that is kept, and
 * said before that person's next try and as soon as the hub answers again.
 */
class ToldHub implements HubTries {
  readonly #parts: HubTriesParts;
  readonly #unheard = new Map<string, TryRequest>();
  readonly #saying = new Map<TryRequest, Promise<boolean>>();
  readonly #following: Subscription;
  #reachable = false;

  constructor(parts: HubTriesParts) {
    this.#parts = parts;
    this.#following = parts.uplink.status$
      .pipe(
        distinctUntilChanged(isSameAnswer),
        filter((status) => this.#isThere(status)),
      )
      .subscribe(() => {
        for (const request of this.#unheard.values()) void this.#say(request);
      });
  }

  async begin(tried: Omit<TryRequest, 'step'>): Promise<TryAnswer | HubSilence> {
    // One that is away is not asked.
    if (!this.#reachable) return 'away';
    const sinceMs = this.#parts.clock.monotonicMs();
    const unheard = this.#unheard.get(tried.person);
    if (unheard !== undefined && !(await this.#say(unheard))) return 'silent';
    const leftMs = atMostMs - (this.#parts.clock.monotonicMs() - sinceMs);
    if (leftMs <= 0) return 'silent';
    try {
      return await this.#parts.uplink.countTry({ ...tried, step: 'begins' }, leftMs);
    } catch (error) {
      return this.#isAnswered(error) ? 'away' : 'silent';
    }
  }

  tellRight(tried: Omit<TryRequest, 'step'>, step: 'fits' | 'opens'): void {
    const request = { ...tried, step };
    this.#unheard.delete(tried.person);
    this.#unheard.set(tried.person, request);
    const [oldest] = this.#unheard.keys();
    if (this.#unheard.size > mostUnheard && oldest !== undefined) this.#unheard.delete(oldest);
    if (this.#reachable) void this.#say(request);
  }

  close(): void {
    this.#following.unsubscribe();
  }

  #isThere({ hubReachable }: UplinkStatus): boolean {
    this.#reachable = hubReachable;
    return hubReachable;
  }

  /** Whether the hub has heard it. Said once at a time. */
  #say(request: TryRequest): Promise<boolean> {
    const underWay = this.#saying.get(request);
    if (underWay !== undefined) return underWay;
    const said = this.#trySaying(request).finally(() => this.#saying.delete(request));
    this.#saying.set(request, said);
    return said;
  }

  async #trySaying(request: TryRequest): Promise<boolean> {
    try {
      await this.#parts.uplink.countTry(request, atMostMs);
    } catch (error) {
      if (!this.#isAnswered(error)) return false;
    }
    if (this.#unheard.get(request.person) === request) this.#unheard.delete(request.person);
    return true;
  }

  /** Whether a hub answered all the same, as one that knows no tries does: it will answer so again. */
  #isAnswered(error: unknown): boolean {
    this.#parts.log.warn('sign-in.try-not-told', { reason: reasonOf(error) });
    return !isReanError(error, 'hub.unreachable') && !isReanError(error, 'hub.timeout');
  }
}

/** A receipt is a sign of life, too: the hub may have hung without being away. */
function isSameAnswer(a: UplinkStatus, b: UplinkStatus): boolean {
  return a.hubReachable === b.hubReachable && a.receiptAtMs === b.receiptAtMs;
}
