import { clashesAt, isRefused } from '../../domain/timetable/clashes.ts';
import type { Clash, Week } from '../../domain/timetable/clashes.ts';
import { dateAfter } from '../../domain/timetable/days.ts';
import type { Slot } from '../../domain/timetable/slots.ts';
import { keptEarlier } from '../../domain/timetable/week-on.ts';
import { waitKey } from '../../domain/timetable/waiting.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { confirmedWithinDays } from '../../shared/contracts/lab-attendance.ts';
import { mostSlots } from '../../shared/contracts/timetable.ts';
import type { SlotPlan, WaitTarget } from '../../shared/contracts/timetable.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CommandId, GroupId, LearnerId, StationId } from '../../shared/ids.ts';
import type { StaffAsker } from '../commands/staff-command.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { readWeek, slotDocuments } from './read-week.ts';

/** Changes of the lab's week. What was seen before is held against what is there now, in the office's turn ([TTB3]). */

interface SlotChange {
  readonly slot: CommandId | null;
  readonly expected: number | null;
  readonly plan: SlotPlan | null;
}

/** @throws ReanError `timetable.changed`, `timetable.clash`, `timetable.gone` */
export async function changeSlot(
  office: SiteOffice,
  { slot, expected, plan }: SlotChange,
  asker: StaffAsker,
): Promise<void> {
  const id = slot ?? asker.command.id;
  await office.record({
    type: 'timetable.slot-changed',
    ...asker,
    documents: async (hubSeq) => {
      const documents = await slotDocuments(office);
      const before = documents.find((each) => each.slot === id);
      demandExpected(before?.hubSeq, expected);
      if (slot !== null && (before === undefined || before.plan === null))
        throw new ReanError('timetable.gone');
      if (plan !== null) {
        const count = documents.filter((each) => each.plan !== null && each.slot !== id).length;
        if (count >= mostSlots) throw new ReanError('timetable.clash', { kind: 'too-many' });
        const week = await readWeek(office);
        demandFitting({ slot: id, ...plan }, week);
      }
      const earlier = keptEarlier(before?.plan ?? null, before?.earlier ?? [], keptFor(office));
      const said = { slot: id, by: asker.by, plan, earlier };
      return [{ _id: `slot:${id}`, type: 'slot', v: 1, hubSeq, ...said }];
    },
  });
}

interface SeatChange {
  readonly slot: CommandId;
  readonly learner: LearnerId;
  readonly seated: boolean;
  readonly station: StationId | null;
  readonly expected: number | null;
}

/**
 * Gives a learner a seat in a slot, or takes it back. Who has a seat waits no longer for one of the slot's
 * groups, or for one of their course ([TTB8]).
 * @param day of the lab
 * @throws ReanError `timetable.changed`, `timetable.clash`, `timetable.gone`
 */
export async function changeSeat(
  office: SiteOffice,
  { slot, learner, seated, station, expected }: SeatChange,
  day: string,
  asker: StaffAsker,
): Promise<void> {
  await office.record({
    type: 'timetable.seat-changed',
    ...asker,
    about: [learner],
    documents: async (hubSeq) => {
      const _id = `slot-seat:${learner}:${slot}` as const;
      const [before] = await office.directory.all(_id);
      demandExpected(before?.hubSeq, expected);
      const week = await readWeek(office);
      const at = week.slots.find((each) => each.slot === slot);
      if (at === undefined) throw new ReanError('timetable.gone');
      const known = before?.type === 'slot-seat' ? before : null;
      const earlier = keptEarlier(known?.seated ?? false, known?.earlier ?? [], keptFor(office));
      const said = { learner, slot, by: asker.by, earlier };
      const seat = { _id, type: 'slot-seat', v: 1, hubSeq, ...said } as const;
      if (!seated) return [{ ...seat, seated, station: null }];
      const others = week.seats.filter((each) => each.slot !== slot || each.learner !== learner);
      demandFitting(at, { ...week, seats: [...others, { slot, learner, station }] });
      if (station !== null && !week.usable.has(station)) {
        throw new ReanError('timetable.clash', { kind: 'seat-out', station });
      }
      const over = await waitsEnded(office, learner, at.groups);
      return [
        { ...seat, seated, station },
        ...over.map((each) => ({ ...each, hubSeq, until: { hubSeq, day } })),
      ];
    },
  });
}

/** For as long as somebody's attendance can be confirmed ([TTB12]). */
const keptFor = ({ labDate }: SiteOffice) => ({
  today: labDate,
  keepFrom: dateAfter(labDate, -confirmedWithinDays),
});

async function waitsEnded(
  { directory }: SiteOffice,
  learner: LearnerId,
  groups: readonly GroupId[],
): Promise<DirectoryDocumentOf<'waiting'>[]> {
  const all = await directory.all(`waiting:${learner}:`);
  return all.flatMap((each) => {
    if (each.type !== 'waiting' || each.until !== null) return [];
    return 'course' in each.for || groups.includes(each.for.group) ? [each] : [];
  });
}

/**
 * Puts a learner at the end of a row, or takes them off it; who is in it keeps their place.
 * @param day of the lab
 */
export async function changeWait(
  office: SiteOffice,
  asked: { readonly learner: LearnerId; readonly for: WaitTarget; readonly waits: boolean },
  day: string,
  asker: StaffAsker,
): Promise<void> {
  const { learner, waits } = asked;
  await office.record({
    type: 'timetable.wait-changed',
    ...asker,
    about: [learner],
    documents: async (hubSeq) => {
      const _id = `waiting:${learner}:${waitKey(asked.for)}` as const;
      const [before] = await office.directory.all(_id);
      const row = before?.type === 'waiting' && before.until === null ? before : null;
      if ((row !== null) === waits) return [];
      const now = { hubSeq, day };
      if (row !== null) return [{ ...row, hubSeq, until: now }];
      return [
        { _id, type: 'waiting', v: 1, hubSeq, learner, for: asked.for, since: now, until: null },
      ];
    },
  });
}

/** What a group is to get a week. @throws ReanError `timetable.changed`, `group.unknown` */
export async function setHours(
  office: SiteOffice,
  asked: { readonly group: GroupId; readonly minutes: number | null; expected: number | null },
  asker: StaffAsker,
): Promise<void> {
  const { group, minutes, expected } = asked;
  await office.record({
    type: 'timetable.hours-set',
    ...asker,
    documents: async (hubSeq) => {
      const _id = `group-hours:${group}` as const;
      const [before] = await office.directory.all(_id);
      demandExpected(before?.hubSeq, expected);
      const [known] = await office.directory.all(`group:${group}`);
      if (known === undefined) throw new ReanError('group.unknown', { group });
      return [{ _id, type: 'group-hours', v: 1, hubSeq, group, by: asker.by, minutes }];
    },
  });
}

/** Of two who change the same, the second is told, and nothing is overwritten ([TTB3]). */
function demandExpected(held: number | undefined, expected: number | null): void {
  if ((held ?? null) !== expected) throw new ReanError('timetable.changed');
}

function demandFitting(slot: Slot, week: Week): void {
  const [clash] = clashesAt(slot, week).filter(isRefused);
  if (clash !== undefined) throw new ReanError('timetable.clash', factsOf(clash));
}

/** Who it is about stays out of what is told and logged; the window finds it in its own week. */
function factsOf(clash: Clash) {
  const { kind } = clash;
  return 'other' in clash ? { kind, other: clash.other } : { kind };
}
