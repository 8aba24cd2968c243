import { filter, interval, merge, take } from 'rxjs';
import type { Observable } from 'rxjs';
import { usualIdleTimes } from '../../shared/contracts/documents/directory.ts';
import type { Clock } from '../../shared/ports.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { Keys } from '../keyring/keys.ts';
import type { StaffHands } from './staff-hands.ts';

export interface SittingEndSources {
  /** The newest keys at once, then each keyring that comes. */
  readonly keys$: Observable<Keys | null>;
  readonly directory: DirectoryIndex;
  readonly clock: Clock;
}

const minuteMs = 60_000;
/** A window says that somebody is there within this; one that is alive signs out before the station does, ms. */
const graceMs = minuteMs;
const lookEveryMs = 15_000;

/**
 * Emits once, as soon as what somebody's passphrase opened at a window may stay open no longer: another
 * passphrase holds, the account is closed, or the window has said for too long that nobody is there, or nothing at all, as a hung
 * one does ([SGN5], [SUP17]).
 * @param signMs when somebody last touched the window, by the monotonic clock
 * @param quietMs how long it may be left alone; as the site says for a supervisor's window unless given
 */
export function sittingEnd$(
  { keys$, directory, clock }: SittingEndSources,
  { publicKey, staff }: StaffHands,
  signMs: () => number,
  quietMs?: number,
): Observable<unknown> {
  const otherKey$ = keys$.pipe(
    filter((keys) => {
      const held = keys?.staffVerifier(staff)?.signingKey;
      return held !== undefined && held !== publicKey;
    }),
  );
  const closed$ = directory.directory$.pipe(
    filter(({ staff: people }) => people.get(staff)?.disabled !== false),
  );
  const untouched$ = interval(lookEveryMs).pipe(
    filter(() => {
      const { askMinutes, endMinutes } = directory.directory.site?.idle ?? usualIdleTimes;
      const atMostMs = quietMs ?? (askMinutes + endMinutes) * minuteMs + graceMs;
      return clock.monotonicMs() - signMs() >= atMostMs;
    }),
  );
  return merge(otherKey$, closed$, untouched$).pipe(take(1));
}
