import type { Actor } from '../../domain/permissions.ts';
import { expectedIn, slotsNow } from '../../domain/timetable/expected-now.ts';
import { gotMinutes, lastDays } from '../../domain/timetable/group-hours.ts';
import { inWeekOrder, slotsOn } from '../../domain/timetable/slots.ts';
import type { Member } from '../../domain/timetable/slots.ts';
import { inRow } from '../../domain/timetable/waiting.ts';
import type { RosterView, TimetableView } from '../../shared/contracts/ipc/timetable-view.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { GroupId, LearnerId, StationId } from '../../shared/ids.ts';
import type { LabNow } from '../../sync/replication/lab-clock.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import { seesGroup } from '../supervisor/within-reach.ts';

type People = Pick<Directory, 'learners'>;

/** Who may sign in, and their groups. */
export function membersOf({ learners }: People): Member[] {
  return [...learners.values()].filter(({ disabled }) => !disabled);
}

/** The kiosks of the lab that are not shut out. */
const kiosks = ({ stations }: Pick<Directory, 'stations'>) =>
  [...stations.values()].filter(({ kind, disabled }) => kind === 'kiosk' && !disabled);

/** Those of them that are in order ([TTB4]). */
export function usableSeats({
  stations,
  timetable,
}: Pick<Directory, 'stations' | 'timetable'>): ReadonlySet<StationId> {
  const seats = kiosks({ stations }).map(({ station }) => station);
  return new Set(seats.filter((station) => !timetable.outOfOrder.has(station)));
}

export interface TimetableSource {
  readonly directory: Directory;
  readonly summaries: ReadonlyMap<LearnerId, LearnerSummary>;
  readonly now: LabNow | null;
}

/**
 * The lab's week for who looks: all slots, as each takes the room; groups, and people by name, only within
 * their reach ([PRM5]).
 */
export function timetableView(source: TimetableSource, actor: Actor): TimetableView {
  const { directory, summaries, now } = source;
  const { timetable, learners, staff, stations } = directory;
  const sees = (group: GroupId) => seesGroup(actor, group, directory);
  const card = (learner: LearnerId) => {
    const account = learners.get(learner);
    return account === undefined || account.disabled || !sees(account.group)
      ? []
      : [learnerCard(account)];
  };
  return {
    now,
    lastDay: lastDayOf(summaries),
    slots: inWeekOrder(timetable.slots).map(({ groups, by, ...slot }) => {
      const seen = groups.filter(sees);
      const name = staff.get(by)?.name ?? null;
      return { ...slot, groups: seen, others: groups.length - seen.length, by: name };
    }),
    groups: weekGroups(source, actor),
    stations: kiosks({ stations })
      .map(({ station, name, seat }) => ({
        station,
        name,
        seat,
        usable: !timetable.outOfOrder.has(station),
      }))
      .toSorted((a, b) => a.seat - b.seat || (a.station < b.station ? -1 : 1)),
    seats: timetable.places.flatMap(({ slot, learner, station, seated, hubSeq }) =>
      card(learner).map((shown) => ({ slot, learner: shown, station, seated, hubSeq })),
    ),
    waiting: inRow(timetable.waiting).flatMap((each) =>
      card(each.learner).map((learner) => ({
        learner,
        for: each.for,
        since: each.since.day,
      })),
    ),
    policy: timetable.policy,
    closed: [...timetable.closed].toSorted(),
    expected: expectedHere(directory, now).flatMap(({ slot, learner, station }) =>
      card(learner).map((shown) => ({ slot, learner: shown, station })),
    ),
  };
}

function lastDayOf(summaries: TimetableSource['summaries']): string | null {
  let last: string | null = null;
  for (const { lastDay } of summaries.values()) {
    if (lastDay !== null && (last === null || lastDay > last)) last = lastDay;
  }
  return last;
}

/** Nobody, unless the day is sure. */
function expectedHere(directory: Directory, now: LabNow | null) {
  if (now === null || !now.sure) return [];
  const from = { ...directory.timetable, members: membersOf(directory) };
  return slotsNow(from, now).flatMap((slot) => expectedIn(slot, from));
}

function weekGroups({ directory, summaries, now }: TimetableSource, actor: Actor) {
  const { timetable } = directory;
  const members = membersByGroup(directory);
  const dates = now === null ? null : lastDays(now.date);
  const seen = [...directory.groups.values()].filter(({ group }) =>
    seesGroup(actor, group, directory),
  );
  return inNameOrder(seen, ({ name }) => name.km).map(({ group, name, symbol, scope = 'men' }) => {
    const hours = timetable.hours.get(group);
    const own = members.get(group) ?? [];
    const recorded = own.map((learner) => summaries.get(learner)?.recorded);
    return {
      group,
      name,
      symbol,
      scope,
      learners: own.length,
      quota: hours?.minutes ?? null,
      quotaSeq: hours?.hubSeq ?? null,
      got: dates && gotMinutes(recorded, dates),
    };
  });
}

function membersByGroup(people: People): ReadonlyMap<GroupId, LearnerId[]> {
  const by = new Map<GroupId, LearnerId[]>();
  for (const { learner, group } of membersOf(people)) {
    const known = by.get(group);
    if (known === undefined) by.set(group, [learner]);
    else known.push(learner);
  }
  return by;
}

/** Who comes when on a day: those within reach, by name ([TTB11]). */
export function rosterView(directory: Directory, actor: Actor, date: string): RosterView {
  const { timetable, groups, learners, stations } = directory;
  const members = membersOf(directory).filter(({ group }) => seesGroup(actor, group, directory));
  const slots = slotsOn(timetable.slots, date, timetable.closed).map((slot) => {
    const people = expectedIn(slot, { ...timetable, members }).flatMap(({ learner, station }) => {
      const account = learners.get(learner);
      const seat = station === null ? null : (stations.get(station)?.seat ?? null);
      return account === undefined ? [] : [{ learner: learnerCard(account), seat }];
    });
    const { weekday, begins, ends } = slot;
    return {
      slot: slot.slot,
      weekday,
      begins,
      ends,
      groups: slot.groups.flatMap((group) => {
        const known = groups.get(group);
        if (known === undefined || !seesGroup(actor, group, directory)) return [];
        return [{ name: known.name, symbol: known.symbol }];
      }),
      people: inNameOrder(people, ({ learner }) => learner.name.km),
    };
  });
  return { slots: slots.filter(({ people }) => people.length > 0) };
}
