import { catchError, defer, exhaustMap, of, share, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';

/** How often the hub is asked while a window looks at the room, ms. */
const everyMs = 2000;

/**
 * What the hub says of its stations, asked again and again while anybody looks; null while it can't
 * be asked. One question at a time, however slow the hub.
 */
export function presence$(ask: () => Promise<StationsAnswer>): Observable<StationsAnswer | null> {
  return timer(0, everyMs).pipe(
    exhaustMap(() => defer(ask).pipe(catchError(() => of(null)))),
    share(),
  );
}
