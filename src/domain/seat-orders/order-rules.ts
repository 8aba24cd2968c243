import type { SeatCommandType } from '../../shared/contracts/commands/seat-commands.ts';
import type { SeatActKind } from '../../shared/contracts/seat-order.ts';
import type { Action } from '../permissions.ts';

/**
 * Among which orders it has its place: locks and what opens them follow each other, and no word to a learner, say, takes
 * the place of a lock that has not come yet. A further kind may have a further one.
 */
type OrderSequence =
  | 'lock'
  | 'pause'
  | 'message'
  | 'sitting'
  | 'lesson'
  | 'time'
  | 'closing'
  | 'power'
  | 'expect';

/** What holds of every order of a kind ([ACT1]). */
interface OrderRule {
  /** The command that carries it. */
  readonly command: SeatCommandType;
  /** What the table of permissions calls it; one for all acts of a command. */
  readonly action: Action;
  readonly sequence: OrderSequence;
  /** How long it may be on its way, ms; null for what holds until another takes its place ([ACT3]). */
  readonly waitsMs: number | null;
  /** Of two with one number the higher rank holds ([ACT4]). */
  readonly rank: number;
}

const powering = { command: 'seat.power', action: 'seat.power', sequence: 'power' } as const;
const acting = { command: 'seat.order', action: 'seat.act' } as const;

/** A further kind has its line here, its shape in `seat-order.ts`, and what a seat does in `seat-acts.ts`. */
const rules = {
  lock: { ...acting, sequence: 'lock', waitsMs: null, rank: 2 },
  unlock: { ...acting, sequence: 'lock', waitsMs: null, rank: 1 },
  message: { ...acting, sequence: 'message', waitsMs: 60_000, rank: 1 },
  pause: { ...acting, sequence: 'pause', waitsMs: 30_000, rank: 2 },
  resume: { ...acting, sequence: 'pause', waitsMs: 60_000, rank: 1 },
  'end-sitting': { ...acting, sequence: 'sitting', waitsMs: 60_000, rank: 1 },
  expect: { ...acting, sequence: 'expect', waitsMs: 30_000, rank: 2 },
  unexpect: { ...acting, sequence: 'expect', waitsMs: 60_000, rank: 1 },
  'give-time': { ...acting, sequence: 'time', waitsMs: 60_000, rank: 1 },
  'start-lesson': { ...acting, sequence: 'lesson', waitsMs: 60_000, rank: 1 },
  close: { ...acting, sequence: 'closing', waitsMs: 60_000, rank: 2 },
  reopen: { ...acting, sequence: 'closing', waitsMs: 60_000, rank: 1 },
  // Sooner than a PC that was off has started: what was meant for the one before is not for it.
  restart: { ...powering, waitsMs: 20_000, rank: 1 },
  'power-off': { ...powering, waitsMs: 20_000, rank: 2 },
} as const satisfies Readonly<Record<SeatActKind, OrderRule>>;

export const orderRules: Readonly<Record<SeatActKind, OrderRule>> = rules;

/** Whether it is kept for seats that are off, until another order takes its place. */
export const lasts = (kind: SeatActKind): boolean => orderRules[kind].waitsMs === null;
