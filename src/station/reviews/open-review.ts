import { noEnrolments } from '../../domain/course/takes-course.ts';
import { stepsOf } from '../../domain/lesson-progress.ts';
import type { Step } from '../../domain/lesson-progress.ts';
import { cardKey } from '../../domain/training/card-key.ts';
import { timesAnswered } from '../../domain/training/review-card.ts';
import type { ReviewView } from '../../shared/contracts/ipc/views.ts';
import type { DraftAt } from '../../shared/contracts/kept-screen.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CatalogueLesson } from '../catalogue/catalogue.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import { dueCards } from './due-cards.ts';
import type { DueCard } from './due-cards.ts';
import type { DueItem, ReviewRun } from './review-run.ts';

interface ReviewSource {
  readonly shelf: LessonShelf;
  readonly directory: DirectoryIndex;
  readonly labDate: () => string | null;
}

/** As many as a person goes through without tiring; what is left is due again at once. */
const mostInReview = 12;

/**
 * What is due, an item for each, read from disk ([REV3]).
 * @throws ReanError `lesson.not-open` where nothing is due, or can be read
 */
export async function prepareReview(
  { sitting, learner, live }: OpenSitting,
  { shelf, directory, labDate }: ReviewSource,
): Promise<ReviewRun> {
  const enrolments = directory.directory.enrolments.get(learner) ?? noEnrolments;
  const { catalogue } = shelf;
  const due = dueCards(live.state, { catalogue, enrolments, labDate: labDate() });
  const found: { step: Step; from: DueItem }[] = [];
  for (const each of due) {
    if (found.length === mostInReview) break;
    const item = await itemFor(each, live.state, shelf);
    if (item !== null) found.push(item);
  }
  if (found.length === 0) throw new ReanError('lesson.not-open');
  const named = found.map(({ step, from }, index) => ({ id: `due-${index + 1}`, step, from }));
  return {
    sitting,
    lesson: {
      format: 'rean-lesson@1',
      id: 'review',
      title: { km: 'រំលឹក', en: 'Review' },
      activities: named.map(({ id, step }) => ({
        id,
        title: step.activity.title,
        items: [{ ...step.item, id }],
      })),
    },
    items: {},
    completed: false,
    from: new Map(named.map(({ id, from }) => [id, from])),
  };
}

/** One of the items that ask for it, another each time where there are several. */
async function itemFor(
  { card, lessons }: DueCard,
  state: LearnerState,
  shelf: LessonShelf,
): Promise<{ step: Step; from: DueItem } | null> {
  const memory = state.cards[card];
  const times = memory === undefined ? 0 : timesAnswered(memory);
  const asking = await Promise.all(lessons.map((lesson) => itemsAsking(lesson, card, shelf)));
  const all = asking.flat();
  return all[times % all.length] ?? null;
}

async function itemsAsking(known: CatalogueLesson, card: DueCard['card'], shelf: LessonShelf) {
  const { pack, version } = known;
  // A damaged pack is told of by the shelf, and holds up nothing else that is due.
  const lesson = await shelf.read(known).catch(() => null);
  if (lesson === null) return [];
  return stepsOf(lesson)
    .filter(({ item: { trains } }) => trains !== undefined && cardKey(trains) === card)
    .map((step) => ({ step, from: { pack, version, lesson: lesson.id, item: step.item.id } }));
}

/** A review as its window plays it. */
export function reviewView(
  { sitting, lesson, from }: ReviewRun,
  shelf: LessonShelf,
  unsent: DraftAt | null,
): ReviewView {
  const bases = [...from].map(
    ([id, { pack, version }]) => [id, shelf.baseOf(pack, version, sitting)] as const,
  );
  return { lesson, bases: Object.fromEntries(bases), unsent };
}
