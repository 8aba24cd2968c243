import { Check, ScrollText } from 'lucide-react';
import type { HomeView, LessonCard, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { CourseId, Language } from '../../../shared/ids.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { Bar, HelpButton, SoundButton } from '../shell/bar.tsx';
import { LibraryCard } from '../library/library-card.tsx';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { TutorWay } from '../tutor/tutor-way.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { courseProgress } from './course-progress.ts';
import type { Course } from './course-progress.ts';
import { DueCard, NextCard } from './beside-cards.tsx';
import { GoOnCard, GoOverCard } from './go-on-card.tsx';
import './home.css';
import { SignOutButton } from './sign-out-button.tsx';

interface HomeProps {
  readonly sitting: SittingView;
  readonly home: HomeView;
  readonly onLesson: (lesson: LessonCard) => void;
  readonly onCourse: (course: CourseId) => void;
  readonly onRecord: () => void;
  readonly onReview: () => void;
  readonly onLibrary: () => void;
  readonly onTutor: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** One large step on, what is due and what is new beside it, the courses and what was done beneath. */
export function HomeScreen(props: HomeProps) {
  const { sitting, home, onLesson, onCourse, onRecord, onReview, onLibrary, onTutor, onLanguage } =
    props;
  const say = useSay();
  const language = useLanguage();
  const wide = useWide();
  return (
    <>
      <Bar
        screen={home.courses.length === 0 ? 'home-nothing' : 'home'}
        left={<SignOutButton learner={sitting.learner} />}
        middle={<TutorWay onOpen={onTutor} />}
        controls={
          <>
            <HelpButton sitting={sitting} />
            {speaks(home, language) && <SoundButton />}
          </>
        }
        language={language}
        onLanguage={onLanguage}
      />
      {home.courses.length === 0 ? (
        <NoCourses done={home.record.lessonsDone} onRecord={onRecord} onLibrary={onLibrary} />
      ) : (
        <main className="home">
          <div className="home__top">
            <OneStep home={home} onLesson={onLesson} onReview={onReview} />
            {home.goOn !== null && (home.due > 0 || home.next !== null) && (
              <div className="home__beside">
                {home.due > 0 && <DueCard count={home.due} onOpen={onReview} />}
                {home.next !== null && <NextCard lesson={home.next} onOpen={onLesson} />}
              </div>
            )}
          </div>
          <h2>{say('home.courses')}</h2>
          <div className="home__row">
            <PagedGrid
              things={home.courses}
              columns={wide || home.courses.length <= 3 ? 3 : 2}
              rows={1}
            >
              {(course) => <CourseCard key={course.course} course={course} onOpen={onCourse} />}
            </PagedGrid>
            <div className="home__ways">
              <LibraryCard onOpen={onLibrary} />
              <RecordCard done={home.record.lessonsDone} onOpen={onRecord} />
            </div>
          </div>
        </main>
      )}
    </>
  );
}

/** Whether anything the home screen shows can be heard. */
function speaks(home: HomeView, language: Language): boolean {
  const phrases = home.courses.flatMap((course) => [
    course.title,
    ...course.lessons.map((lesson) => lesson.title),
  ]);
  return phrases.some((phrase) => clipOf('', phrase, language) !== null);
}

function CourseCard(props: {
  readonly course: Course;
  readonly onOpen: (course: CourseId) => void;
}) {
  const say = useSay();
  const language = useLanguage();
  const { course } = props;
  const clip = useClip(clipOf(course.base, course.title, language));
  const progress = courseProgress(course);
  const words = say('progress.of', progress);
  return (
    <div className="heard">
      <button type="button" className="course-card" onClick={() => props.onOpen(course.course)}>
        <Ring {...progress} label={words}>
          <PackPicture base={course.base} picture={course.picture} />
        </Ring>
        <span className="course-card__words">
          <span className="course-card__title">
            <PackText phrase={course.title} />
          </span>
          <span className="course-card__progress">{words}</span>
        </span>
      </button>
      {clip !== null && <AudioButton clip={clip} />}
    </div>
  );
}

type StepProps = Pick<HomeProps, 'home' | 'onLesson' | 'onReview'>;

/** A lesson; where all are done, what is due; else nothing but that all are done ([VIE2]). */
function OneStep({ home, onLesson, onReview }: StepProps) {
  if (home.goOn !== null) return <GoOnCard lesson={home.goOn} onOpen={onLesson} />;
  return home.due > 0 ? <GoOverCard count={home.due} onOpen={onReview} /> : <AllDone />;
}

function AllDone() {
  const say = useSay();
  return (
    <section className="go-on go-on--done">
      <span className="go-on__drawing">
        <Drawing name="lotus" />
      </span>
      <span className="go-on__words">
        <span className="go-on__title">{say('home.all-done')}</span>
        <span>{say('home.all-done-next')}</span>
      </span>
    </section>
  );
}

interface RecordProps {
  /** Lessons. */
  readonly done: number;
  readonly onOpen: () => void;
}

/** What I have done: so many, with a check mark, and the way to the whole record. */
function RecordCard({ done, onOpen }: RecordProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <button type="button" className="record-card" onClick={onOpen}>
      <span className="record-card__signs">
        <ScrollText aria-hidden="true" />
        {done > 0 && (
          <span className="record-card__done">
            <span className="unseen">{say('home.done-count', { count: done })}</span>
            <Check aria-hidden="true" />
            <span aria-hidden="true">{formatNumber(done, language)}</span>
          </span>
        )}
      </span>
      <span>{say('home.record')}</span>
    </button>
  );
}

/** Nothing to learn just now; what was done before can still be looked at. */
function NoCourses(props: { readonly done: number } & Pick<HomeProps, 'onRecord' | 'onLibrary'>) {
  const say = useSay();
  return (
    <main className="plain-words">
      <Drawing name="book" />
      <h1>{say('home.no-courses')}</h1>
      <p>{say('home.no-courses-next')}</p>
      <div className="home__ways">
        <LibraryCard onOpen={props.onLibrary} />
        <RecordCard done={props.done} onOpen={props.onRecord} />
      </div>
    </main>
  );
}
