import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import '../help-pages/help-pages.css';
import { PageArticle } from '../help-pages/page-article.tsx';
import { pagesToRead } from './course-pages.ts';
import { partsDone, useCourseProgress } from './course-progress.tsx';
import { CourseSteps } from './course-steps.tsx';
import { FinishCourse } from './finish-course.tsx';
import { Questions } from './questions.tsx';
import './training.css';

const useTrainingSay = createSayHook(trainingTexts);
const usePagesSay = createSayHook(helpPagesTexts);

interface TrainingProps {
  readonly status: StationStatus;
  /** Back to what was there before. */
  readonly onBack: () => void;
}

/** The course for staff: pages to read, questions, and the word to the hub that it is done ([HPG5]). */
export function Training({ status, onBack }: TrainingProps) {
  const say = useTrainingSay();
  const sayPages = usePagesSay();
  const { progress, noteRead } = useCourseProgress();
  const [shown, setShown] = useState<HelpPageId | 'questions'>(
    () => pagesToRead.find((page) => !progress.read.has(page)) ?? 'questions',
  );
  useEffect(() => {
    if (shown !== 'questions') noteRead(shown);
  }, [shown, noteRead]);
  return (
    <PlaceFrame
      screen="training"
      title={say('course.supervising')}
      aside={say('about')}
      acts={<Button icon={ArrowLeft} label={sayPages('back')} onPress={onBack} />}
      onEscape={onBack}
    >
      <div className="help-pages">
        <div className="help-pages__list training">
          <CourseSteps shown={shown} progress={progress} onShow={setShown} />
          <FinishCourse status={status} progress={progress} done={partsDone(progress)} />
        </div>
        {shown === 'questions' ? (
          <Questions onPage={setShown} />
        ) : (
          <PageArticle key={shown} page={shown} onPage={setShown} />
        )}
      </div>
    </PlaceFrame>
  );
}
