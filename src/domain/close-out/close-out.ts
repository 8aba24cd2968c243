import type { SeatView } from '../../shared/contracts/ipc/views.ts';

/** How far the lab is with closing, out of what seats say of themselves: nothing of it is kept anywhere ([CLS1]). */

/**
 * - `open`: whoever comes can sit down there.
 * - `taken`: nobody new can, and somebody still sits there.
 * - `bringing`: nobody does, and records are on their way.
 * - `ready`: all it has is at the hub.
 * - `going`, `off`: as it was told.
 * - `awaited`: nothing is heard of it so far, and it is too early to call it silent.
 * - `missing`: nothing is heard of it.
 */
export const closingStates = [
  'open',
  'taken',
  'bringing',
  'ready',
  'going',
  'off',
  'awaited',
  'missing',
] as const;
export type ClosingState = (typeof closingStates)[number];

/** Of the seat, what this goes by. */
export type ClosingSeat = Pick<
  SeatView,
  'inTouch' | 'awaited' | 'waiting' | 'closing' | 'leaving' | 'sitting' | 'mayAct'
>;

/** @param obeyed whether it said that it goes off, to who brought it that while the hub was away */
export function closingState(seat: ClosingSeat, obeyed: boolean): ClosingState {
  const { inTouch, awaited, waiting, closing, leaving, sitting, mayAct } = seat;
  if (leaving?.to === 'power-off') return leaving.gone ? 'off' : 'going';
  if (inTouch !== true && obeyed) return 'off';
  if (inTouch !== true) return awaited ? 'awaited' : 'missing';
  if (!closing) return 'open';
  // Whoever is out of one's reach is not shown, and sits there all the same.
  if (sitting !== null || !mayAct) return 'taken';
  return (waiting ?? 0) > 0 ? 'bringing' : 'ready';
}

const unheard: readonly ClosingState[] = ['off', 'awaited', 'missing'];

/** Whether it tells of itself. */
export const isHeard = (state: ClosingState): boolean => !unheard.includes(state);

/** `off`: it answered that it goes, and is away. */
export type HubState = 'here' | 'away' | 'going' | 'off';

export const closingSteps = ['doors', 'sittings', 'answers', 'computers', 'hub', 'desk'] as const;
export type ClosingStep = (typeof closingSteps)[number];

/**
 * - `safe`: everything is off in order.
 * - `without-hub`: every seat is off, or not heard of; the hub was not there.
 * - `listening`: no seat is heard of; of some it is too early to call them silent.
 * - `on-the-way`: records are not at the hub.
 * - `all-here`: all that is known of is at the hub; PCs are still on.
 */
export type ClosingVerdict = 'safe' | 'without-hub' | 'listening' | 'on-the-way' | 'all-here';

export interface CloseOut {
  readonly counts: Readonly<Record<ClosingState, number>>;
  /** What comes next; null once all is done that can be done from here. */
  readonly next: ClosingStep | null;
  readonly verdict: ClosingVerdict;
  /** Records of seats that are on, and of this PC, that no receipt covers. */
  readonly waiting: number;
}

interface CloseOutSource {
  readonly seats: readonly { readonly state: ClosingState; readonly waiting: number | null }[];
  /** Records of this PC. */
  readonly own: number;
  readonly hub: HubState;
}

export function closeOut({ seats, own, hub }: CloseOutSource): CloseOut {
  const count = (state: ClosingState) => seats.filter((seat) => seat.state === state).length;
  const counts = Object.fromEntries(
    closingStates.map((state) => [state, count(state)]),
  ) as CloseOut['counts'];
  const waiting = seats
    .filter(({ state }) => isHeard(state))
    .reduce((sum, seat) => sum + (seat.waiting ?? 0), own);
  const next = nextStep(counts, hub);
  return { counts, next, verdict: verdictOf(counts, waiting, hub), waiting };
}

const stillOn = ({ open, taken, bringing, ready, going }: CloseOut['counts']) =>
  open + taken + bringing + ready + going;

function nextStep(counts: CloseOut['counts'], hub: HubState): ClosingStep | null {
  if (counts.open > 0) return 'doors';
  if (counts.taken > 0) return 'sittings';
  // Without the hub they stay where they are: there is nothing to wait for.
  if (counts.bringing > 0 && hub === 'here') return 'answers';
  if (stillOn(counts) > 0) return 'computers';
  // One that is on may speak yet.
  if (counts.awaited > 0) return null;
  if (hub === 'here') return 'hub';
  return hub === 'going' ? null : 'desk';
}

function verdictOf(counts: CloseOut['counts'], waiting: number, hub: HubState): ClosingVerdict {
  if ((hub === 'off' || hub === 'away') && stillOn(counts) === 0) {
    if (counts.awaited > 0) return 'listening';
    return hub === 'off' ? 'safe' : 'without-hub';
  }
  return waiting > 0 ? 'on-the-way' : 'all-here';
}
