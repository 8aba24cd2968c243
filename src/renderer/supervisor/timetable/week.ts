import type { Week } from '../../../domain/timetable/clashes.ts';
import type { SlotPlan } from '../../../shared/contracts/timetable.ts';
import type {
  TimetableView,
  WeekGroup,
  WeekSlot,
} from '../../../shared/contracts/ipc/timetable-view.ts';
import type { GroupId, Language } from '../../../shared/ids.ts';
import { shortWeekday } from '../../../shared/khmer/dates.ts';
import { formatSpan } from '../../../shared/khmer/times.ts';
import { inLanguage } from '../../i18n/language.tsx';

/** The week as it is held against itself: what is out of reach counts by its time and scope alone ([TTB4]). */
export function weekOfView({ slots, seats, groups, stations }: TimetableView): Week {
  const groupOf = new Map(seats.map(({ learner }) => [learner.learner, learner.group]));
  return {
    slots,
    seats: seats
      .filter(({ seated }) => seated)
      .map(({ slot, learner, station }) => ({ slot, learner: learner.learner, station })),
    groups: new Map(groups.map((each) => [each.group, each])),
    groupOf: (learner) => groupOf.get(learner) ?? null,
    usable: new Set(stations.flatMap(({ station, usable }) => (usable ? [station] : []))),
  };
}

/** When a slot is, in short: `ចន្ទ ៨:០០–១០:០០`. */
export function sayWhen(plan: Pick<SlotPlan, 'weekday' | 'begins' | 'ends'>, language: Language) {
  const { weekday, begins, ends } = plan;
  return `${shortWeekday(weekday, language)} ${formatSpan(begins, ends, language)}`;
}

export function sayGroups(
  ids: readonly GroupId[],
  groups: readonly WeekGroup[],
  language: Language,
) {
  return groups
    .filter(({ group }) => ids.includes(group))
    .map(({ name }) => inLanguage(name, language))
    .join(', ');
}

/** The times at which slots of the week begin, and the days: Monday to Friday, and others in use. */
export function gridOf(slots: readonly WeekSlot[]) {
  const begins = [...new Set(slots.map((slot) => slot.begins))].sort((a, b) => a - b);
  const used = new Set([1, 2, 3, 4, 5, ...slots.map(({ weekday }) => weekday)]);
  return { begins, weekdays: [...used].sort((a, b) => a - b) };
}

/** A slot's own groups, then all others: of hundreds nobody looks for those that are in it. */
export function ownFirst(
  groups: readonly WeekGroup[],
  own: readonly GroupId[],
): readonly WeekGroup[] {
  const isOwn = ({ group }: WeekGroup) => own.includes(group);
  return [...groups.filter(isOwn), ...groups.filter((each) => !isOwn(each))];
}
