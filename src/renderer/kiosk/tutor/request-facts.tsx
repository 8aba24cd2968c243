import { Armchair, BookOpen, Hourglass } from 'lucide-react';
import type { TutoredRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { sayAge } from '../../i18n/age.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { useGrowingAge } from '../../ui/growing-age.ts';
import { useSay } from '../shell/say.ts';

/** Where somebody sits, what is open there, and how long they wait. */
export function RequestFacts({ request }: { readonly request: TutoredRequest }) {
  const say = useSay();
  const language = useLanguage();
  const { seat, lesson } = request;
  const age = useGrowingAge(request.ageMs, request);
  return (
    <ul className="tutor-facts">
      {seat !== null && (
        <li>
          <Armchair aria-hidden="true" />
          <strong>{say('tutor.seat', { seat })}</strong>
        </li>
      )}
      <li>
        <BookOpen aria-hidden="true" />
        {lesson === null ? (
          <span>{say('tutor.no-lesson')}</span>
        ) : (
          <span className="tutor-facts__lesson" lang={languageGiven(lesson, language)}>
            {inLanguage(lesson, language)}
          </span>
        )}
      </li>
      <li>
        <Hourglass aria-hidden="true" />
        <span>{age === null ? say('tutor.age-unknown') : sayAge(age, language)}</span>
      </li>
    </ul>
  );
}
