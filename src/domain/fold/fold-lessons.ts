import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type {
  ItemProgress,
  LearnerState,
  LessonProgress,
  Order,
} from '../../shared/contracts/documents/state.ts';
import { isFinished, lessonKey } from '../lesson-progress.ts';
import { isAfter } from '../order.ts';

type LessonPayload = Extract<EventPayload, { lesson: string }>;
type Opened = Extract<EventPayload, { type: 'lesson.opened' }>;
type Attempt = Extract<EventPayload, { type: 'attempt.recorded' }>;
type Lessons = LearnerState['lessons'];

/** The lessons after one more event; the same object when it says nothing about lessons. */
export function applyToLessons(lessons: Lessons, payload: EventPayload, order: Order): Lessons {
  if (!('lesson' in payload)) return lessons;
  const key = lessonKey(payload.pack, payload.lesson);
  const after = lessonAfter(lessons[key], payload, order);
  return after === undefined ? lessons : { ...lessons, [key]: after };
}

function lessonAfter(
  before: LessonProgress | undefined,
  payload: LessonPayload,
  order: Order,
): LessonProgress | undefined {
  const opened = payload.type === 'lesson.opened' ? openedRun(before, payload, order) : before;
  if (opened === undefined) return undefined;
  const touched = isAfter(order, opened.touched) ? order : opened.touched;
  if (payload.type === 'lesson.completed') {
    return { ...opened, touched, completedRuns: Math.max(opened.completedRuns, payload.run) };
  }
  // A late try at an earlier run still counted; it doesn't change the run now open.
  if (payload.type !== 'attempt.recorded' || payload.run !== opened.run)
    return { ...opened, touched };
  return { ...opened, touched, items: itemsAfter(opened.items, payload) };
}

function openedRun(
  before: LessonProgress | undefined,
  opened: Opened,
  order: Order,
): LessonProgress {
  if (before !== undefined && before.run >= opened.run) return before;
  return {
    pack: opened.pack,
    version: opened.version,
    lesson: opened.lesson,
    run: opened.run,
    total: opened.total,
    items: {},
    completedRuns: before?.completedRuns ?? 0,
    touched: order,
  };
}

function itemsAfter(items: LessonProgress['items'], attempt: Attempt): LessonProgress['items'] {
  const before = items[attempt.item];
  const after: ItemProgress = {
    tries: Math.max(before?.tries ?? 0, attempt.attempt),
    // Finished stays finished: the same item answered at two seats while the LAN was down.
    outcome: before !== undefined && isFinished(before) ? before.outcome : attempt.outcome,
  };
  return { ...items, [attempt.item]: after };
}
