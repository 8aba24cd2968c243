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
import type { HeldItem, HeldView } from '../../shared/contracts/ipc/held-views.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type {
  Decided,
  DecisionAnswer,
  DecisionRequest,
  QuarantineItem,
  QuarantineQuery,
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
  view$(staff: StaffId, state: QuarantineQuery['state']): Observable<HeldView> {
    const { directory$, presence$, quarantine } = this.#sources;
    const counts$ = presence$.pipe(
      map((presence) => presence?.quarantined ?? null),
      distinctUntilChanged(),
    );
    const page$ = merge(counts$, this.#decided).pipe(
      switchMap(() =>
        from(quarantine.quarantine({ staff, state })).pipe(catchError(() => of(null))),
      ),
    );
    return combineLatest([directory$, page$]).pipe(
      map(
        ([directory, page]) =>
          page && {
            items: page.items.map((item) => heldItem(item, directory)),
            open: page.open,
            decided: page.decided,
          },
      ),
      distinctView(),
    );
  }

  async decide(decision: DecisionRequest): Promise<DecisionAnswer> {
    const answer = await this.#sources.quarantine.decide(decision);
    this.#decided.next();
    return answer;
  }
}

function heldItem(item: QuarantineItem, { stations, learners, staff }: Directory): HeldItem {
  const { content, reason, event, type, origin, learner, recordedMs, wallMs, decided } = item;
  const nameOf = ({ by, who }: Decided) => {
    if (by === 'recovery') return null;
    if (by !== 'console') return staff.get(by)?.name ?? null;
    return who === null ? null : { km: who };
  };
  return {
    content,
    reason,
    event,
    type,
    stationName: (origin && stations.get(origin)?.name) ?? null,
    learnerName: (learner && learners.get(learner)?.name) ?? null,
    recordedMs,
    wallMs,
    decided: decided && {
      kind: decided.kind,
      reason: decided.reason,
      who: nameOf(decided),
      wallMs: decided.wallMs,
    },
  };
}
