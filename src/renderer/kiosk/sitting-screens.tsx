import { useState } from 'react';
import type { SeatMoment } from '../../shared/contracts/seat-order.ts';
import type { SittingView } from '../../shared/contracts/ipc/views.ts';
import type { Language } from '../../shared/ids.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { CourseScreen } from './home/course-screen.tsx';
import { lessonAfter } from './home/course-progress.ts';
import { HomeScreen } from './home/home-screen.tsx';
import { RecordScreen } from './record/record-screen.tsx';
import { IdleWatch } from './idle/idle-watch.tsx';
import { libraryDoor } from './library/library-place.ts';
import { LibraryScreen } from './library/library-screen.tsx';
import { LessonScreen } from './lesson/lesson-screen.tsx';
import { PieceScreen } from './piece/piece-screen.tsx';
import { ReviewScreen } from './review/review-screen.tsx';
import { LedNote } from './led/led-note.tsx';
import { useLed } from './led/use-led.ts';
import {
  homeRoute,
  lessonScreenKey,
  routeBack,
  routeLed,
  routeMoved,
  routeToBook,
  routeToLesson,
} from './route.ts';
import type { Route } from './route.ts';
import { TutorScreen } from './tutor/tutor-screen.tsx';
import { useKeptScreen } from './shell/use-kept-screen.ts';
import { OwnBoardProvider } from './shell/own-board.tsx';
import { useStream } from './station.ts';
import { TimeNote } from './when/time-note.tsx';
import { LetInScreen } from './when/when-screen.tsx';

interface SittingProps {
  readonly sitting: SittingView;
  readonly onLanguage: (language: Language) => void;
}

/** A signed-in learner's screens. */
export function SittingScreens({
  sitting,
  locked,
  led,
  onLanguage,
}: SittingProps & { readonly locked: boolean; readonly led: SeatMoment['led'] }) {
  const home = useStream('home', undefined);
  const time = useStream('time', undefined).value ?? null;
  const [route, setRoute] = useState<Route>(() => routeMoved(sitting.goesOn));
  useKeptScreen(route);
  const [comesNext, setComesNext] = useState(sitting.comesNext);
  const ledTo = useLed(led, home.value, (lesson, order) => {
    setComesNext(null);
    setRoute(routeLed(lesson, order));
  });
  if (home.error !== undefined) return <ErrorNotice error={home.error} />;
  if (home.value === undefined) return <p className="splash">រៀន</p>;
  if (comesNext !== null) {
    return (
      <>
        <LetInScreen
          sitting={sitting}
          next={comesNext}
          onGoOn={() => setComesNext(null)}
          onLanguage={onLanguage}
        />
        <IdleWatch sitting={sitting} />
      </>
    );
  }
  return (
    <OwnBoardProvider sitting={sitting}>
      <Screen
        sitting={sitting}
        onLanguage={onLanguage}
        home={home.value}
        route={route}
        onRoute={setRoute}
      />
      {/* Nobody can touch a locked seat: that ends no sitting. */}
      {!locked && <IdleWatch sitting={sitting} />}
      {!locked && time !== null && (
        <TimeNote key={`${time.stage} ${time.until}`} learner={sitting.learner} time={time} />
      )}
      {!locked && ledTo !== null && <LedNote key={ledTo.order} {...ledTo} />}
    </OwnBoardProvider>
  );
}

interface ScreenProps extends SittingProps {
  readonly home: NonNullable<ReturnType<typeof useStream<'home'>>['value']>;
  readonly route: Route;
  readonly onRoute: (route: Route) => void;
}

function Screen({ sitting, onLanguage, home, route, onRoute }: ScreenProps) {
  const shared = { sitting, onLanguage };
  if (route.at === 'lesson' && route.lesson.kind !== 'lesson') {
    return (
      <PieceScreen
        {...shared}
        key={lessonScreenKey(route)}
        piece={route.lesson}
        next={lessonAfter(home, route.lesson.key)}
        onNext={(lesson) => onRoute(routeToLesson(route, lesson))}
        onHome={() => onRoute(homeRoute)}
        onLeave={() => onRoute(routeBack(route))}
      />
    );
  }
  if (route.at === 'lesson') {
    return (
      <LessonScreen
        {...shared}
        key={lessonScreenKey(route)}
        lesson={route.lesson}
        next={lessonAfter(home, route.lesson.key)}
        onNext={(lesson) => onRoute(routeToLesson(route, lesson))}
        onHome={() => onRoute(homeRoute)}
        onLeave={() => onRoute(routeBack(route))}
      />
    );
  }
  if (route.at === 'review') {
    return (
      <ReviewScreen
        {...shared}
        next={home.goOn}
        onNext={(lesson) => onRoute(routeToLesson(homeRoute, lesson))}
        onHome={() => onRoute(homeRoute)}
      />
    );
  }
  if (route.at === 'record') {
    return (
      <RecordScreen
        {...shared}
        home={home}
        from={route.from}
        onFrom={(from) => onRoute({ at: 'record', from })}
        onBack={() => onRoute(homeRoute)}
      />
    );
  }
  if (route.at === 'tutor') {
    return (
      <TutorScreen
        {...shared}
        place={route.place}
        onPlace={(place) => onRoute({ at: 'tutor', place })}
        onBack={() => onRoute(homeRoute)}
      />
    );
  }
  if (route.at === 'library') {
    return (
      <LibraryScreen
        {...shared}
        place={route.place}
        onPlace={(place) => onRoute({ at: 'library', place })}
        onBack={() => onRoute(homeRoute)}
        onBook={(book) => onRoute(routeToBook(book, route.place))}
      />
    );
  }
  const course = home.courses.find((each) => route.at === 'course' && each.course === route.course);
  if (route.at === 'course' && course !== undefined) {
    return (
      <CourseScreen
        {...shared}
        course={course}
        from={route.from}
        onFrom={(from) => onRoute({ ...route, from })}
        onBack={() => onRoute(homeRoute)}
        onLesson={(lesson) => onRoute(routeToLesson(route, lesson))}
      />
    );
  }
  return (
    <HomeScreen
      {...shared}
      home={home}
      onLesson={(lesson) => onRoute(routeToLesson(route, lesson))}
      onCourse={(id) => onRoute({ at: 'course', course: id, from: 0 })}
      onRecord={() => onRoute({ at: 'record', from: 0 })}
      onReview={() => onRoute({ at: 'review' })}
      onLibrary={() => onRoute({ at: 'library', place: libraryDoor })}
      onTutor={() => onRoute({ at: 'tutor', place: { show: 'asking' } })}
    />
  );
}
