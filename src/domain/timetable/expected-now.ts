import type { CommandId, LearnerId, StationId } from '../../shared/ids.ts';
import { slotsOn } from './slots.ts';
import type { LabMoment, Member, Slot, SlotSeat } from './slots.ts';

/** Somebody who is to be in the lab, and on which seat; null for whichever is free. */
export interface Expected {
  readonly slot: CommandId;
  readonly learner: LearnerId;
  readonly station: StationId | null;
}

/** What says who is to be here: the week, own seats in it, closed days, and who is in which group. */
export interface ExpectedFrom {
  readonly slots: readonly Slot[];
  readonly seats: readonly SlotSeat[];
  readonly closed: ReadonlySet<string>;
  /** Those who may sign in. */
  readonly members: readonly Member[];
}

/** Who is to be here in one slot: its groups, and whoever has a place in it ([TTB5]). */
export function expectedIn(
  { slot, groups }: Slot,
  { seats, members }: Pick<ExpectedFrom, 'seats' | 'members'>,
): Expected[] {
  const own = new Map(
    seats.flatMap((seat) => (seat.slot === slot ? [[seat.learner, seat.station]] : [])),
  );
  const inGroups = new Set(groups);
  return members.flatMap(({ learner, group }) => {
    const station = own.get(learner);
    if (station === undefined && !inGroups.has(group)) return [];
    return [{ slot, learner, station: station ?? null }];
  });
}

/** The slots that run at a moment. */
export function slotsNow(
  { slots, closed }: Pick<ExpectedFrom, 'slots' | 'closed'>,
  { date, minute }: LabMoment,
): Slot[] {
  return slotsOn(slots, date, closed).filter(
    ({ begins, ends }) => begins <= minute && minute < ends,
  );
}

/** Who is to be in the lab at a moment ([TTB7]): nobody where no slot runs. */
export function expectedNow(from: ExpectedFrom, moment: LabMoment): Expected[] {
  return slotsNow(from, moment).flatMap((slot) => expectedIn(slot, from));
}
