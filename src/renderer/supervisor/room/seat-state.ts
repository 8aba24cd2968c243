import type { SeatView } from '../../../shared/contracts/ipc/views.ts';

/** What a seat is, in the order an officer wants to know of it ([SUP3]). */
export const seatStates = [
  'help',
  'stuck',
  'idle',
  'working',
  'home',
  'free',
  'lost',
  'unknown',
] as const;
export type SeatState = (typeof seatStates)[number];

/**
 * The one state of a seat: a raised hand first; then a seat the hub doesn't hear from, since whatever
 * else is known of it is old; then who doesn't get on, whose seat nobody touches, and what is done
 * there. While the hub can't be asked, a taken seat
 * keeps the state it was last in ([SUP5]); an empty one may be free or off, which nobody knows
 * ([SUP10]).
 */
export function seatState({ sitting, inTouch }: SeatView): SeatState {
  if (sitting?.helpAsked === true) return 'help';
  if (inTouch === false) return 'lost';
  if (sitting === null) return inTouch === null ? 'unknown' : 'free';
  if (sitting.stuck !== null || (sitting.quiet !== null && sitting.quiet !== 'idle'))
    return 'stuck';
  if (sitting.quiet === 'idle') return 'idle';
  return sitting.lesson === null && !sitting.reviewing ? 'home' : 'working';
}

/** States that take the hub's word; without it nobody knows of them, not even that there are none. */
const hubsWord: readonly SeatState[] = ['free', 'lost'];

/** Named only where there are such seats: the rest of a calm room is said in few words. */
const seldom: readonly SeatState[] = ['stuck', 'idle', 'unknown'];

/**
 * How many seats are in each state, in the order of {@link seatStates}; every seat counts once
 * ([SUP4]). `stuck`, `idle` and `unknown` are among them only where there are such seats; free and lost are not while the
 * hub is away ([SUP10]).
 */
export function countStates(
  seats: readonly SeatView[],
): readonly { readonly state: SeatState; readonly count: number }[] {
  const states = seats.map(seatState);
  const away = seats.some(({ inTouch }) => inTouch === null);
  const unsaid = (state: SeatState) => seldom.includes(state) || (away && hubsWord.includes(state));
  return seatStates
    .map((state) => ({ state, count: states.filter((each) => each === state).length }))
    .filter(({ state, count }) => count > 0 || !unsaid(state));
}

/** Whether the hub hears from a seat: `never` since the hub started, `unknown` while it can't be asked ([SUP10]). */
export type Touch = 'in-touch' | 'lost' | 'never' | 'unknown';

export function touchOf({ inTouch, lastContactAgeMs }: SeatView): Touch {
  if (inTouch === null) return 'unknown';
  if (inTouch) return 'in-touch';
  return lastContactAgeMs === null ? 'never' : 'lost';
}

/** Records a seat holds that the hub does not have yet, as far as the hub can tell ([SUP13]). */
export function heldBack({ waiting }: SeatView): number {
  return waiting ?? 0;
}
