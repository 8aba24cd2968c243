import { Armchair, BookOpen, Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TutoredRequest } from '../../../shared/contracts/ipc/help-views.ts';
import { sayAge } from '../../i18n/age.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { useSay } from '../shell/say.ts';

const tickMs = 10_000;

/** Where somebody sits, what is open there, and how long they wait. */
export function RequestFacts({ request }: { readonly request: TutoredRequest }) {
  const say = useSay();
  const language = useLanguage();
  const { seat, lesson } = request;
  const age = useAge(request);
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

/** Goes on growing between messages, by the window's monotonic clock. */
function useAge({ ageMs, after }: TutoredRequest): number | null {
  const [heard, setHeard] = useState({ ageMs, after, atMs: performance.now(), nowMs: 0 });
  if (heard.ageMs !== ageMs || heard.after !== after) {
    setHeard({ ageMs, after, atMs: performance.now(), nowMs: 0 });
  }
  useEffect(() => {
    const ticking = setInterval(
      () => setHeard((last) => ({ ...last, nowMs: performance.now() - last.atMs })),
      tickMs,
    );
    return () => clearInterval(ticking);
  }, []);
  return ageMs === null ? null : ageMs + heard.nowMs;
}
