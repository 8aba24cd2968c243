import { Circle, CircleCheckBig } from 'lucide-react';
import type { ReactNode } from 'react';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { pagesToRead } from './course-pages.ts';
import { partsDone } from './course-progress.tsx';
import type { CourseProgress } from './course-progress.tsx';

const useTrainingSay = createSayHook(trainingTexts);

type Shown = HelpPageId | 'questions';

interface CourseStepsProps {
  readonly shown: Shown;
  readonly progress: CourseProgress;
  readonly onShow: (shown: Shown) => void;
}

/** The parts of the course, and what of them is done; all can be opened in any order. */
export function CourseSteps({ shown, progress, onShow }: CourseStepsProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  const read = pagesToRead.filter((page) => progress.read.has(page)).length;
  const passed = partsDone(progress).includes('questions');
  const step = (which: Shown, done: boolean, words: ReactNode) => (
    <li key={which}>
      <button
        type="button"
        className="training__step"
        aria-current={which === shown ? 'step' : undefined}
        onClick={() => onShow(which)}
      >
        {done ? <CircleCheckBig aria-hidden="true" /> : <Circle aria-hidden="true" />}
        <span>{words}</span>
      </button>
    </li>
  );
  return (
    <nav aria-label={say('steps')}>
      <section>
        <h2>{say('part.reading')}</h2>
        <p className="form__soft">{say('read.count', { done: read, of: pagesToRead.length })}</p>
        <ul>
          {pagesToRead.map((page) => {
            const done = progress.read.has(page);
            return step(
              page,
              done,
              <>
                {helpPages[page].title[language]}
                <span className="unseen"> {say(done ? 'read.done' : 'read.not')}</span>
              </>,
            );
          })}
        </ul>
      </section>
      <section>
        <h2>{say('part.questions')}</h2>
        <ul>{step('questions', passed, say(passed ? 'questions.passed' : 'questions'))}</ul>
      </section>
    </nav>
  );
}
