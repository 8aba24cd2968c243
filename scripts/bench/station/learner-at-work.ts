import type { DemoSignIns } from '../../../src/hub/demo/demo-site.ts';
import {
  homeViewSchema,
  lessonViewSchema,
  markedSchema,
  peopleViewSchema,
  signInResultSchema,
} from '../../../src/shared/contracts/ipc/views.ts';
import type { LessonCard } from '../../../src/shared/contracts/ipc/views.ts';
import { triesAt } from './lesson-tries.ts';
import type { Try } from './lesson-tries.ts';
import { CannotMeasure } from '../cannot-measure.ts';

export type DemoLearner = DemoSignIns['learners'][number];

/** Something that carries a learner's requests to a station: a window, or a line to its process. */
export interface Carrier<Answer extends { readonly value: unknown }> {
  ask(name: string, input?: unknown): Promise<Answer>;
  /** Resolves with the first value of a stream that is wanted. */
  await(name: string, wanted: (value: unknown) => boolean): Promise<{ readonly value: unknown }>;
}

/** One answer given: what it was, and what the carrier says of it. */
export interface Given<Answer> {
  readonly tried: Try;
  readonly answer: Answer;
}

const activeMs = 1000;

/** Signs a learner in, as soon as the station knows anybody. @throws CannotMeasure when the station refuses */
export async function sitDown(
  carrier: Carrier<{ readonly value: unknown }>,
  { learner, code }: DemoLearner,
): Promise<void> {
  await carrier.await('people', (people) => peopleViewSchema.parse(people).ready);
  const { value } = await carrier.ask('sitting.start', { learner, code });
  const { result } = signInResultSchema.parse(value);
  if (result !== 'signed-in') throw new CannotMeasure(`The sign-in was answered "${result}".`);
}

async function firstLesson(carrier: Carrier<{ readonly value: unknown }>): Promise<LessonCard> {
  const { value } = await carrier.await('home', (home) => homeViewSchema.safeParse(home).success);
  const lesson = homeViewSchema.parse(value).courses[0]?.lessons[0];
  if (lesson === undefined) throw new CannotMeasure('The learner has no lesson.');
  return lesson;
}

/**
 * Lets the learner who sits there go through one lesson again and again, and gives each answer as it
 * was told: every one of them was recorded.
 */
export async function* work<Answer extends { readonly value: unknown }>(
  carrier: Carrier<Answer>,
): AsyncGenerator<Given<Answer>> {
  const { pack, lesson } = await firstLesson(carrier);
  for (;;) {
    const view = lessonViewSchema.parse((await carrier.ask('lesson.open', { pack, lesson })).value);
    for (const tried of triesAt(view.lesson)) {
      const { item, response } = tried;
      const answer = await carrier.ask('lesson.answer', { item, response, activeMs });
      markedSchema.parse(answer.value);
      yield { tried, answer };
    }
  }
}
