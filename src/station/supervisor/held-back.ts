import {
  Subject,
  combineLatest,
  distinctUntilChanged,
  from,
  map,
  merge,
  of,
  switchMap,
} from 'rxjs';
import { catchError } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HeldAsk, HeldItem, HeldView } from '../../shared/contracts/ipc/held-views.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import { quarantineCommands } from '../../shared/contracts/commands/quarantine-commands.ts';
import type { Decided, QuarantineItem, QuarantinePage } from '../../shared/contracts/quarantine.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { distinctView } from '../views/distinct-view.ts';
import type { StaffSession } from './staff-session.ts';

export interface HeldBackSources {
  readonly directory$: Observable<Directory>;
  readonly presence$: Observable<StationsAnswer | null>;
}

/** Asks the hub in the name of who is signed in. */
type AskHub = Pick<StaffSession, 'command'>;

/** What the hub holds back, with the names this station knows; only ever asked of the hub ([SUP14]). */
export class HeldBack {
  readonly #sources: HeldBackSources;
  readonly #decided = new Subject<void>();

  constructor(sources: HeldBackSources) {
    this.#sources = sources;
  }

  /** Asked anew whenever the hub counts otherwise, or somebody has decided here. */
  view$(session: AskHub, asked: HeldAsk): Observable<HeldView> {
    const { directory$, presence$ } = this.#sources;
    const counts$ = presence$.pipe(
      map((presence) => presence?.quarantined ?? null),
      distinctUntilChanged(),
    );
    const pages$ = merge(counts$, this.#decided).pipe(
      switchMap(() => from(readPages(session, asked)).pipe(catchError(() => of(null)))),
    );
    return combineLatest([directory$, pages$]).pipe(
      map(([directory, pages]) => pages && heldView(pages, directory)),
      distinctView(),
    );
  }

  /** To be called once somebody here has decided. */
  noteDecided(): void {
    this.#decided.next();
  }
}

/** At most as many pages as are asked for. @throws ReanError `hub.*` */
async function readPages(
  session: AskHub,
  { pages, ...wanted }: HeldAsk,
): Promise<readonly QuarantinePage[]> {
  const read: QuarantinePage[] = [];
  for (let after: string | null = null; read.length < pages;) {
    const page: QuarantinePage = await session.command({
      contract: quarantineCommands['quarantine.list'],
      input: { ...wanted, after },
      reason: null,
    });
    read.push(page);
    after = page.next;
    if (after === null) break;
  }
  return read;
}

function heldView(pages: readonly QuarantinePage[], directory: Directory): HeldView {
  const last = pages.at(-1);
  const asked = new Map(
    pages.flatMap(({ items }) => items).map((item) => [item.content, item] as const),
  );
  const twins = pages.flatMap((page) => page.twins).map((item) => [item.content, item] as const);
  const all = new Map([...asked, ...twins]);
  return {
    items: [...all.values()].map((item) => heldItem(item, directory)),
    shown: asked.size,
    more: last !== undefined && last.next !== null,
    open: last?.open ?? 0,
    decided: last?.decided ?? 0,
    stations: [...directory.stations.values()].map(({ station, name }) => ({ station, name })),
  };
}

function heldItem(item: QuarantineItem, { stations, learners, staff }: Directory): HeldItem {
  const { origin, learner, carrier, decided, ...told } = item;
  const nameOf = ({ by, who }: Decided) => {
    if (by === 'recovery' || by === 'hub') return null;
    if (by !== 'console') return staff.get(by)?.name ?? null;
    const present = staffIdSchema.safeParse(who).data;
    if (present !== undefined) return staff.get(present)?.name ?? null;
    return who === null ? null : { km: who };
  };
  return {
    ...told,
    stationName: (origin && stations.get(origin)?.name) ?? null,
    learnerName: (learner && learners.get(learner)?.name) ?? null,
    ofLearner: learner !== null,
    carrier: carrier && {
      name: stations.get(carrier)?.name ?? null,
      isOrigin: carrier === origin,
    },
    decided: decided && {
      kind: decided.kind,
      reason: decided.reason,
      who: nameOf(decided),
      wallMs: decided.wallMs,
    },
  };
}
