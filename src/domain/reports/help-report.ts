import type { Report, ReportCell, ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { dayNumber } from '../training/review-card.ts';
import { needsHelp } from '../training/needs-help.ts';
import type { LearnerFacts } from './learner-facts.ts';
import { takersOf } from './report-ground.ts';
import type { ReportGround, ReportLearner } from './report-ground.ts';
import { chartOf, column, reportOf, share } from './report-parts.ts';
import { dateOf, headings, notes, said } from './report-words.ts';

/** Answers from which on the share of right ones says something, and the share that is too small. */
const enoughAnswers = 20;
const fewRight = 0.5;
const longAwayDays = 14;

type Reason = 'stuck' | 'fewRight' | 'away';
const reasons: readonly Reason[] = ['stuck', 'fewRight', 'away'];

interface Needing {
  readonly learner: ReportLearner;
  readonly facts: LearnerFacts;
  readonly why: readonly Reason[];
  readonly last: number | null;
}

/** Who needs somebody to come by, why, and how they stand ([RPT2]). */
export function helpReport(choice: ReportChoice, ground: ReportGround): Report {
  const takers = choice.course === null ? ground.learners : takersOfAny(ground);
  const today = ground.today === null ? null : dayNumber(ground.today);
  const needing = takers
    .flatMap((learner) => needOf(learner, today))
    .toSorted((a, b) => b.why.length - a.why.length || wrongOf(b) - wrongOf(a));
  const names = new Map(ground.groups.map(({ group, name }) => [group, name]));
  return reportOf(choice, ground, {
    columns: [
      column('learner', headings.learner, 'text'),
      column('group', headings.group, 'text'),
      column('why', headings.why, 'text'),
      column('answers', headings.answers, 'number'),
      column('right', headings.right, 'share'),
      column('last', headings.last, 'day'),
    ],
    rows: needing.map((each) => rowOf(each, names.get(each.learner.group) ?? { km: '–' })),
    chart: chartOf({
      title: said.chartHelp,
      unit: 'count',
      series: [headings.learners],
      bars: reasons.map((reason) => ({
        label: said[reason],
        values: [needing.filter(({ why }) => why.includes(reason)).length],
      })),
    }),
    notes: [notes.asOfNow, ...(ground.today === null ? [notes.noToday] : [])],
    names: true,
  });
}

function takersOfAny(ground: ReportGround): readonly ReportLearner[] {
  const taking = new Set(ground.courses.flatMap((course) => takersOf(course, ground.learners)));
  return ground.learners.filter((learner) => taking.has(learner));
}

const wrongOf = ({ facts }: Needing) => facts.stuck?.wrong ?? 0;

function needOf(learner: ReportLearner, today: number | null): Needing[] {
  const { facts } = learner;
  if (facts === null) return [];
  const last = facts.days.at(-1) ?? null;
  const why = reasons.filter((reason) => {
    switch (reason) {
      case 'stuck':
        return needsHelp(facts.stuck);
      case 'fewRight':
        return facts.attempts >= enoughAnswers && facts.right / facts.attempts < fewRight;
      case 'away':
        return facts.items.length > 0 && isLongAgo(last, today);
    }
  });
  return why.length === 0 ? [] : [{ learner, facts, why, last }];
}

const isLongAgo = (last: number | null, today: number | null) =>
  last !== null && today !== null && today - last >= longAwayDays;

function rowOf({ learner, facts, why, last }: Needing, group: Localized): ReportCell[] {
  const { attempts, right } = facts;
  const joined = {
    km: why.map((reason) => said[reason].km).join(' · '),
    en: why.map((reason) => said[reason].en).join(' · '),
  };
  const day = last === null ? null : dateOf(last);
  return [learner.name, group, joined, attempts, share(right, attempts), day];
}
