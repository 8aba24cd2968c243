import { catchError, defer, exhaustMap, of, shareReplay, startWith, timeout, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';

/** How often the hub is asked while a window looks at the room, ms. */
const everyMs = 2000;
/** A hub that takes longer can't be asked just now, ms. */
const patienceMs = 5000;

/**
 * What the hub says of its stations, asked again and again while anybody looks: null at first, so
 * that nobody waits for a slow hub to see the room, and while it can't be asked.
 */
export function presence$(ask: () => Promise<StationsAnswer>): Observable<StationsAnswer | null> {
  return timer(0, everyMs).pipe(
    exhaustMap(() =>
      defer(ask).pipe(
        timeout(patienceMs),
        catchError(() => of(null)),
      ),
    ),
    startWith(null),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}
