import type { TryAnswer, TryRequest } from '../../shared/contracts/try-api.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Uplink } from '../uplink/uplink.ts';

/** The hub as it counts tries of the whole lab before they are checked ([SGN11]). */
export interface HubTries {
  /** Whether a try may be made now; null where the hub is away, or does not say in time. */
  begin(tried: Omit<TryRequest, 'step'>): Promise<TryAnswer | null>;
  /** It was right. Not waited for. */
  tellRight(tried: Omit<TryRequest, 'step'>, step: 'fits' | 'opens'): void;
}

/** A person waits no longer than this for the hub's word, ms. */
const atMostMs = 1500;

/** @param isReachable whether the hub answered lately: one that is away is not asked */
export function hubTries(
  uplink: Pick<Uplink, 'countTry'>,
  isReachable: () => boolean,
  log: Log,
): HubTries {
  return {
    async begin(tried) {
      if (!isReachable()) return null;
      try {
        return await uplink.countTry({ ...tried, step: 'begins' }, atMostMs);
      } catch (error) {
        log.warn('sign-in.try-not-told', { reason: reasonOf(error) });
        return null;
      }
    },
    tellRight(tried, step) {
      if (!isReachable()) return;
      uplink.countTry({ ...tried, step }, atMostMs).catch((error: unknown) => {
        log.warn('sign-in.try-not-told', { reason: reasonOf(error) });
      });
    },
  };
}
