import { Sparkles } from 'lucide-react';
import { formatDate } from '../../../shared/khmer/dates.ts';
import type { FinishedCourse } from '../../../shared/contracts/staff-course.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { CourseStep } from './course-steps.tsx';
import type { CourseTaken } from './use-course.ts';

const useTrainingSay = createSayHook(trainingTexts);

interface CourseNewsProps {
  readonly course: CourseTaken;
  readonly earlier: FinishedCourse;
  readonly onShow: (shown: CourseStep) => void;
}

/** What a version has that the one before had not, for who finished that one: the rest is done ([HPG7]). */
export function CourseNews({ course: { version, asked }, earlier, onShow }: CourseNewsProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  const [first] = practised.filter((part) => asked.parts.includes(part));
  const day = formatDate(earlier.day, language);
  return (
    <article className="help-page training__practice" {...screenNamed('training-new')}>
      <h2 className="help-page__title">{say('new', { version: version.version })}</h2>
      <p>{say('new.kept', { day, version: earlier.version })}</p>
      <ul className="training__tasks">
        {asked.parts.map((part) => (
          <li key={part} className="training__task">
            <Sparkles aria-hidden="true" />
            <span>{say(`new.${part}`)}</span>
          </li>
        ))}
      </ul>
      {first !== undefined && (
        <Button
          icon={Sparkles}
          label={say('new.begin')}
          tone="next"
          onPress={() => onShow(first)}
        />
      )}
    </article>
  );
}

const practised = ['tour', 'acts', 'questions'] as const;
