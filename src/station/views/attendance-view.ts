import { attendanceFigures } from '../../domain/attendance/attendance-figures.ts';
import { dayPlan, expectedByPlan } from '../../domain/attendance/expected-by-plan.ts';
import type { DayPlan } from '../../domain/attendance/expected-by-plan.ts';
import { daySheet } from '../../domain/attendance/day-sheet.ts';
import type { SheetLine } from '../../domain/attendance/day-sheet.ts';
import type { PlacedMark } from '../../domain/attendance/standing-mark.ts';
import { dateAfter } from '../../domain/timetable/days.ts';
import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type {
  DirectoryDocumentOf,
  LearnerAccount,
} from '../../shared/contracts/documents/directory.ts';
import type {
  AttendanceAsk,
  AttendanceDayView,
  AttendanceLineView,
  AttendanceMonthView,
  AttendanceView,
} from '../../shared/contracts/ipc/attendance-view.ts';
import { confirmedWithinDays } from '../../shared/contracts/lab-attendance.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { LabNow } from '../../sync/replication/lab-clock.ts';
import type { Directory } from '../directory/directory.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { RecordedByDay } from './recorded-by-day.ts';

type Known = Pick<Directory, 'groups' | 'learners' | 'staff' | 'attendance' | 'timetable'>;
type Group = DirectoryDocumentOf<'group'>;

interface AttendanceSources {
  readonly directory: Known;
  readonly summaries: Pick<Summaries, 'all'>;
  /** The lab's date; null while it is not known. */
  readonly today: string | null;
  /** What o'clock it is, where that is sure. */
  readonly now: LabNow | null;
}

/**
 * Groups' sheets as somebody may see them ([ATT11]), each from what is recorded of its learners at this
 * moment and what officers said of it.
 */
export function attendanceView(
  sources: AttendanceSources,
  actor: Actor,
  asked: AttendanceAsk,
): AttendanceView {
  const { directory, today } = sources;
  const seen = inNameOrder(
    [...directory.groups.values()].filter((group) => sees(actor, group)),
    ({ name }) => name.km,
  );
  const sheets = new Sheets(sources);
  const groups = seen.map(({ group, name, symbol, scope = 'men' }) => ({
    group,
    name,
    symbol,
    scope,
    waiting: sheets.daysOf(group).filter((each) => each.waiting > 0 && isOver(each, today)).length,
  }));
  const chosen = groups.find(({ group }) => group === asked.group) ?? groups[0];
  if (chosen === undefined || today === null) return { today, groups, sheet: null, month: null };
  const { group } = chosen;
  const day = asked.day ?? today;
  return {
    today,
    groups,
    sheet: {
      group,
      day,
      days: [...sheets.daysOf(group)],
      lines: sheets.linesOf(group, day, asked.everybody),
    },
    month: asked.month === null ? null : sheets.monthOf(group, asked.month),
  };
}

const isOver = ({ day, toCome }: AttendanceDayView, today: string | null) =>
  !toCome && day !== today;

function sees(actor: Actor, { group, scope = 'men' }: Group): boolean {
  return may(actor, 'attendance.see', { groups: [group], scopes: [scope] });
}

/** The sheets of all groups, from the same records and words. */
class Sheets {
  readonly #directory: Known;
  readonly #recorded: RecordedByDay;
  readonly #today: string | null;
  readonly #now: LabNow | null;
  readonly #plans = new Map<string, DayPlan | null>();
  readonly #members = new Map<GroupId, LearnerAccount[]>();
  readonly #marks = new Map<string, ReadonlyMap<LearnerId, readonly PlacedMark[]>>();
  readonly #days = new Map<GroupId, readonly AttendanceDayView[]>();

  constructor({ directory, summaries, today, now }: AttendanceSources) {
    this.#directory = directory;
    this.#recorded = new RecordedByDay(summaries, directory.attendance.moved, today);
    this.#today = today;
    this.#now = now;
    for (const account of directory.learners.values()) {
      const members = this.#members.get(account.group);
      if (members === undefined) this.#members.set(account.group, [account]);
      else members.push(account);
    }
  }

  /** Today, then every day that has a sheet, newest first. */
  daysOf(group: GroupId): readonly AttendanceDayView[] {
    const known = this.#days.get(group);
    if (known !== undefined) return known;
    const made = this.#makeDays(group);
    this.#days.set(group, made);
    return made;
  }

