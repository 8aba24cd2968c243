import { combineLatest, from, map, switchMap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { figuresOf } from '../../domain/attendance/attendance-figures.ts';
import { countedRecords } from '../../domain/attendance/moved-days.ts';
import { recordedDays } from '../../domain/attendance/recorded-days.ts';
import { noEnrolments } from '../../domain/course/takes-course.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { LearnerPage } from '../../shared/contracts/ipc/views.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId, SittingId } from '../../shared/ids.ts';
import { helpHistory } from '../help/help-history.ts';
import { summarize } from '../learners/learner-summary.ts';
import type { StuckPlaces } from '../lessons/stuck-places.ts';
import { attendedFilms } from '../viewing/viewing-views.ts';
import { accountView } from '../views/account-view.ts';
import { distinctView } from '../views/distinct-view.ts';
import { homeView } from '../views/home-view.ts';
import { learnerPageView } from '../views/learner-page-view.ts';
import { learnerRow } from '../views/learner-rows.ts';
import type { BaseOf } from '../views/lesson-card.ts';
import type { SupervisorSources } from './supervisor-views.ts';
import { seesLearner } from './within-reach.ts';

interface PageSources extends Pick<
  SupervisorSources,
  'directory$' | 'keys$' | 'live$' | 'shelf' | 'labDate$'
> {
  readonly places: StuckPlaces;
}

/** One learner's page as it moves; `shape.invalid` for who is not here, or out of the person's reach ([PRM5]). */
export function learnerPage$(
  { directory$, keys$, live$, shelf, places, labDate$ }: PageSources,
  actor: Actor,
  learner: LearnerId,
  pictureHost: SittingId,
): Observable<LearnerPage> {
  return combineLatest([directory$, keys$, live$(learner), shelf.catalogue$, labDate$]).pipe(
    switchMap(([directory, keys, state, catalogue, today]) => {
      const account = directory.learners.get(learner);
      if (account === undefined || !seesLearner(actor, account, directory)) {
        return throwError(() => new ReanError('shape.invalid', { at: 'learner' }));
      }
      const enrolments = directory.enrolments.get(learner) ?? noEnrolments;
      const baseOf: BaseOf = (pack, version) => shelf.baseOf(pack, version, pictureHost);
      const row = learnerRow(account, { summary: summarize(state), directory, keys });
      const page = {
        row,
        account: accountView(account, actor, directory),
        films: attendedFilms(state, catalogue),
        help: helpHistory(state.help, directory, catalogue),
        attendance: figuresOf(
          countedRecords(recordedDays(state), directory.attendance.moved, today),
          directory.attendance.of(learner),
        ),
      };
      const attendance = directory.attendance.of(learner);
      const home = homeView(state, enrolments, { catalogue, baseOf, labDate: today, attendance });
      const notes = directory.notes.get(learner) ?? [];
      const { staff } = directory;
      return from(places.of(state.stuck)).pipe(
        map((stuck) => ({
          ...page,
          ...learnerPageView({ state, row, home, stuck, notes, staff, today }),
        })),
      );
    }),
    distinctView(),
  );
}
