import { ArrowRight, Check, ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import type { LessonCard, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { KindSign } from '../piece/kind-sign.tsx';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { ringOf } from './course-progress.ts';
import type { Course } from './course-progress.ts';
import { FirstThis } from './first-this.tsx';
import './course.css';

interface CourseProps {
  readonly sitting: SittingView;
  readonly course: Course;
  /** The lesson its page begins with. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
  readonly onBack: () => void;
  readonly onLesson: (lesson: LessonCard) => void;
  readonly onLanguage: (language: Language) => void;
}

/** The lessons of a course, in their order: the second and last level ([KSK5]). */
export function CourseScreen(props: CourseProps) {
  const { sitting, course, from, onFrom, onBack, onLesson, onLanguage } = props;
  const say = useSay();
  const language = useLanguage();
  const wide = useWide();
  const clip = useClip(clipOf(course.base, course.title, language));
  const [waiting, setWaiting] = useState<LessonCard | null>(null);
  const numbered = course.lessons.map((lesson, index) => ({ lesson, place: index + 1 }));
  const firstOf = ({ waitsFor }: LessonCard) =>
    course.lessons.find(({ key }) => key === waitsFor) ?? null;
  const asked = waiting === null ? null : firstOf(waiting);
  return (
    <>
      <Bar
        screen="course"
        left={<Button icon={ChevronLeft} label={say('back')} onPress={onBack} />}
        middle={
          <h1 className="course__title">
            <PackText phrase={course.title} />
            {clip !== null && <AudioButton clip={clip} />}
          </h1>
        }
        controls={<HelpButton sitting={sitting} />}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="course">
        <PagedGrid things={numbered} columns={wide ? 4 : 3} rows={2} from={from} onFrom={onFrom}>
          {({ lesson, place }) => (
            <LessonButton
              key={lesson.key}
              lesson={lesson}
              first={firstOf(lesson)}
              place={place}
              onOpen={lesson.waitsFor === null ? onLesson : setWaiting}
            />
          )}
        </PagedGrid>
      </main>
      {waiting !== null && asked !== null && (
        <FirstThis
          first={asked}
          then={waiting}
          onBegin={() => onLesson(asked)}
          onClose={() => setWaiting(null)}
        />
      )}
    </>
  );
}

function LessonButton(props: {
  readonly lesson: LessonCard;
  /** What comes before it; null where it is open. */
  readonly first: LessonCard | null;
  readonly place: number;
  readonly onOpen: (lesson: LessonCard) => void;
}) {
  const language = useLanguage();
  const { lesson, first, place } = props;
  return (
    <button
      type="button"
      className={`lesson-card lesson-card--${first === null ? lesson.status : 'waits'}`}
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
      {first === null ? <LessonState lesson={lesson} /> : <ComesFirst first={first} />}
    </button>
  );
}

/** The way to a lesson that is not open yet, drawn: that one first, then this. */
function ComesFirst({ first }: { readonly first: LessonCard }) {
  const say = useSay();
  return (
    <span className="lesson-card__state lesson-card__first">
      <span className="lesson-card__first-picture">
        <PackPicture base={first.base} picture={first.picture} />
      </span>
      <ArrowRight aria-hidden="true" />
      {say('lesson.later')}
    </span>
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
  const { kind, done, total } = lesson;
  const words = kind === 'lesson' ? say('progress.of', { done, total }) : say('piece.begun');
  return (
    <span className="lesson-card__state">
      <Ring {...ringOf(lesson)} label="" />
      {words}
    </span>
  );
}
