import {
  EMPTY,
  Observable,
  combineLatest,
  distinctUntilChanged,
  map,
  scan,
  shareReplay,
  startWith,
  switchMap,
} from 'rxjs';
import { liveLostMs } from '../../shared/contracts/live-seat.ts';
import type { HubSeen } from '../../shared/contracts/hub-seen.ts';
import type { LiveAnswer, LiveReport } from '../../shared/contracts/live-seat.ts';
import type { Leaving } from '../../shared/contracts/seat-order.ts';
import { isReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Uplink } from '../uplink/uplink.ts';
import { pause } from './pause.ts';

/** A seat as it was last heard. */
export interface HeardSeat {
  /** Null for one that told and says nothing any more. */
  readonly report: LiveReport | null;
  /** When the report was made, as near as can be told, on this station's monotonic clock, ms. */
  readonly atMs: number;
  /** How far its clock is ahead of the hub's, ms; null where only a peer said so. */
  readonly offsetMs: number | null;
  /** How it went, where its last word was that it goes ([PWR2]). */
  readonly left: Leaving | null;
}

export type HeardSeats = ReadonlyMap<StationId, HeardSeat>;

export interface HeardSeatsParts {
  readonly uplink: Pick<Uplink, 'status$' | 'live'>;
  readonly clock: Clock;
}

/** After an answer that was none, ms; and after one of a hub that knows no such thing. */
const againMs = 1000;
const unheardMs = 60_000;

/** What the hub hears of seats, as it moves and while anybody looks; empty while it is away ([LIV2]). */
export function hubSeats$({ uplink, clock }: HeardSeatsParts): Observable<HeardSeats> {
  return uplink.status$.pipe(
    map(({ hubReachable }) => hubReachable),
    distinctUntilChanged(),
    switchMap((reachable) => (reachable ? followHub(uplink, clock) : EMPTY.pipe(startWith(none)))),
    // With the hub goes what it told, but not that a seat had gone before.
    scan((before, heard) => (heard.size === 0 ? goneOf(before) : heard), none),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}

const none: HeardSeats = new Map();

/** Of all that were heard, those whose last word was that they go ([PWR2]). */
export function goneOf(seats: HeardSeats): HeardSeats {
  const gone = [...seats].filter(([, { left }]) => left !== null);
  return new Map(gone.map(([station, seat]) => [station, { ...seat, report: null }]));
}

function followHub({ live }: Pick<Uplink, 'live'>, clock: Clock): Observable<HeardSeats> {
  return new Observable((heard) => {
    const dropped = new AbortController();
    const { signal } = dropped;
    const follow = async () => {
      let seats = none;
      let seen: HubSeen | null = null;
      heard.next(seats);
      while (!signal.aborted) {
        const answer: LiveAnswer | 'away' | null = await live.seats(seen, signal).catch(failed);
        if (signal.aborted) return;
        if (answer === 'away' || answer === null) {
          seats = none;
          seen = null;
          heard.next(seats);
          await pause(answer === null ? unheardMs : againMs, signal);
          continue;
        }
        const now = clock.monotonicMs();
        const moved = answer.seats.map(({ station, ageMs, report, offsetMs, left = null }) => {
          return [station, { report, atMs: now - ageMs, offsetMs, left }] as const;
        });
        // Of another run of the hub everything came anew: what it was not told of is not known.
        seats = new Map([...(seen?.hub === answer.hub ? seats : none), ...moved]);
        seen = { hub: answer.hub, number: answer.number };
        heard.next(seats);
      }
    };
    follow().catch((error: unknown) => heard.error(error));
    return () => dropped.abort();
  });
}

function failed(error: unknown): 'away' {
  if (isReanError(error)) return 'away';
  throw error;
}

/** What other stations said of their own seats while the hub was away, less what is too old ([LIV6]). */
export function peerSeats$(
  heard$: Observable<{ readonly station: StationId; readonly report: LiveReport | null }>,
  together$: Observable<ReadonlyMap<StationId, number>>,
  clock: Clock,
): Observable<HeardSeats> {
  const heard = new Map<StationId, HeardSeat>();
  const moved$ = heard$.pipe(
    map(({ station, report }) => {
      if (report === null) heard.delete(station);
      else heard.set(station, { report, atMs: clock.monotonicMs(), offsetMs: null, left: null });
    }),
    startWith(undefined),
  );
  return combineLatest([moved$, together$]).pipe(
    map(([, together]) => {
      const now = clock.monotonicMs();
      const fresh = [...heard].filter(
        ([station, { atMs }]) => together.has(station) && now - atMs <= liveLostMs,
      );
      return new Map(fresh);
    }),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
}
