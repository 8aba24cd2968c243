import { stepsOf } from '../../domain/lesson-progress.ts';
import type { ItemCount, ItemWords } from '../../domain/reports/items-report.ts';
import { sayWrongAnswer } from '../../domain/reports/say-wrong-answer.ts';
import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { wordsOf } from './report-ground.ts';

/** The hardest items with their words; each lesson is read once. An item its lesson has no more is told by its name. */
export async function withWords(
  items: readonly ItemCount[],
  shelf: LessonShelf,
): Promise<readonly (ItemCount & { readonly words: ItemWords })[]> {
  const lessons = new Map<string, Promise<Lesson | null>>();
  return Promise.all(
    items.map(async (each) => {
      const reading = lessons.get(each.lesson.key) ?? readLesson(each, shelf);
      lessons.set(each.lesson.key, reading);
      return { ...each, words: wordsIn(await reading, each) };
    }),
  );
}

function readLesson({ course, lesson }: ItemCount, shelf: LessonShelf): Promise<Lesson | null> {
  const found = shelf.catalogue.lesson(course.pack, lesson.id);
  return found === undefined ? Promise.resolve(null) : shelf.read(found).catch(() => null);
}

function wordsIn(lesson: Lesson | null, { item: id, answers }: ItemCount): ItemWords {
  const item =
    lesson === null ? undefined : stepsOf(lesson).find((step) => step.item.id === id)?.item;
  return {
    question: item === undefined ? null : wordsOf(item.prompt),
    answers: answers.map(({ answer }) =>
      item === undefined ? { km: answer } : sayWrongAnswer(item, answer),
    ),
  };
}
