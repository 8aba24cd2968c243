import type { Report, ReportCell, ReportChoice } from '../../shared/contracts/ipc/report-views.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { NormalizeText } from '../marking.ts';
import { notDone } from './learner-facts.ts';
import type { LearnerFacts } from './learner-facts.ts';
import type { NamePool } from './name-pool.ts';
import { takersOf } from './report-ground.ts';
import type { ReportCourse, ReportGround, ReportItem } from './report-ground.ts';
import { chartOf, column, percentOf, reportOf, share, shortLabel } from './report-parts.ts';
import { headings, notes, said } from './report-words.ts';

/** An item of a lesson, and what learners answered at their first tries ([RPT3]). */
export interface ItemCount {
  readonly course: ReportCourse;
  readonly lesson: ReportItem;
  readonly item: string;
  /** Learners who answered it. */
  readonly asked: number;
  /** Learners whose first answer was wrong in any run or review. */
  readonly missed: number;
  /** The wrong answers most gave, as they are kept, the most usual first. */
  readonly answers: readonly { readonly answer: string; readonly learners: number }[];
}

/** An item in words; null where its pack isn't here any more. */
export interface ItemWords {
  readonly question: Localized | null;
  readonly answers: readonly Localized[];
}

const mostItems = 40;
const mostAnswers = 2;
const fewLearners = 5;

/** The hardest items, of which words are to be found. @param normalize makes two spellings of one answer the same */
export function hardestItems(ground: ReportGround, normalize: NormalizeText): readonly ItemCount[] {
  const forms = new Forms(ground.pool, normalize);
  return ground.courses
    .flatMap((course) => courseItems(course, ground, forms))
    .toSorted(byHardness)
    .slice(0, mostItems);
}

/** A share of few says little: those stand last. */
function byHardness(a: ItemCount, b: ItemCount): number {
  const few = ({ asked }: ItemCount) => Number(asked < fewLearners);
  return few(a) - few(b) || b.missed / b.asked - a.missed / a.asked || b.missed - a.missed;
}

/** Answers that are one however they are spelled, each normalized once. */
class Forms {
  readonly #pool: NamePool;
  readonly #normalize: NormalizeText;
  readonly #known = new Map<number, string>();

  constructor(pool: NamePool, normalize: NormalizeText) {
    this.#pool = pool;
    this.#normalize = normalize;
  }

  of(answer: number): string {
    const known = this.#known.get(answer);
    if (known !== undefined) return known;
    const text = this.#pool.nameOf(answer);
    const form = this.#normalize(text) || text;
    this.#known.set(answer, form);
    return form;
  }
}

interface Tally {
  missed: number;
  met: number;
  /** By form: the first spelling in code order, so that the same is told whoever was counted first. */
  readonly answers: Map<string, { spelling: string; learners: number }>;
}

/** A lesson while its learners are counted. */
interface LessonTally {
  readonly lesson: ReportItem;
  /** Who went through all of it. */
  whole: number;
  readonly items: Map<number, Tally>;
}

function courseItems(
  course: ReportCourse,
  { learners, pool }: ReportGround,
  forms: Forms,
): ItemCount[] {
  const tallies = new Map<number, LessonTally>();
  for (const lesson of course.items) {
    if (lesson.kind !== 'lesson') continue;
    tallies.set(pool.numberOf(lesson.key), { lesson, whole: 0, items: new Map() });
  }
  for (const { facts } of takersOf(course, learners)) {
    if (facts !== null) count(facts, tallies, { forms, pool });
  }
  return [...tallies.values()].flatMap(({ lesson, whole, items }) =>
    [...items]
      .filter(([, { missed }]) => missed > 0)
      .map(([item, { missed, met, answers }]) => ({
        course,
        lesson,
        item: pool.nameOf(item),
        asked: whole + met,
        missed,
        answers: mostUsual(answers),
      })),
  );
}

