import type { FinishedCourse } from '../../../shared/contracts/staff-course.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { sayCourse } from './say-course.ts';

const useTrainingSay = createSayHook(trainingTexts);

/** Which courses for staff somebody finished, and when ([HPG6]). */
export function CoursesFinished({ finished }: { readonly finished: readonly FinishedCourse[] }) {
  const say = useTrainingSay();
  const language = useLanguage();
  return (
    <section>
      <h3>{say('staff.courses')}</h3>
      {finished.length === 0 && <p className="form__soft">{say('staff.none')}</p>}
      <ul>
        {finished.map(({ course, version, day }) => (
          <li key={`${course} ${version}`}>
            {say('staff.version', {
              course: sayCourse(course, language),
              day: formatDate(day, language),
              version,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
