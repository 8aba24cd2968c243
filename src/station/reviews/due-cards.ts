import { takesCourse } from '../../domain/course/takes-course.ts';
import type { Enrolments } from '../../domain/course/takes-course.ts';
import { dayNumber, dueDay, isDue } from '../../domain/training/review-card.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import { cardKeySchema } from '../../shared/contracts/training.ts';
import type { CardKey } from '../../shared/contracts/training.ts';
import type { Catalogue, CatalogueLesson } from '../catalogue/catalogue.ts';

/** Something due, and the lessons that ask for it and that the learner has been in. */
export interface DueCard {
  readonly card: CardKey;
  readonly lessons: readonly CatalogueLesson[];
}

export interface DueSource {
  readonly catalogue: Catalogue;
  readonly enrolments: Enrolments;
  /** Today in the lab; null where that isn't known: then nothing is due. */
  readonly labDate: string | null;
}

/** What is due for a learner here, longest due first ([REV3]). */
export function dueCards(
  state: LearnerState,
  { catalogue, enrolments, labDate }: DueSource,
): DueCard[] {
  if (labDate === null) return [];
  const today = dayNumber(labDate);
  const isKnown = ({ key, item }: CatalogueLesson) => {
    const course = catalogue.courses.get(item.course)?.course;
    return (
      state.lessons[key] !== undefined && course !== undefined && takesCourse(course, enrolments)
    );
  };
  return Object.entries(state.cards)
    .filter(([, card]) => isDue(card, today))
    .sort(([a, one], [b, other]) => dueDay(one) - dueDay(other) || (a < b ? -1 : 1))
    .flatMap(([key]) => {
      const card = cardKeySchema.parse(key);
      const lessons = (catalogue.trainers.get(card) ?? []).filter(isKnown);
      return lessons.length === 0 ? [] : [{ card, lessons }];
    });
}