function count(
  { items, met, missed }: LearnerFacts,
  tallies: ReadonlyMap<number, LessonTally>,
  parts: { readonly forms: Forms; readonly pool: NamePool },
): void {
  for (let at = 0; at < items.length; at += 2) {
    const tally = tallies.get(items[at] ?? 0);
    if (tally !== undefined && items[at + 1] !== notDone) tally.whole += 1;
  }
  for (let at = 0; at < met.length; at += 2) {
    const tally = itemTally(tallies.get(met[at] ?? 0), met[at + 1] ?? 0);
    if (tally !== undefined) tally.met += 1;
  }
  for (let at = 0; at < missed.length; at += 4) {
    const tally = itemTally(tallies.get(missed[at] ?? 0), missed[at + 1] ?? 0);
    if (tally === undefined) continue;
    tally.missed += 1;
    take(tally, [missed[at + 2] ?? 0, missed[at + 3] ?? 0], parts);
  }
}

function itemTally(lesson: LessonTally | undefined, item: number): Tally | undefined {
  const tally = lesson?.items.get(item) ?? { missed: 0, met: 0, answers: new Map() };
  lesson?.items.set(item, tally);
  return lesson && tally;
}

/** One learner's: each of their answers once, however often they gave it. */
function take(
  { answers }: Tally,
  given: readonly number[],
  { forms, pool }: { readonly forms: Forms; readonly pool: NamePool },
): void {
  let before = '';
  for (const answer of given) {
    if (answer === 0) continue;
    const form = forms.of(answer);
    const spelling = pool.nameOf(answer);
    const known = answers.get(form) ?? { spelling, learners: 0 };
    if (spelling < known.spelling) known.spelling = spelling;
    if (form !== before) known.learners += 1;
    before = form;
    answers.set(form, known);
  }
}

function mostUsual(answers: Tally['answers']): ItemCount['answers'] {
  return [...answers.values()]
    .toSorted((a, b) => b.learners - a.learners || (a.spelling < b.spelling ? -1 : 1))
    .slice(0, mostAnswers)
    .map(({ spelling, learners }) => ({ answer: spelling, learners }));
}

/** The hardest items, with their words ([RPT2]). */
export function itemsReport(
  choice: ReportChoice,
  ground: ReportGround,
  items: readonly (ItemCount & { readonly words: ItemWords })[],
): Report {
  return reportOf(choice, ground, {
    columns: [
      column('course', headings.course, 'text'),
      column('lesson', headings.lesson, 'text'),
      column('question', headings.question, 'text'),
      column('asked', headings.asked, 'number'),
      column('missed', headings.missed, 'number'),
      column('share', headings.ofAsked, 'share'),
      column('wrong-1', headings.wrong, 'text'),
      column('by-1', headings.wrongBy, 'number'),
      column('wrong-2', headings.next, 'text'),
      column('by-2', headings.wrongBy, 'number'),
    ],
    rows: items.map(rowOf),
    chart: chartOf({
      title: said.chartItems,
      unit: 'percent',
      series: [headings.ofAsked],
      bars: items.slice(0, mostDrawn).map(({ lesson, item, words, asked, missed }) => ({
        label: shortLabel(words.question ?? { km: item }, lesson.title),
        values: [percentOf({ part: missed, of: asked })],
      })),
    }),
    notes: [
      notes.onlyLessons,
      notes.asOfNow,
      ...(items.some(({ asked }) => asked < fewLearners) ? [notes.fewAsked] : []),
    ],
    names: false,
  });
}

const mostDrawn = 10;

function rowOf({ words, ...count }: ItemCount & { readonly words: ItemWords }): ReportCell[] {
  const { course, lesson, item, asked, missed, answers } = count;
  const told = [0, 1].flatMap((place): ReportCell[] => {
    const answer = answers[place];
    return answer === undefined
      ? [null, null]
      : [words.answers[place] ?? { km: answer.answer }, answer.learners];
  });
  const question = words.question ?? { km: item };
  return [course.title, lesson.title, question, asked, missed, share(missed, asked), ...told];
}
