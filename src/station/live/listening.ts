import { distinctUntilChanged, map, startWith, switchMap, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { listenMs } from '../../shared/contracts/live-seat.ts';

/**
 * Whether it is too early to call a seat silent that nothing is heard of: from when somebody begins to look, and
 * anew from when seats are heard in another way, as the hub has gone or come back ([LIV8]).
 */
export function listening$(hubReachable$: Observable<boolean>): Observable<boolean> {
  return hubReachable$.pipe(
    distinctUntilChanged(),
    switchMap(() =>
      timer(listenMs).pipe(
        map(() => false),
        startWith(true),
      ),
    ),
  );
}
