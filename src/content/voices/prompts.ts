import type { Lesson } from '../../shared/contracts/lesson.ts';
import type { Phrase } from '../../shared/contracts/phrase.ts';
import { walkContent } from '../lesson/walk-content.ts';

/** Whether a place in a lesson is what an item asks, or has written, and not something around it. */
export const isPromptAt = (at: string): boolean => /\.(?:prompt|said)$/u.test(at);

/** What a lesson asks, in its order: each is to be recorded, in Khmer first. */
export const promptsOf = (lesson: Lesson): readonly Phrase[] =>
  walkContent(lesson).phrases.flatMap(({ at, phrase }) => (isPromptAt(at) ? [phrase] : []));

/** Whether somebody who does not read hears it ([LUK4]). */
export const isRecorded = ({ audio }: Phrase): boolean => audio?.km !== undefined;
