import { Subject, filter, map } from 'rxjs';
import type { Observable } from 'rxjs';

/** Tells of writes to the hub's databases. The hub is their only writer, so it need not watch them. */
export class Moves {
  readonly #moved$ = new Subject<string>();

  /** Every write, by database. */
  get all$(): Observable<string> {
    return this.#moved$.asObservable();
  }

  in(database: string): Observable<void> {
    return this.#moved$.pipe(
      filter((moved) => moved === database),
      map(() => undefined),
    );
  }

  tell(database: string): void {
    this.#moved$.next(database);
  }
}
