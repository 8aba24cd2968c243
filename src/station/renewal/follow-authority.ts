import { combineLatest, concatMap, distinctUntilChanged, from, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { Log } from '../../shared/ports.ts';
import type { Directory } from '../directory/directory.ts';
import { reasonOf } from '../failure-reason.ts';
import type { UplinkStatus } from '../uplink/uplink.ts';

interface Following {
  readonly directory$: Observable<Directory>;
  readonly status$: Observable<Pick<UplinkStatus, 'hubReachable'>>;
  readonly takeAuthority: (document: DirectoryDocumentOf<'authority'>) => Promise<void>;
  readonly log: Log;
}

/** Goes over to another authority as the directory says, and tells the hub of it ([IDN13]). */
export function followAuthority({
  directory$,
  status$,
  takeAuthority,
  log,
}: Following): Subscription {
  const document$ = directory$.pipe(
    map(({ authority }) => authority),
    distinctUntilChanged((a, b) => a?.hubSeq === b?.hubSeq),
  );
  const reachable$ = status$.pipe(
    map(({ hubReachable }) => hubReachable),
    distinctUntilChanged(),
  );
  const take = async (document: DirectoryDocumentOf<'authority'>) => {
    try {
      await takeAuthority(document);
    } catch (error) {
      // The hub is told when it comes back, and at the next start.
      log.warn('station.authority-not-taken', { reason: reasonOf(error) });
    }
  };
  return combineLatest([document$, reachable$])
    .pipe(concatMap(([document]) => (document === null ? from([]) : from(take(document)))))
    .subscribe();
}
