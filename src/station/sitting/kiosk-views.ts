import { combineLatest, distinctUntilChanged, map, of, switchMap, throttleTime } from 'rxjs';
import type { Observable } from 'rxjs';
import { noEnrolments } from '../../domain/course/takes-course.ts';
import { usualIdleTimes } from '../../shared/contracts/documents/directory.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { LibraryAsk, LibraryView } from '../../shared/contracts/ipc/library-view.ts';
import type { HomeView, PeopleView, SittingView } from '../../shared/contracts/ipc/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { Keys } from '../keyring/keys.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import type { Library } from '../library/library.ts';
import { distinctView } from '../views/distinct-view.ts';
import { callOf } from './call-for-help.ts';
import { emptyHome, homeView } from '../views/home-view.ts';
import { emptyLibrary, libraryView } from '../views/library-view.ts';
import { peopleView } from '../views/people-view.ts';
import type { OpenSitting } from './open-sitting.ts';

/** What a kiosk window sees move. Each gives its newest value at once. */
export interface KioskViews {
  readonly people$: Observable<PeopleView>;
  readonly sitting$: Observable<SittingView | null>;
  readonly home$: Observable<HomeView>;
  /** A page of the library, for whoever sits here ([LIB2]). */
  library$(asked: LibraryAsk): Observable<LibraryView>;
}

export interface KioskViewSources {
  readonly sitting$: Observable<OpenSitting | null>;
  readonly directory$: Observable<Directory>;
  readonly keys$: Observable<Keys | null>;
  readonly shelf: LessonShelf;
  readonly libraryIn: (catalogue: Catalogue) => Library;
  /** Today in the lab: what is due moves with it ([REV3]). */
  readonly labDate$: Observable<string | null>;
}

/** Thousands of tiles are sent whole, so a run of enrolments makes few of them, ms. */
const peopleEveryMs = 250;

export function kioskViews(sources: KioskViewSources): KioskViews {
  const { directory$, keys$, sitting$ } = sources;
  return {
    people$: combineLatest([directory$, keys$]).pipe(
      throttleTime(peopleEveryMs, undefined, { leading: true, trailing: true }),
      map(([directory, keys]) => peopleView(directory, keys !== null)),
      distinctView(),
    ),
    sitting$: combineLatest([sitting$, directory$]).pipe(
      switchMap(([sitting, directory]) =>
        sitting === null
          ? of(null)
          : sitting.live.state$.pipe(map((state) => sittingView(sitting, state, directory))),
      ),
      distinctView(),
    ),
    home$: home$(sources),
    library$: library$(sources),
  };
}

function home$({ sitting$, directory$, shelf, labDate$ }: KioskViewSources): Observable<HomeView> {
  return sitting$.pipe(
    distinctUntilChanged((a, b) => a?.sitting === b?.sitting),
    switchMap((sitting) => (sitting === null ? of(emptyHome) : homeOf(sitting))),
    distinctView(),
  );

  function homeOf({ sitting, learner, live }: OpenSitting): Observable<HomeView> {
    return combineLatest([live.state$, directory$, shelf.catalogue$, labDate$]).pipe(
      map(([state, directory, catalogue, labDate]) =>
        homeView(state, directory.enrolments.get(learner) ?? noEnrolments, {
          catalogue,
          labDate,
          attendance: directory.attendance.of(learner),
          baseOf: (pack, version) => shelf.baseOf(pack, version, sitting),
        }),
      ),
    );
  }
}

function library$({
  sitting$,
  shelf,
  libraryIn,
}: KioskViewSources): (asked: LibraryAsk) => Observable<LibraryView> {
  const pageOf = ({ sitting, live }: OpenSitting, asked: LibraryAsk) =>
    combineLatest([live.state$, shelf.catalogue$]).pipe(
      map(([state, catalogue]) =>
        libraryView(libraryIn(catalogue), asked, state, {
          catalogue,
          baseOf: (pack, version) => shelf.baseOf(pack, version, sitting),
        }),
      ),
    );
  return (asked) =>
    sitting$.pipe(
      distinctUntilChanged((a, b) => a?.sitting === b?.sitting),
      switchMap((sitting) => (sitting === null ? of(emptyLibrary) : pageOf(sitting, asked))),
      distinctView(),
    );
}

function sittingView(
  { sitting, learner, accountLanguage, comesNext, goesOn }: OpenSitting,
  state: LearnerState,
  directory: Directory,
): SittingView | null {
  const account = directory.learners.get(learner);
  if (account === undefined) return null;
  return {
    sitting,
    learner: learnerCard(account),
    language: state.language ?? accountLanguage,
    board: state.board,
    ...callOf(sitting, state),
    comesNext,
    goesOn,
    idle: directory.site?.idle ?? usualIdleTimes,
  };
}
