import { countDays, daysHere } from '../../domain/fold/days-here.ts';
import { nextSteps } from '../../domain/learner-page/next-steps.ts';
import { standingNotes } from '../../domain/learner-page/standing-notes.ts';
import { learnerNotes } from '../../shared/contracts/note.ts';
import type { NoteRecord } from '../../shared/contracts/note.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type {
  AnswerDay,
  MonthHere,
  NoteView,
} from '../../shared/contracts/ipc/learner-page-view.ts';
import type {
  HomeView,
  LearnerPage,
  LearnerRow,
  StuckView,
} from '../../shared/contracts/ipc/views.ts';
import type { Directory } from '../directory/directory.ts';

/** Months of which days here are shown. */
const mostMonths = 12;

interface PageSource {
  readonly state: LearnerState;
  readonly row: LearnerRow;
  readonly home: HomeView;
  readonly stuck: StuckView | null;
  readonly notes: readonly NoteRecord[];
  readonly staff: Directory['staff'];
  readonly today: string | null;
}

/** What a learner's page says besides who they are and what they may be done about ([LPG1]). */
export function learnerPageView({
  state,
  row,
  home,
  stuck,
  notes,
  staff,
  today,
}: PageSource): Omit<LearnerPage, 'row' | 'account' | 'films' | 'help' | 'attendance'> {
  const { goOn, due, courses } = home;
  const { signIn, lastDay } = row;
  return {
    courses,
    stuck,
    due,
    today,
    next: [...nextSteps({ goOn, due, courses, stuck, signIn, lastDay, today })],
    answered: answerDays(state),
    here: monthsHere(state),
    notes: noteViews(notes, staff),
  };
}

/** Earliest first. */
function answerDays({ answered }: LearnerState): AnswerDay[] {
  return Object.entries(answered)
    .map(([day, [right, notYet, shown]]) => ({ day, right, notYet, shown }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The newest months, earliest first. */
function monthsHere(state: LearnerState): MonthHere[] {
  return Object.entries(daysHere(state))
    .map(([month, bits]) => ({ month, days: countDays({ [month]: bits }) }))
    .filter(({ days }) => days > 0)
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-mostMonths);
}

/** Newest first. What a later Rean notes, and this one has no words for, is left out. */
function noteViews(notes: readonly NoteRecord[], staff: Directory['staff']): NoteView[] {
  return standingNotes(notes)
    .flatMap(({ id, note, day, by }) => {
      const known = learnerNotes.find((each) => each === note);
      return known === undefined ? [] : [{ id, note: known, day, by: staff.get(by)?.name ?? null }];
    })
    .toReversed();
}
