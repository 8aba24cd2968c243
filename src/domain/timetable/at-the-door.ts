import type { ComesNext, OutsidePolicy } from '../../shared/contracts/timetable.ts';
import type { StationId } from '../../shared/ids.ts';
import { dateAfter } from './days.ts';
import { expectedNow } from './expected-now.ts';
import type { ExpectedFrom } from './expected-now.ts';
import { slotsOf, slotsOn } from './slots.ts';
import type { LabMoment, Member, Slot } from './slots.ts';

/** How early before their slot a learner counts as in it, minutes. */
const earlyMinutes = 10;
/** How far ahead one's next slot is looked for, days. */
const daysAhead = 14;

/** What a learner meets who signs in ([TTB9]): nothing, or when their slot is, let in or not. */
export type Door =
  | { readonly kind: 'open' }
  | { readonly kind: 'greet'; readonly next: ComesNext; readonly letIn: boolean };

/** What a kiosk knows when somebody signs in. */
export interface DoorQuestion extends ExpectedFrom {
  readonly member: Member;
  readonly policy: OutsidePolicy;
  /** Null where the day is not sure, or no time of day is known: then nobody is held up ([TTB10]). */
  readonly now: LabMoment | null;
  /** This seat, and all that can be sat on. */
  readonly station: StationId;
  readonly usable: ReadonlySet<StationId>;
}

const open: Door = { kind: 'open' };

export function atTheDoor(asked: DoorQuestion): Door {
  const { policy, now, member, slots, seats, closed } = asked;
  if (policy === 'none' || now === null) return open;
  const own = slotsOf(member, slots, seats);
  if (isInside(own, now, closed)) return open;
  const next = comesNext(own, now, closed);
  // Whoever has no slot to be sent to is sent nowhere.
  if (next === null) return open;
  return { kind: 'greet', next, letIn: policy === 'let-in' && isFree(asked, now) };
}

function isInside(own: readonly Slot[], { date, minute }: LabMoment, closed: ReadonlySet<string>) {
  return slotsOn(own, date, closed).some(
    ({ begins, ends }) => begins - earlyMinutes <= minute && minute < ends,
  );
}

function comesNext(
  own: readonly Slot[],
  { date, minute }: LabMoment,
  closed: ReadonlySet<string>,
): ComesNext | null {
  for (let inDays = 0; inDays <= daysAhead; inDays += 1) {
    const [next] = slotsOn(own, dateAfter(date, inDays), closed).filter(
      ({ begins }) => inDays > 0 || begins > minute,
    );
    if (next !== undefined) {
      const { weekday, begins, ends } = next;
      return { weekday, begins, ends, inDays };
    }
  }
  return null;
}

/** Whether a seat, and this one, is left over by those who are to be here now. */
function isFree(asked: DoorQuestion, now: LabMoment): boolean {
  const { station, usable } = asked;
  const due = expectedNow(asked, now);
  if (due.some((each) => each.station === station)) return false;
  return new Set(due.map(({ learner }) => learner)).size < usable.size;
}
