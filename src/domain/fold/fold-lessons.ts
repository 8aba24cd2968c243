import type { EventPayload, OpenedEvent } from '../../shared/contracts/documents/event.ts';
import type {
  ItemProgress,
  LearnerState,
  LessonKey,
  LessonProgress,
  Order,
} from '../../shared/contracts/documents/state.ts';
import { isFinished, lessonKey } from '../lesson-progress.ts';
import { isAfter } from '../order.ts';
import { dayNumber } from '../training/review-card.ts';
import { missedAfter } from './missed-items.ts';

type LessonPayload = Extract<EventPayload, { lesson: string }>;
type Opened = Extract<EventPayload, { type: 'lesson.opened' }>;
type Attempt = Extract<EventPayload, { type: 'attempt.recorded' }>;
type Review = Extract<EventPayload, { type: 'review.answered' }>;
type Lessons = LearnerState['lessons'];

/**
 * Lessons while events are folded into them. Those they began as stay as they are: each is copied
 * when it is first changed.
 */
export class LessonsDraft {
  readonly lessons: Lessons;
  readonly #own = new Set<LessonKey>();

  constructor(before: Lessons) {
    this.lessons = { ...before };
  }

  /** One event more, which may say nothing about lessons. */
  take({ payload, envelope }: OpenedEvent, order: Order): void {
    if (payload.type === 'review.answered') return this.#missInReview(payload);
    if (!('lesson' in payload)) return;
    const key = lessonKey(payload.pack, payload.lesson);
    const before = this.lessons[key];
    const opened = payload.type === 'lesson.opened' ? openedRun(before, payload, order) : before;
    if (opened === undefined) return;
    const { date } = envelope.clock.labDay;
    change(this.#owned(key, opened), payload, { order, date });
  }

  /** What is reviewed was met in its lesson: of one that was struck since nothing is kept. */
  #missInReview(review: Review): void {
    const { pack, lesson, item } = review.of;
    const key = lessonKey(pack, lesson);
    const before = this.lessons[key];
    const missed = before && missedAfter(before.missed, { ...review, item });
    if (before === undefined || missed === before.missed || missed === undefined) return;
    this.#owned(key, before).missed = missed;
  }

  #owned(key: LessonKey, lesson: LessonProgress): LessonProgress {
    if (this.#own.has(key) && lesson === this.lessons[key]) return lesson;
    const copy = { ...lesson, items: { ...lesson.items } };
    this.#own.add(key);
    this.lessons[key] = copy;
    return copy;
  }
}

interface When {
  readonly order: Order;
  /** The lab day; null where none was known. */
  readonly date: string | null;
}

function change(lesson: LessonProgress, payload: LessonPayload, { order, date }: When): void {
  if (isAfter(order, lesson.touched)) lesson.touched = order;
  if (payload.type === 'lesson.completed') {
    if (lesson.completedRuns === 0 && date !== null) lesson.finished = dayNumber(date);
    lesson.completedRuns = Math.max(lesson.completedRuns, payload.run);
  }
  if (payload.type === 'attempt.recorded') {
    const missed = missedAfter(lesson.missed, payload);
    if (missed !== undefined) lesson.missed = missed;
  }
  // A late try at an earlier run still counted; it doesn't change the run now open.
  if (payload.type === 'attempt.recorded' && payload.run === lesson.run) {
    // An item may be called `constructor`.
    const before = Object.hasOwn(lesson.items, payload.item)
      ? lesson.items[payload.item]
      : undefined;
    lesson.items[payload.item] = itemAfter(before, payload);
  }
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
    ...(before?.missed === undefined ? {} : { missed: before.missed }),
    ...(before?.finished === undefined ? {} : { finished: before.finished }),
    touched: order,
  };
}

function itemAfter(before: ItemProgress | undefined, attempt: Attempt): ItemProgress {
  return {
    tries: Math.max(before?.tries ?? 0, attempt.attempt),
    // Finished stays finished: the same item answered at two seats while the LAN was down.
    outcome: before !== undefined && isFinished(before) ? before.outcome : attempt.outcome,
  };
}
