import type { NextStep } from '../../shared/contracts/ipc/learner-page-view.ts';
import type { HomeView, SignInState, StuckView } from '../../shared/contracts/ipc/views.ts';
import { daysBetween } from '../days-between.ts';

/** What is known of a learner that says what to do next. */
export interface NextFacts extends Pick<HomeView, 'goOn' | 'due' | 'courses'> {
  readonly signIn: SignInState;
  readonly stuck: StuckView | null;
  /** Both `YYYY-MM-DD`; null where not known, or where there is none. */
  readonly today: string | null;
  readonly lastDay: string | null;
}

/** More than this nobody does next. */
const mostSteps = 5;
/** Not here for so many days: somebody should ask why. */
const awayDays = 7;
/** So many first answers without mastery are worth a look. */
const manyAnswers = 6;
const mostSkills = 2;

/** What to do next about a learner, the most pressing first, each with its reason ([LPG3]). */
export function nextSteps(facts: NextFacts): readonly NextStep[] {
  return [
    ...signingIn(facts),
    ...gettingOn(facts),
    ...coming(facts),
    ...skills(facts),
    ...learning(facts),
  ].slice(0, mostSteps);
}

function signingIn({ signIn }: NextFacts): readonly NextStep[] {
  return signIn === 'own' ? [] : [{ step: 'sign-in' }];
}

function gettingOn({ stuck }: NextFacts): readonly NextStep[] {
  return stuck === null ? [] : [{ step: 'help', lesson: stuck.lesson, wrong: stuck.wrong }];
}

function coming({ today, lastDay }: NextFacts): readonly NextStep[] {
  if (lastDay === null) return [{ step: 'never' }];
  const days = today === null ? 0 : daysBetween(lastDay, today);
  return days < awayDays ? [] : [{ step: 'away', days }];
}

/** Those tried often and not mastered, the least share of right answers first. */
function skills({ courses }: NextFacts): readonly NextStep[] {
  return courses
    .flatMap((course) => course.skills)
    .filter(({ mastered, answers }) => !mastered && answers >= manyAnswers)
    .toSorted((a, b) => a.right / a.of - b.right / b.of)
    .slice(0, mostSkills)
    .map(({ title, right, needed, of }) => ({ step: 'skill', skill: title, right, needed, of }));
}

function learning({ due, goOn, courses }: NextFacts): readonly NextStep[] {
  if (courses.length === 0) return [{ step: 'no-course' }];
  const review: NextStep[] = due === 0 ? [] : [{ step: 'review', count: due }];
  if (goOn !== null) {
    const step = goOn.status === 'begun' ? 'go-on' : 'begin';
    return [...review, { step, lesson: goOn.title }];
  }
  const lessons = courses.flatMap((course) => course.lessons);
  const done = lessons.length > 0 && lessons.every(({ status }) => status === 'done');
  return done ? [...review, { step: 'all-done' }] : review;
}
