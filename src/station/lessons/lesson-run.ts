import { isFinished, lessonStatus, nextStep, stepsOf } from '../../domain/lesson-progress.ts';
import type { Step } from '../../domain/lesson-progress.ts';
import { answerOf, isMarkedType, markResponse, maxTries } from '../../domain/marking.ts';
import type { Marking, NormalizeText } from '../../domain/marking.ts';
import { cardKey } from '../../domain/training/card-key.ts';
import { spellingDifference } from '../../domain/spelling.ts';
import type { SpellingDifference } from '../../domain/spelling.ts';
import type { AttemptOutcome, EventPayload } from '../../shared/contracts/documents/event.ts';
import type { ItemProgress, LessonProgress } from '../../shared/contracts/documents/state.ts';
import type { Marked } from '../../shared/contracts/ipc/views.ts';
import type { Item, Lesson, Response } from '../../shared/contracts/lesson.ts';
import type { Trained } from '../../shared/contracts/training.ts';
import { ReanError } from '../../shared/errors.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';

/** One time through one lesson, in one version, by the learner who sits here. */
export interface LessonRun {
  readonly sitting: SittingId;
  readonly pack: PackId;
  readonly version: Semver;
  readonly lesson: Lesson;
  /** From 1. */
  readonly run: number;
  readonly items: Readonly<Record<string, ItemProgress>>;
  readonly completed: boolean;
}

export interface RunChoice {
  readonly version: Semver;
  readonly run: number;
  /** The run's tries so far; empty for a new run. */
  readonly items: Readonly<Record<string, ItemProgress>>;
}

/**
 * Which run to open: the begun one in its own version; else a new one in the newest version. When
 * the begun version was never installed here, a new run is better than a lesson nobody can open
 * ([LSN2], [LSN7]).
 */
export function chooseRun(
  progress: LessonProgress | undefined,
  newest: Semver,
  isInstalled: (version: Semver) => boolean,
): RunChoice {
  if (progress === undefined) return { version: newest, run: 1, items: {} };
  if (lessonStatus(progress) === 'done' || !isInstalled(progress.version)) {
    return { version: newest, run: progress.run + 1, items: {} };
  }
  return { version: progress.version, run: progress.run, items: progress.items };
}

/** What every event of this run says of it. */
export function placeOf({ sitting, pack, version, lesson, run }: LessonRun) {
  return { sitting, pack, version, lesson: lesson.id, run };
}

export function openedPayload(run: LessonRun): EventPayload {
  return { type: 'lesson.opened', ...placeOf(run), total: stepsOf(run.lesson).length };
}

/** What marking needs of a run, and changes of it. */
export type Walk = Pick<LessonRun, 'lesson' | 'items' | 'completed'>;

export interface MarkedStep<Run extends Walk> {
  readonly marked: Marked;
  readonly step: Step;
  /** How the item stands now; null where it was finished before, and nothing is to be recorded. */
  readonly progress: ItemProgress | null;
  readonly after: Run;
}

export interface Answered {
  readonly marked: Marked;
  /** To be recorded, all or none; empty when there is nothing new to record. */
  readonly payloads: readonly EventPayload[];
  readonly after: LessonRun;
}

export interface Answer {
  readonly item: string;
  readonly response: Response;
  /** ms */
  readonly activeMs: number;
}

/**
 * Marks an answer ([LSN5]). An item already finished is told again as it ended and recorded no
 * second time, so that a window that lost the first reply may simply ask anew ([LSN6]).
 * @throws ReanError `lesson.item-unknown`; `shape.invalid` for a response to another type of item
 */
export function answerItem(run: LessonRun, answer: Answer, normalize: NormalizeText): Answered {
  const { marked, step, progress, after } = markStep(run, answer, normalize);
  if (progress === null) return { marked, payloads: [], after };
  return {
    marked,
    payloads: [
      attemptPayload(run, step, answer, progress),
      ...(after.completed ? [completedPayload(run)] : []),
    ],
    after,
  };
}

/** {@link answerItem}, whatever is recorded of it. Errors as there. */
export function markStep<Run extends Walk>(
  run: Run,
  answer: Answer,
  normalize: NormalizeText,
): MarkedStep<Run> {
  const step = stepOf(run, answer);
  const before = run.items[answer.item];
  const marking = markResponse(step.item, answer.response, normalize);
  const differs = differenceIn(step, answer.response, normalize);
  if (before !== undefined && isFinished(before)) {
    const marked = told(step, before, { ...marking, differs }, run.completed);
    return { marked, step, progress: null, after: run };
  }
  const attempt = (before?.tries ?? 0) + 1;
  const progress = { tries: attempt, outcome: outcomeOf(marking.right, attempt) };
  const items = { ...run.items, [answer.item]: progress };
  const completed = nextStep(run.lesson, items) === null;
  return {
    marked: told(step, progress, { ...marking, differs }, completed),
    step,
    progress,
    after: { ...run, items, completed },
  };
}

/** What an item's answers say that they train; nothing where it names nothing. */
export function trainedBy({ type, skills, trains }: Item): { trains?: Trained } {
  if (!isMarkedType(type) || (skills.length === 0 && trains === undefined)) return {};
  return { trains: { skills, card: trains === undefined ? null : cardKey(trains) } };
}

function completedPayload(run: LessonRun): EventPayload {
  return { type: 'lesson.completed', ...placeOf(run) };
}

function stepOf({ lesson }: Walk, { item, response }: Answer): Step {
  const step = stepsOf(lesson).find((candidate) => candidate.item.id === item);
  if (step === undefined) throw new ReanError('lesson.item-unknown', { item });
  // Not a wrong answer but a window of another version: it must not cost the learner a try.
  if (step.item.type !== response.type) {
    throw new ReanError('shape.invalid', { at: 'response.type' });
  }
  return step;
}

function outcomeOf(right: boolean, attempt: number): AttemptOutcome {
  if (right) return 'right';
  return attempt < maxTries ? 'not-yet' : 'shown';
}

function attemptPayload(
  run: LessonRun,
  { activity, item: of }: Step,
  { item, response, activeMs }: Answer,
  { tries, outcome }: ItemProgress,
): EventPayload {
  return {
    type: 'attempt.recorded',
    ...placeOf(run),
    activity: activity.id,
    item,
    response,
    outcome,
    attempt: tries,
    activeMs,
    ...trainedBy(of),
  };
}

/** Words are pointed at where they differ; a sum that is wrong is not wrong in a digit. */
function differenceIn(
  { item }: Step,
  response: Response,
  normalize: NormalizeText,
): SpellingDifference | null {
  if (item.type !== 'textEntry' && item.type !== 'dictation') return null;
  if (response.type !== item.type || item.keyboard === 'digits') return null;
  return spellingDifference(item.accept, response.text, normalize);
}

function told(
  { item }: Step,
  progress: ItemProgress,
  { fitting, differs }: Pick<Marking, 'fitting'> & { readonly differs: SpellingDifference | null },
  lessonCompleted: boolean,
): Marked {
  return {
    outcome: progress.outcome,
    attempt: progress.tries,
    fitting: [...fitting],
    answer: isFinished(progress) ? answerOf(item) : null,
    ...(progress.outcome === 'right' || differs === null ? {} : { differs: { ...differs } }),
    lessonCompleted,
  };
}
