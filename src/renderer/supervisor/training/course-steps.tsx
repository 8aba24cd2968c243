import { Circle, CircleCheckBig } from 'lucide-react';
import type { ReactNode } from 'react';
import type { StaffCoursePart } from '../../../shared/contracts/staff-course.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { tourSteps } from '../practice/tour/tour-steps.ts';
import { pagesToRead } from './course-pages.ts';
import type { CourseProgress } from './course-progress.tsx';
import { partsDone } from './use-course.ts';
import type { CourseTaken } from './use-course.ts';

const useTrainingSay = createSayHook(trainingTexts);

/** What is open of the course: a page to read, what is new, the practice, or the questions. */
export type CourseStep = HelpPageId | 'new' | 'tour' | 'acts' | 'questions';

interface CourseStepsProps {
  readonly course: CourseTaken;
  readonly shown: CourseStep;
  readonly progress: CourseProgress;
  readonly onShow: (shown: CourseStep) => void;
}

/** The parts of the course, and what of them is done; all can be opened in any order. */
export function CourseSteps({ course, shown, progress, onShow }: CourseStepsProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  const { version, asked, earlier, finished, tasks } = course;
  const passed = partsDone(course, progress);
  const isKept = (part: StaffCoursePart) => !asked.parts.includes(part);
  const read = pagesToRead.filter((page) => progress.read.has(page)).length;
  const toured = tourSteps.filter((_step, at) => progress.toured.has(at)).length;
  const practised = tasks.filter((task) => progress.practised.has(task)).length;
  const step = (which: CourseStep, done: boolean, words: ReactNode) => (
    <li key={which}>
      <button
        type="button"
        className="training__step"
        aria-current={which === shown ? 'step' : undefined}
        onClick={() => onShow(which)}
      >
        {done ? <CircleCheckBig aria-hidden="true" /> : <Circle aria-hidden="true" />}
        <span>
          {words}
          <span className="unseen"> {say(done ? 'read.done' : 'read.not')}</span>
        </span>
      </button>
    </li>
  );
  const steps: Readonly<Record<StaffCoursePart, () => ReactNode>> = {
    reading: () =>
      pagesToRead.map((page) =>
        step(page, isKept('reading') || progress.read.has(page), helpPages[page].title[language]),
      ),
    tour: () => step('tour', passed.includes('tour'), say('tour')),
    acts: () => step('acts', passed.includes('acts'), say('acts')),
    questions: () => {
      const right = isKept('questions') || passed.includes('questions');
      return step('questions', right, say(right ? 'questions.passed' : 'questions'));
    },
  };
  const counts: Readonly<Record<StaffCoursePart, string | null>> = {
    reading: say('read.count', { done: read, of: pagesToRead.length }),
    tour: say('steps.count', { done: toured, of: tourSteps.length }),
    acts: say('acts.count', { done: practised, of: tasks.length }),
    questions: null,
  };
  const isNew = earlier !== null && finished === null;
  return (
    <nav aria-label={say('steps')}>
      {isNew && <ul>{step('new', true, say('new', { version: version.version }))}</ul>}
      {version.parts.map((part, at) => (
        <section key={part}>
          <h2>{say(`part.${part}`, { number: at + 1 })}</h2>
          {isKept(part) && earlier !== null ? (
            <p className="form__soft">{say('part.kept', { version: earlier.version })}</p>
          ) : (
            counts[part] !== null && <p className="form__soft">{counts[part]}</p>
          )}
          <ul>{steps[part]()}</ul>
        </section>
      ))}
    </nav>
  );
}
