import { lessonKeySchema } from '../shared/contracts/documents/state.ts';
import type {
  ItemProgress,
  LessonKey,
  LessonProgress,
} from '../shared/contracts/documents/state.ts';
import type { Activity, Item, Lesson } from '../shared/contracts/lesson.ts';

/** A lesson's key across packs: `pack/lesson` ([LSN1]). */
export function lessonKey(pack: string, lesson: string): LessonKey {
  return lessonKeySchema.parse(`${pack}/${lesson}`);
}

/** A place in a lesson: the item, and the activity it stands in. */
export interface Step {
  readonly activity: Activity;
  readonly item: Item;
}

/** Every step of a lesson, in the order it is walked. */
export function stepsOf(lesson: Lesson): Step[] {
  return lesson.activities.flatMap((activity) =>
    activity.items.map((item) => ({ activity, item })),
  );
}

/** An item is finished once answered right, or once its answer was shown. */
export function isFinished(progress: ItemProgress | undefined): boolean {
  return progress !== undefined && progress.outcome !== 'not-yet';
}

/** Where to go on: the first unfinished step, or null when the lesson is done ([LSN3]). */
export function nextStep(
  lesson: Lesson,
  items: Readonly<Record<string, ItemProgress>>,
): Step | null {
  return stepsOf(lesson).find((step) => !isFinished(items[step.item.id])) ?? null;
}

/** How many of a lesson's items are finished in the current run. */
export function finishedCount(progress: LessonProgress): number {
  return Object.values(progress.items).filter(isFinished).length;
}

export type LessonStatus = 'new' | 'begun' | 'done';

/** `done` once completed, until a further run is begun. */
export function lessonStatus(progress: LessonProgress | undefined): LessonStatus {
  if (progress === undefined) return 'new';
  return progress.completedRuns >= progress.run ? 'done' : 'begun';
}
