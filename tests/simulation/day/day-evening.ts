import type { AttendanceView } from '../../../src/shared/contracts/ipc/attendance-view.ts';
import type { Report, ReportKind } from '../../../src/shared/contracts/ipc/report-views.ts';
import { InvariantBroken } from '../invariant-broken.ts';
import type { DayLab } from './day-lab.ts';
import { today } from './day-plan.ts';
import type { DayModel } from './day-model.ts';
import type { Person } from './day-person.ts';
import { nameOf } from './day-site.ts';
import type { DayOffice } from './day-office.ts';

/** What staff see of the day once it is over, and confirm, beside what the model has of it. */
export class DayEvening {
  readonly #lab: DayLab;
  readonly #model: DayModel;
  readonly #office: DayOffice;

  constructor(lab: DayLab, model: DayModel, office: DayOffice) {
    this.#lab = lab;
    this.#model = model;
    this.#office = office;
  }

  async goThrough(): Promise<void> {
    for (const [group] of this.#model.plan.groups.entries()) await this.#attendance(group);
    await this.#fairHours();
    await this.#helpFigures();
    await this.hours();
    await this.progress();
  }

  /** A group's sheet of today ([ATT1], [ATT4]): what is proposed, and then what was confirmed. */
  async #attendance(group: number): Promise<void> {
    const id = this.#lab.people.groups[group] ?? null;
    const expected = this.#sheetOf(group);
    const sheet$ = this.#lab.window.observe('attendance', {
      group: id,
      day: today,
      everybody: false,
      month: null,
    });
    const linesOf = ({ sheet }: AttendanceView) =>
      (sheet?.lines ?? [])
        .map(({ learner, proposed }) => ({ learner, ...proposed }))
        .sort(byLearner);
    const isRight = (view: AttendanceView) => same(linesOf(view), expected);
    await this.#office.sees(
      sheet$,
      isRight,
      `the sheet of group ${group}: ${JSON.stringify(expected)}`,
    );
    if (expected.length === 0) return;
    const lines = expected.map(({ learner, ...proposed }) => ({
      learner,
      proposed,
      word: proposed.there ? proposed : { there: false, absence: 'unexplained' },
    }));
    await this.#office.command('attendance.confirm', { group: id, day: today, lines });
    const isConfirmed = ({ sheet }: AttendanceView) =>
      sheet !== null &&
      sheet.lines.length === lines.length &&
      sheet.lines.every(({ said, differs }) => said.length === 1 && !differs);
    await this.#office.sees(sheet$, isConfirmed, `the confirmed sheet of group ${group}`);
  }

  #sheetOf(group: number) {
    const { slots } = this.#model.plan;
    const isPlanned = slots.some(({ groups }) => groups.includes(group));
    const isToday = slots.some(({ weekday, groups }) => weekday === 1 && groups.includes(group));
    const members = this.#model.of(group);
    const anybody = members.some(({ sittings }) => sittings > 0);
    return members
      .filter(({ number, sittings }) => {
        const isOwn = this.#model.ownSeat?.who === number;
        return sittings > 0 || isOwn || isToday || (!isPlanned && anybody);
      })
      .map((person) => ({
        learner: this.#lab.learner(person.number),
        ...this.#model.timeHere(person),
      }))
      .sort(byLearner);
  }

  /** Minutes that each of a group got, on average ([TTB6]). */
  async #fairHours(): Promise<void> {
    const expected = this.#model.plan.groups.map((_, group) => {
      const members = this.#model.of(group);
      const sum = members.reduce((all, each) => all + this.#model.timeHere(each).minutes, 0);
      return [this.#lab.people.groups[group], Math.round(sum / members.length)];
    });
    await this.#office.sees(
      this.#lab.window.observe('timetable', undefined),
      ({ groups }) => {
        const got = new Map<unknown, number | null>(groups.map((each) => [each.group, each.got]));
        return expected.every(([group, minutes]) => got.get(group) === minutes);
      },
      `the hours that groups got: ${JSON.stringify(expected)}`,
    );
  }

  async #helpFigures(): Promise<void> {
    const sum = (of: (person: Person) => number) =>
      this.#model.people.reduce((all, person) => all + of(person), 0);
    const asked = sum(({ helpAsked }) => helpAsked);
    const answered = sum(({ helpAnswered }) => helpAnswered);
    await this.#office.sees(
      this.#lab.window.observe('help', undefined),
      ({ today }) => today?.asked === asked && today.answered === answered && today.open === 0,
      `${asked} calls for help, ${answered} answered`,
    );
  }

  /** Everybody's minutes, and those that were confirmed ([RPT4]). */
  async hours(): Promise<void> {
    const report = await this.#report('hours');
    const at = columnsOf(report);
    const told = report.rows.map((row) => [
      row[at('learner')],
      row[at('days')],
      row[at('minutes')],
      row[at('confirmed-days')],
      row[at('confirmed')],
    ]);
    const expected = this.#model.people.map((person) => {
      const { minutes } = this.#model.timeHere(person);
      const days = person.sittings > 0 ? 1 : 0;
      return [{ km: nameOf(person.number) }, days, minutes, days, minutes];
    });
    this.#compare('the report of hours', told.sort(byText), expected.sort(byText));
    const sum = (column: number) => expected.reduce((all, row) => all + Number(row[column]), 0);
    const totals = ['days', 'minutes', 'confirmed-days', 'confirmed'].map(
      (id) => report.totals?.[at(id)],
    );
    this.#compare('the sums of hours', totals, [sum(1), sum(2), sum(3), sum(4)]);
  }

  /** How far each group is with the course ([RPT2]). */
  async progress(): Promise<void> {
    const report = await this.#report('progress');
    const at = columnsOf(report);
    const told = report.rows.map((row) =>
      ['group', 'learners', 'begun', 'finished', 'done'].map((id) => row[at(id)]),
    );
    const expected = this.#model.plan.groups.map((_, group) => {
      const members = this.#model.of(group);
      const done = members.map(
        ({ lessons }) =>
          [lessons.first, lessons.second].filter(({ runsDone }) => runsDone > 0).length,
      );
      const begun = members.filter(({ lessons }) => lessons.first.run + lessons.second.run > 0);
      const all = done.reduce((sum, lessons) => sum + lessons, 0);
      const finished = done.filter((lessons) => lessons === 2).length;
      return [{ km: `ក្រុម ${group}` }, members.length, begun.length, finished, all];
    });
    this.#compare('the report of progress', told.sort(byText), expected.sort(byText));
  }

  async #report(kind: ReportKind): Promise<Report> {
    const choice = { kind, groups: null, course: null, from: null, to: null };
    const { report } = await this.#lab.do(this.#lab.window.call('report.make', choice));
    return report;
  }

  #compare(what: string, told: readonly unknown[], expected: readonly unknown[]): void {
    if (same(told, expected)) return;
    const at = expected.findIndex((each, at) => !same(each, told[at]));
    throw new InvariantBroken(what, {
      of: [told.length, expected.length],
      told: told[at],
      expected: expected[at],
    });
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const byText = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
const byLearner = (a: { readonly learner: string }, b: { readonly learner: string }): number =>
  a.learner < b.learner ? -1 : 1;

function columnsOf({ columns }: Report): (id: string) => number {
  return (id) => {
    const at = columns.findIndex((column) => column.id === id);
    if (at < 0) throw new Error(`no column ${id}`);
    return at;
  };
}
