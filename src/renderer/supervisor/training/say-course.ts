import { staffCourses } from '../../../shared/contracts/staff-course.ts';
import type { Language } from '../../../shared/ids.ts';
import { createSay } from '../../i18n/text.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';

/** What a course for staff is called; of one of a later app, its own name. */
export function sayCourse(course: string, language: Language): string {
  const known = staffCourses.find((each) => each === course);
  return known === undefined ? course : createSay(trainingTexts, language)(`course.${known}`);
}