  #makeDays(group: GroupId): readonly AttendanceDayView[] {
    const today = this.#today;
    if (today === null) return [];
    const first = dateAfter(today, -confirmedWithinDays);
    const recorded = this.#membersOf(group).flatMap(({ learner }) => this.#recordedDays(learner));
    const own = new Set([today, ...recorded.filter((day) => day >= first)]);
    const others = [...this.#recorded.daysOfLab].filter((day) => day >= first && !own.has(day));
    return [...own, ...others]
      .toSorted((a, b) => (a > b ? -1 : 1))
      .flatMap((day) => {
        const lines = this.#sheet(group, day, false);
        if (lines.length === 0 && !own.has(day)) return [];
        return {
          day,
          lines: lines.length,
          waiting: lines.filter(({ marks }) => marks.length === 0).length,
          differing: lines.filter(({ differs }) => differs).length,
          toCome: day > today,
        };
      });
  }

  linesOf(group: GroupId, day: string, everybody: boolean): AttendanceLineView[] {
    const lines = this.#sheet(group, day, everybody).flatMap((line) => this.#lineView(line));
    return inNameOrder(lines, ({ name }) => name.km);
  }

  /** Who was on a sheet of that month, with confirmed and proposed apart ([ATT7]). */
  monthOf(group: GroupId, month: string): AttendanceMonthView {
    const of = new Map<LearnerId, SheetLine[]>();
    for (const day of daysIn(month)) {
      for (const line of this.#sheet(group, day, false)) {
        of.set(line.learner, [...(of.get(line.learner) ?? []), line]);
      }
    }
    const rows = [...of].flatMap(([learner, lines]) => {
      const account = this.#directory.learners.get(learner);
      if (account === undefined) return [];
      return { learner, name: account.name, figures: attendanceFigures(lines) };
    });
    return { month, rows: inNameOrder(rows, ({ name }) => name.km) };
  }

  #sheet(group: GroupId, day: string, everybody: boolean): readonly SheetLine[] {
    const sources = {
      members: this.#membersOf(group),
      proposedOn: (learner: LearnerId) => this.#recorded.proposed(learner, day),
      marksOn: () => this.#marksOn(day),
    };
    const plan = this.#planOf(day);
    const expected = plan === null ? {} : { expected: expectedByPlan(group, plan) };
    return daySheet(group, day, { ...sources, ...expected }, everybody);
  }

  /** Whom the timetable had come on that day; null where nothing is planned, and of days to come. */
  #planOf(day: string): DayPlan | null {
    const known = this.#plans.get(day);
    if (known !== undefined) return known;
    const made = this.#makePlan(day);
    this.#plans.set(day, made);
    return made;
  }

  #makePlan(day: string): DayPlan | null {
    const today = this.#today;
    if (today === null || day > today) return null;
    const { timetable } = this.#directory;
    const { slots, seats } = timetable.weekOn(day, today);
    if (slots.length === 0) return null;
    const until = this.#now?.sure === true && this.#now.date === day ? this.#now.minute : null;
    const open = this.#recorded.daysOfLab.has(day);
    return dayPlan(day, { slots, seats, closed: timetable.closed, open, until });
  }

  #membersOf(group: GroupId): readonly LearnerAccount[] {
    return this.#members.get(group) ?? [];
  }

  #recordedDays(learner: LearnerId): readonly string[] {
    const said = this.#directory.attendance.of(learner).map(({ day }) => day);
    return [...this.#recorded.daysOf(learner), ...said];
  }

  #marksOn(day: string): ReadonlyMap<LearnerId, readonly PlacedMark[]> {
    const known = this.#marks.get(day) ?? this.#directory.attendance.on(day);
    this.#marks.set(day, known);
    return known;
  }

  /** Whoever's account is gone is named nowhere. */
  #lineView({ learner, proposed, marks, differs }: SheetLine): AttendanceLineView[] {
    const account = this.#directory.learners.get(learner);
    if (account === undefined) return [];
    const said = marks.map(({ word, proposed: then, by, on, why }) => {
      const byName = this.#directory.staff.get(by)?.name ?? null;
      return { word, proposed: then, by, byName, on, why };
    });
    return [{ learner, name: account.name, tile: account.tile, proposed, said, differs }];
  }
}

function daysIn(month: string): readonly string[] {
  const days = Array.from({ length: 31 }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`);
  return days.filter((day) => {
    const at = Date.parse(day);
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
  });
}
