import { combineLatest, distinctUntilChanged, map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { EventId, LearnerId } from '../../shared/ids.ts';
import type { HeardSeat, HeardSeats } from '../live/heard-seats.ts';

/** A call for help, and when it was made as its own seat says: on this station's monotonic clock, ms. */
export interface HeardCall {
  readonly learner: LearnerId;
  readonly id: EventId;
  readonly atMs: number;
}

/** The calls that seats tell of, by way of the hub or by themselves, as others begin and end ([HLQ6]). */
export function heardCalls$(
  hubSeats$: Observable<HeardSeats>,
  peerSeats$: Observable<HeardSeats>,
): Observable<readonly HeardCall[]> {
  return combineLatest([hubSeats$, peerSeats$]).pipe(
    map((seats) => seats.flatMap((each) => [...each.values()].flatMap(callAt))),
    distinctUntilChanged((a, b) => a.map(idOf).join() === b.map(idOf).join()),
  );
}

const idOf = ({ id }: HeardCall) => id;

function callAt({ report, atMs }: HeardSeat): readonly HeardCall[] {
  const { learner, call } = report?.sitting ?? {};
  if (learner === undefined || call === undefined) return [];
  return [{ learner, id: call.id, atMs: atMs - call.ageMs }];
}
