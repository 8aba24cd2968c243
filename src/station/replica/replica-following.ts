import { NEVER, Subscription, catchError, switchMap, tap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Generation } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { Keys } from '../keyring/keys.ts';
import type { SummaryIndex } from '../learners/summary-index.ts';
import type { Database } from '../../sync/store/storage.ts';
import { followDatabase } from './follow-database.ts';
import type { Batch } from './follow-database.ts';
import type { Replica } from './replica.ts';
import { reasonOf } from '../failure-reason.ts';

interface Index {
  beginGeneration(generation: Generation): void;
  apply(batch: Batch): void;
  useKeys(keys: Keys | null): void;
  endLoading(): void;
}

/** What follows the hub's databases; `summaries` only where a supervisor looks at everybody. */
export interface Followers {
  readonly directory: DirectoryIndex;
  readonly summaries: SummaryIndex | null;
}

/** Keeps the indexes up with what is pulled and with the keys that open it. */
export function followReplica(
  replica$: Observable<Replica | null>,
  keys$: Observable<Keys | null>,
  { directory, summaries }: Followers,
  log: Log,
): Subscription {
  const following = new Subscription();
  const attach = (index: Index, databaseOf: (replica: Replica) => Database) => {
    following.add(keys$.subscribe((keys) => index.useKeys(keys)));
    following.add(
      replica$.pipe(switchMap((replica) => follow(index, replica, databaseOf))).subscribe(),
    );
  };
  const follow = (index: Index, replica: Replica | null, databaseOf: (r: Replica) => Database) => {
    if (replica === null) {
      index.endLoading();
      return NEVER;
    }
    index.beginGeneration(replica.generation);
    return followDatabase(databaseOf(replica)).pipe(
      tap((batch) => index.apply(batch)),
      catchError((error: unknown) => {
        // What was read last stays in sight; the replication machine mends or replaces the database.
        index.endLoading();
        log.error('replica.not-followed', { reason: reasonOf(error) });
        return NEVER;
      }),
    );
  };
  attach(directory, (replica) => replica.directory);
  if (summaries !== null) attach(summaries, (replica) => replica.state);
  return following;
}
