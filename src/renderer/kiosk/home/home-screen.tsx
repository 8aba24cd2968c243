import { ScrollText } from 'lucide-react';
import type { HomeView, LessonCard, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Ring } from '../../ui/ring.tsx';
import { Bar, HelpButton, SoundButton } from '../shell/bar.tsx';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { courseProgress } from './course-progress.ts';
import type { Course } from './course-progress.ts';
import { GoOnCard } from './go-on-card.tsx';
import './home.css';
import { SignOutButton } from './sign-out-button.tsx';

interface HomeProps {
  readonly sitting: SittingView;
  readonly home: HomeView;
  readonly onLesson: (lesson: LessonCard) => void;
  readonly onCourse: (course: string) => void;
  readonly onRecord: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** One large step on, and the courses beneath. */
export function HomeScreen(props: HomeProps) {
  const { sitting, home, onLesson, onCourse, onRecord, onLanguage } = props;
  const say = useSay();
  const language = useLanguage();
  const wide = useWide();
  return (
    <>
      <Bar
        left={<SignOutButton learner={sitting.learner} />}
        controls={
          <>
            <HelpButton asked={sitting.helpAsked} />
            {speaks(home, language) && <SoundButton />}
          </>
        }
        language={language}
        onLanguage={onLanguage}
      />
      {home.courses.length === 0 ? (
        <NoCourses onRecord={onRecord} />
      ) : (
        <main className="home">
          {home.goOn === null ? <AllDone /> : <GoOnCard lesson={home.goOn} onOpen={onLesson} />}
          <h2>{say('home.courses')}</h2>
          <div className="home__row">
            <PagedGrid
              things={home.courses}
              columns={wide || home.courses.length <= 3 ? 3 : 2}
              rows={1}
            >
              {(course) => <CourseCard key={course.course} course={course} onOpen={onCourse} />}
            </PagedGrid>
            <RecordCard onOpen={onRecord} />
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

function CourseCard(props: { readonly course: Course; readonly onOpen: (course: string) => void }) {
  const say = useSay();
  const { course } = props;
  const progress = courseProgress(course);
  const words = say('progress.of', progress);
  return (
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
  );
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

function RecordCard({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  return (
    <button type="button" className="record-card" onClick={onOpen}>
      <ScrollText aria-hidden="true" />
      <span>{say('home.record')}</span>
    </button>
  );
}

/** Nothing to learn just now; what was done before can still be looked at. */
function NoCourses({ onRecord }: { readonly onRecord: () => void }) {
  const say = useSay();
  return (
    <main className="plain-words">
      <Drawing name="book" />
      <h1>{say('home.no-courses')}</h1>
      <p>{say('home.no-courses-next')}</p>
      <RecordCard onOpen={onRecord} />
    </main>
  );
}
