import { nodeDisk } from '../../content/disk/node-disk.ts';
import type { Log } from '../../shared/ports.ts';
import { findHubs } from '../../sync/enrolment/nearby/find-hubs.ts';
import { plantedHub } from './planted-hub.ts';

/** A hub that a person is offered at a first start. */
export interface OfferedHub {
  /** `https://host:port`. */
  readonly url: string;
  /** Planted on this PC when it was imaged; else it answered on the LAN. */
  readonly isPlanted: boolean;
  /** The site it says it is of; null where only its address is known. */
  readonly site: string | null;
}

export interface HubOffers {
  /** What there is to offer by now: the planted one first, then those that answered ([FBT1], [FBT2]). */
  now(): Promise<readonly OfferedHub[]>;
  close(): void;
}

/** More fill no screen. */
const mostOffered = 3;

/** Begins to look for hubs. @param planted absolute path of the image's site.json; null where there is none */
export function offerHubs(planted: string | null, log: Pick<Log, 'warn'>): HubOffers {
  const search = findHubs(log);
  return {
    now: async () => {
      const url = planted === null ? null : await plantedHub(planted, nodeDisk());
      return offersOf(url, search.found());
    },
    close: () => search.close(),
  };
}

/** One offer for each address, the planted first. Pure. */
export function offersOf(
  planted: string | null,
  found: readonly { readonly url: string; readonly site: string }[],
): readonly OfferedHub[] {
  const siteAt = (url: string) => found.find((each) => each.url === url)?.site ?? null;
  const others = found.filter(({ url }) => url !== planted);
  const first = planted === null ? [] : [{ url: planted, isPlanted: true, site: siteAt(planted) }];
  return [...first, ...others.map((each) => ({ ...each, isPlanted: false }))].slice(0, mostOffered);
}
