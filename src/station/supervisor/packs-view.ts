import { catchError, combineLatest, defer, exhaustMap, map, of, timeout, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { PacksView } from '../../shared/contracts/ipc/packs-view.ts';
import type { PacksAnswer } from '../../shared/contracts/pack-api.ts';
import type { Directory } from '../directory/directory.ts';
import { distinctView } from '../views/distinct-view.ts';

/** How often the hub is asked while somebody looks, and how long it may take, ms. */
const everyMs = 2000;
const patienceMs = 5000;

/** Packs of hub and stations, by the directory's names; null while the hub can't be asked. */
export function packsView$(
  ask: () => Promise<PacksAnswer>,
  directory$: Observable<Directory>,
): Observable<PacksView | null> {
  const told$ = timer(0, everyMs).pipe(
    exhaustMap(() =>
      defer(ask).pipe(
        timeout(patienceMs),
        catchError(() => of(null)),
      ),
    ),
  );
  return combineLatest([told$, directory$]).pipe(
    map(([told, directory]) => told && viewOf(told, directory)),
    distinctView(),
  );
}

function viewOf({ hub, stations: told, room }: PacksAnswer, { stations }: Directory): PacksView {
  const packs = new Map(told.map((each) => [each.station, each.packs]));
  const inOrder = [...stations.values()]
    .filter(({ disabled }) => !disabled)
    .sort((a, b) => (a.kind === b.kind ? a.seat - b.seat : a.kind < b.kind ? -1 : 1));
  return {
    hub,
    room: room ?? null,
    stations: inOrder.map(({ station, name, kind }) => ({
      station,
      name,
      kind,
      packs: packs.get(station) ?? null,
    })),
  };
}
