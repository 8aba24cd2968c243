import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { isHelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import '../help-pages/help-pages.css';
import { PageArticle } from '../help-pages/page-article.tsx';
import { pagesToRead } from './course-pages.ts';
import { CourseNews } from './course-news.tsx';
import { CourseActs, CourseTour } from './course-practice.tsx';
import { useCourseProgress } from './course-progress.tsx';
import type { CourseProgress } from './course-progress.tsx';
import { CourseSteps } from './course-steps.tsx';
import type { CourseStep } from './course-steps.tsx';
import { FinishCourse } from './finish-course.tsx';
import { Questions } from './questions.tsx';
import './training.css';
import { partsDone, useCourse } from './use-course.ts';
import type { CourseTaken } from './use-course.ts';

const useTrainingSay = createSayHook(trainingTexts);
const usePagesSay = createSayHook(helpPagesTexts);

interface TrainingProps {
  readonly status: StationStatus;
  /** Back to what was there before. */
  readonly onBack: () => void;
  /** What they were in the pretend lab for, where they come from there. */
  readonly backFrom?: 'tour' | 'free';
  /** To the pretend lab, and back here from there. */
  readonly onPractise: (as: 'tour' | 'free') => void;
}

/** The course for staff: pages to read, practice, questions, and the word to the hub that it is done ([HPG5]). */
export function Training(props: TrainingProps) {
  const course = useCourse();
  return course === undefined ? <Opening /> : <Course {...props} course={course} />;
}

interface CourseProps extends TrainingProps {
  readonly course: CourseTaken;
}

function Course({ status, course, backFrom, onBack, onPractise }: CourseProps) {
  const say = useTrainingSay();
  const sayPages = usePagesSay();
  const { progress, noteRead } = useCourseProgress();
  const [shown, setShown] = useState(() =>
    backFrom === undefined ? firstLeft(course, progress) : partOf[backFrom],
  );
  useEffect(() => {
    if (isHelpPageId(shown)) noteRead(shown);
  }, [shown, noteRead]);
  const way = { progress, onPage: setShown };
  return (
    <PlaceFrame
      screen="training"
      title={say('course.supervising')}
      aside={say(course.version.parts.includes('acts') ? 'about.practice' : 'about')}
      acts={<Button icon={ArrowLeft} label={sayPages('back')} onPress={onBack} />}
      onEscape={onBack}
    >
      <div className="help-pages">
        <div className="help-pages__list training">
          <CourseSteps course={course} shown={shown} progress={progress} onShow={setShown} />
          <FinishCourse status={status} course={course} progress={progress} />
        </div>
        {shown === 'new' && course.earlier !== null && (
          <CourseNews course={course} earlier={course.earlier} onShow={setShown} />
        )}
        {shown === 'tour' && <CourseTour {...way} onPractise={() => onPractise('tour')} />}
        {shown === 'acts' && (
          <CourseActs {...way} tasks={course.tasks} onPractise={() => onPractise('free')} />
        )}
        {shown === 'questions' && (
          <Questions questions={course.version.questions} onPage={setShown} />
        )}
        {isHelpPageId(shown) && <PageArticle key={shown} page={shown} onPage={setShown} />}
      </div>
    </PlaceFrame>
  );
}

const partOf = { tour: 'tour', free: 'acts' } as const;

/** What comes next of the course; what is new first, for who has not begun with that. */
function firstLeft(course: CourseTaken, progress: CourseProgress): CourseStep {
  const { asked, earlier, finished } = course;
  const done = partsDone(course, progress);
  const next = asked.parts.find((part) => !done.includes(part));
  const isBegun = progress.toured.size + progress.practised.size > 0;
  if (earlier !== null && finished === null && !isBegun) return 'new';
  if (next !== 'reading') return next ?? 'questions';
  return pagesToRead.find((page) => !progress.read.has(page)) ?? 'questions';
}
