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
import type {
  Decided,
  DecisionAnswer,
  DecisionRequest,
  QuarantineItem,
  QuarantinePage,
} from '../../shared/contracts/quarantine.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import type { Uplink } from '../uplink/uplink.ts';
import { distinctView } from '../views/distinct-view.ts';

export interface HeldBackSources {
  readonly directory$: Observable<Directory>;
  readonly presence$: Observable<StationsAnswer | null>;
  readonly quarantine: Pick<Uplink, 'quarantine' | 'decide'>;
}

/** What the hub holds back, with the names this station knows; only ever asked of the hub ([SUP14]). */
export class HeldBack {
  readonly #sources: HeldBackSources;
  readonly #decided = new Subject<void>();

  constructor(sources: HeldBackSources) {
    this.#sources = sources;
  }

  /** Asked anew whenever the hub counts otherwise, or somebody has decided here. */
  view$(staff: StaffId, asked: HeldAsk): Observable<HeldView> {
    const { directory$, presence$, quarantine } = this.#sources;
    const counts$ = presence$.pipe(
      map((presence) => presence?.quarantined ?? null),
      distinctUntilChanged(),
    );
    const pages$ = merge(counts$, this.#decided).pipe(
      switchMap(() => from(readPages(quarantine, staff, asked)).pipe(catchError(() => of(null)))),
    );
    return combineLatest([directory$, pages$]).pipe(
      map(([directory, pages]) => pages && heldView(pages, directory)),
      distinctView(),
    );
  }

  async decide(decision: DecisionRequest): Promise<DecisionAnswer> {
    const answer = await this.#sources.quarantine.decide(decision);
    this.#decided.next();
    return answer;
  }
}

/** At most as many pages as are asked for. @throws ReanError `hub.*` */
async function readPages(
  quarantine: HeldBackSources['quarantine'],
  staff: StaffId,
  { pages, ...wanted }: HeldAsk,
): Promise<readonly QuarantinePage[]> {
  const read: QuarantinePage[] = [];
  for (let after: string | null = null; read.length < pages;) {
    const page: QuarantinePage = await quarantine.quarantine({
      staff,
      ...wanted,
      ...(after === null ? {} : { after }),
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
    if (by === 'recovery') return null;
    if (by !== 'console') return staff.get(by)?.name ?? null;
    return who === null ? null : { km: who };
  };
  return {
    ...told,
    stationName: (origin && stations.get(origin)?.name) ?? null,
    learnerName: (learner && learners.get(learner)?.name) ?? null,
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
