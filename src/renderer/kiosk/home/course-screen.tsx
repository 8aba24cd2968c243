import { Check, ChevronLeft } from 'lucide-react';
import type { LessonCard, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { Button } from '../../ui/button.tsx';
import { Ring } from '../../ui/ring.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { KindSign } from '../piece/kind-sign.tsx';
import { PackPicture, PackText } from '../shell/pack-media.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import type { Course } from './course-progress.ts';
import './course.css';

interface CourseProps {
  readonly sitting: SittingView;
  readonly course: Course;
  readonly onBack: () => void;
  readonly onLesson: (lesson: LessonCard) => void;
  readonly onLanguage: (language: Language) => void;
}

/** The lessons of a course, in their order: the second and last level ([KSK5]). */
export function CourseScreen({ sitting, course, onBack, onLesson, onLanguage }: CourseProps) {
  const say = useSay();
  const language = useLanguage();
  const wide = useWide();
  const numbered = course.lessons.map((lesson, index) => ({ lesson, place: index + 1 }));
  return (
    <>
      <Bar
        left={<Button icon={ChevronLeft} label={say('page.back')} onPress={onBack} />}
        middle={
          <h1 className="course__title">
            <PackText phrase={course.title} />
          </h1>
        }
        controls={<HelpButton asked={sitting.helpAsked} />}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="course">
        <PagedGrid things={numbered} columns={wide ? 4 : 3} rows={2}>
          {({ lesson, place }) => (
            <LessonButton key={lesson.key} lesson={lesson} place={place} onOpen={onLesson} />
          )}
        </PagedGrid>
      </main>
    </>
  );
}

function LessonButton(props: {
  readonly lesson: LessonCard;
  readonly place: number;
  readonly onOpen: (lesson: LessonCard) => void;
}) {
  const language = useLanguage();
  const { lesson, place } = props;
  return (
    <button
      type="button"
      className={`lesson-card lesson-card--${lesson.status}`}
      onClick={() => props.onOpen(lesson)}
    >
      <span className="lesson-card__place">{formatDigits(place, language)}</span>
      <KindSign kind={lesson.kind} />
      <span className="lesson-card__picture">
        <PackPicture base={lesson.base} picture={lesson.picture} />
      </span>
      <span className="lesson-card__title">
        <PackText phrase={lesson.title} />
      </span>
      <LessonState lesson={lesson} />
    </button>
  );
}

function LessonState({ lesson }: { readonly lesson: LessonCard }) {
  const say = useSay();
  if (lesson.status === 'new') {
    return <span className="lesson-card__state">{say('lesson.new')}</span>;
  }
  if (lesson.status === 'done') {
    return (
      <span className="lesson-card__state lesson-card__state--done">
        <Check aria-hidden="true" />
        {say('lesson.done')}
      </span>
    );
  }
  const words = say('progress.of', { done: lesson.done, total: lesson.total });
  return (
    <span className="lesson-card__state">
      <Ring done={lesson.done} total={lesson.total} label="" />
      {words}
    </span>
  );
}
