import { combineLatest, concatMap, distinctUntilChanged, from, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { Generation, StationId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { reasonOf } from '../failure-reason.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';

interface Following {
  readonly station: StationId;
  readonly directory$: Observable<
    Pick<Directory, 'generation'> & {
      readonly stations: ReadonlyMap<
        StationId,
        Pick<DirectoryDocumentOf<'station'>, 'renewal' | 'renewalFor'>
      >;
    }
  >;
  readonly status$: Observable<Pick<UplinkStatus, 'hubReachable'>>;
  /** Only where the directory says which of several PCs is asked; whether it is this one, the hub knows. */
  readonly renewsIfNamed?: boolean | undefined;
  /** False where it was done before. */
  readonly renew: (asked: number, generation: Generation) => Promise<boolean>;
  readonly log: Log;
}

/** An entry of the journal of the hub of this generation. */
interface Asked {
  readonly entry: number;
  readonly generation: Generation;
}

/** Makes other keys when the directory asks this station for them, as soon as the hub is there ([IDN12]). */
export function followRenewal({
  station,
  directory$,
  status$,
  renewsIfNamed = false,
  renew,
  log,
}: Following): Subscription {
  const asked$ = directory$.pipe(
    map(({ stations, generation }) => {
      const { renewal: entry, renewalFor } = stations.get(station) ?? {};
      const isMeant = !renewsIfNamed || renewalFor !== undefined;
      return entry === undefined || generation === null || !isMeant ? null : { entry, generation };
    }),
    distinctUntilChanged((a, b) => a?.entry === b?.entry && a?.generation === b?.generation),
  );
  const reachable$ = status$.pipe(
    map(({ hubReachable }) => hubReachable),
    distinctUntilChanged(),
  );
  const attempt = async ({ entry: asked, generation }: Asked) => {
    try {
      if (await renew(asked, generation)) log.info('station.rekeyed', { asked });
    } catch (error) {
      // The hub is asked again when it comes back, and at the next start.
      log.warn('station.not-rekeyed', { asked, reason: reasonOf(error) });
    }
  };
  return combineLatest([asked$, reachable$])
    .pipe(
      concatMap(([asked, reachable]) =>
        asked === null || !reachable ? from([]) : from(attempt(asked)),
      ),
    )
    .subscribe();
}
