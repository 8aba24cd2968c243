import { Circle, CircleCheckBig, FlaskConical, Footprints } from 'lucide-react';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpPages } from '../../i18n/texts/help-pages/all-pages.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { StepBar } from '../desk/step-bar.tsx';
import { tourSteps } from '../practice/tour/tour-steps.ts';
import type { CourseProgress } from './course-progress.tsx';
import { taskRules } from './practice-tasks.ts';
import type { PracticeTask } from './practice-tasks.ts';

const useTrainingSay = createSayHook(trainingTexts);

interface CourseTourProps {
  readonly progress: CourseProgress;
  readonly onPractise: () => void;
}

/** The tour of the pretend lab, as a part of the course: so far, and the way there ([HPG8]). */
export function CourseTour({ progress, onPractise }: CourseTourProps) {
  const say = useTrainingSay();
  const total = tourSteps.length;
  const done = tourSteps.filter((_step, at) => progress.toured.has(at)).length;
  return (
    <article className="help-page training__practice" {...screenNamed('training-tour')}>
      <h2 className="help-page__title">{say('tour')}</h2>
      <p>{say('tour.means')}</p>
      <div className="training__bar">
        <StepBar done={done} total={total} mostSteps={total} />
        <p>{say('steps.count', { done, of: total })}</p>
      </div>
      <Button icon={Footprints} label={say('tour.begin')} tone="next" onPress={onPractise} />
    </article>
  );
}

interface CourseActsProps extends CourseTourProps {
  readonly tasks: readonly PracticeTask[];
  readonly onPage: (page: HelpPageId) => void;
}

/** What is to be done in the pretend lab once, in any order: each with the page that says how ([HPG8]). */
export function CourseActs({ progress, tasks, onPage, onPractise }: CourseActsProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  return (
    <article className="help-page training__practice" {...screenNamed('training-acts')}>
      <h2 className="help-page__title">{say('acts')}</h2>
      <p>{say('acts.means')}</p>
      <ul className="training__tasks">
        {tasks.map((task) => {
          const done = progress.practised.has(task);
          const { page } = taskRules[task];
          return (
            <li
              key={task}
              className={done ? 'training__task training__task--done' : 'training__task'}
            >
              {done ? <CircleCheckBig aria-hidden="true" /> : <Circle aria-hidden="true" />}
              <span>
                {say(`task.${task}`)}
                <span className="unseen"> {say(done ? 'read.done' : 'read.not')}</span>
                <small>
                  {say('task.how')}{' '}
                  <button type="button" className="help-page__way" onClick={() => onPage(page)}>
                    {helpPages[page].title[language]}
                  </button>
                </small>
              </span>
            </li>
          );
        })}
      </ul>
      <Button icon={FlaskConical} label={say('acts.begin')} tone="next" onPress={onPractise} />
    </article>
  );
}
