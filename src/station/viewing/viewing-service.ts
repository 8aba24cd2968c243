import { auditTime, combineLatest, firstValueFrom, map, of, startWith, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { nameForm } from '../../domain/name-form.ts';
import type { Actor } from '../../domain/permissions.ts';
import { correctedAttendance } from '../../domain/viewing/viewing-draft.ts';
import { matchThere } from '../../domain/viewing/match-there.ts';
import type {
  BigScreen,
  FilmDrive,
  FilmFailed,
  FilmTold,
  FilmsView,
  ThereList,
  ViewingView,
  ViewingsView,
} from '../../shared/contracts/ipc/viewing-views.ts';
import type { CountedAnswers } from '../../shared/contracts/viewing.ts';
import { ReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { LearnerId, PackId, StaffId, ViewingId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';
import type { LiveLearnerSource } from '../learners/live-learner.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { readTable } from '../learner-file/read-table.ts';
import { TableError } from '../learner-file/table.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import type { Recorder } from '../record/recorder.ts';
import type { BaseOf } from '../views/lesson-card.ts';
import { distinctView } from '../views/distinct-view.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import { heldViewings } from './held-viewings.ts';
import type { HeldViewing } from './held-viewings.ts';
import type { ViewingDesk } from './viewing-desk.ts';
import { bigScreen, filmsView, mayHold, viewingView, viewingsView } from './viewing-views.ts';

export interface ViewingServiceParts {
  readonly desk: ViewingDesk;
  readonly directory$: Observable<Directory>;
  readonly summaries$: Observable<Summaries>;
  readonly learners: Pick<LiveLearnerSource, 'ownEvents'>;
  readonly shelf: LessonShelf;
  readonly recorder: Recorder;
}

/** Several words of one change make one picture, ms. */
const settleMs = 50;
const action = 'viewing.hold';
const look = { learner: null, part: 'list', reason: 'viewings' } as const;

/** Showing films to groups, for whoever is signed in at a window and may ([GRP2]). */
export class ViewingService {
  readonly #parts: ViewingServiceParts;

  constructor(parts: ViewingServiceParts) {
    this.#parts = parts;
  }

  films$(session: StaffSession, baseOf: BaseOf): Observable<FilmsView> {
    const { shelf } = this.#parts;
    return session.only(action, () =>
      shelf.catalogue$.pipe(
        map((catalogue) => filmsView(catalogue, baseOf)),
        distinctView(),
      ),
    );
  }

  /** For any window of this station: a film stands on a wall, and nobody's name with it. */
  screen$(): Observable<BigScreen | null> {
    return this.#parts.desk.now$.pipe(map(bigScreen), distinctView());
  }

  viewing$(session: StaffSession): Observable<ViewingView | null> {
    const { desk, directory$, shelf } = this.#parts;
    return session.only(action, (actor) =>
      combineLatest([desk.now$, directory$, shelf.catalogue$]).pipe(
        map(([now, directory, catalogue]) => viewingView(now, actor, { directory, catalogue })),
        distinctView(),
      ),
    );
  }

  viewings$(session: StaffSession): Observable<ViewingsView> {
    const { desk, directory$, summaries$, shelf } = this.#parts;
    return session.viewing(action, look, (actor) =>
      combineLatest([
        directory$,
        summaries$,
        shelf.catalogue$,
        desk.recorded$.pipe(startWith(undefined)),
      ]).pipe(
        auditTime(settleMs),
        switchMap(async ([directory, summaries, catalogue]) =>
          viewingsView(await this.#held(actor, directory, summaries), directory, catalogue),
        ),
        distinctView(),
      ),
    );
  }

  /** @throws ReanError `permission.denied`, `viewing.open`, `pack.not-installed`, `store.*` */
  async begin(
    session: StaffSession,
    asked: { readonly pack: PackId; readonly piece: string },
  ): Promise<void> {
    const actor = await this.#holder(session);
    await this.#parts.desk.begin(staffOf(actor), asked);
  }

  async resume(session: StaffSession): Promise<void> {
    await this.#holder(session);
    await this.#parts.desk.resume();
  }

  /** @throws ReanError `permission.denied` where one of them is out of reach */
  async tick(session: StaffSession, learners: readonly LearnerId[], there: boolean): Promise<void> {
    const actor = await this.#holder(session);
    const directory = await firstValueFrom(this.#parts.directory$);
    const isOut = (learner: LearnerId) =>
      !mayHold(actor, learner, directory) ||
      (there && directory.learners.get(learner)?.disabled !== false);
    if (learners.some(isOut)) throw new ReanError('permission.denied', { action });
    await this.#parts.desk.tick(learners, there);
  }

  async answer(session: StaffSession, counted: CountedAnswers): Promise<void> {
    await this.#holder(session);
    await this.#parts.desk.answer(counted);
  }

  async drive(session: StaffSession, drive: FilmDrive): Promise<void> {
    await this.#holder(session);
    await this.#parts.desk.drive(drive);
  }

  /** What the page that plays the film tells, whoever signed in at its window or nobody: it names the viewing. */
  told(told: FilmTold): Promise<void> {
    return this.#parts.desk.told(told);
  }

  ready(viewing: ViewingId): Promise<BigScreen['go']> {
    return this.#parts.desk.ready(viewing);
  }

  failed({ viewing, fault }: FilmFailed): Promise<void> {
    return this.#parts.desk.failed(viewing, fault);
  }

  async end(session: StaffSession): Promise<void> {
    const actor = await this.#holder(session);
    const { learners } = await firstValueFrom(this.#parts.directory$);
    await this.#parts.desk.end(staffOf(actor), (learner) => learners.has(learner));
  }

  async discard(session: StaffSession): Promise<void> {
    await this.#holder(session);
    await this.#parts.desk.discard();
  }

  /** Whom a list names, of those within reach ([GRP3]). */
  async readThere(actor: Actor, bytes: Uint8Array): Promise<ThereList> {
    const directory = await firstValueFrom(this.#parts.directory$);
    const learners = [...directory.learners.values()].filter(({ learner }) =>
      mayHold(actor, learner, directory),
    );
    try {
      const formOf = (name: string) => nameForm(normalizeAnswer(name));
      const rows = matchThere(await readTable(bytes), { learners, formOf });
      return rows === null ? { read: false, problem: 'no-names' } : { read: true, rows };
    } catch (error) {
      if (error instanceof TableError) return { read: false, problem: error.problem };
      throw error;
    }
  }

  /**
   * Says otherwise than what is recorded of somebody at a viewing: a new record, which stands ([GRP7]).
   * @throws ReanError `permission.denied`, `viewing.none`, `viewing.pointless`, `store.*`
   */
  async correct(
    session: StaffSession,
    asked: { readonly viewing: ViewingId; readonly learner: LearnerId; readonly there: boolean },
  ): Promise<void> {
    const actor = await this.#actor(session);
    const { desk, recorder } = this.#parts;
    const directory = await firstValueFrom(this.#parts.directory$);
    const summaries = await firstValueFrom(this.#parts.summaries$);
    const { viewing, learner, there } = asked;
    if (!mayHold(actor, learner, directory)) throw new ReanError('permission.denied', { action });
    const held = (await this.#held(actor, directory, summaries)).get(viewing);
    if (held === undefined) throw new ReanError('viewing.none');
    const { touched: _touched, there: _there, staff: _staff, reason: _reason, ...film } = held.film;
    const before = { film, there: held.people.get(learner)?.there ?? false };
    const said = correctedAttendance(before, there, staffOf(actor));
    if (said === null) throw new ReanError('viewing.pointless');
    const payload = { ...said, type: 'viewing.attended' } as const;
    await recorder.recordAbout([{ learner, payload }]);
    desk.noteRecorded();
  }

  #held(
    actor: Actor,
    directory: Directory,
    summaries: Summaries,
  ): Promise<ReadonlyMap<ViewingId, HeldViewing>> {
    const { ownEvents } = this.#parts.learners;
    const within = [...directory.learners.keys()].filter((each) => mayHold(actor, each, directory));
    return heldViewings({ summaries, ownEvents }, within);
  }

  #actor(session: StaffSession): Promise<Actor> {
    return firstValueFrom(session.only(action, (actor) => of(actor)));
  }

  /** Who may go on with the viewing there is: nobody else's learners are in it. */
  async #holder(session: StaffSession): Promise<Actor> {
    const actor = await this.#actor(session);
    const { desk, shelf } = this.#parts;
    const directory = await firstValueFrom(this.#parts.directory$);
    const view = viewingView(desk.now, actor, { directory, catalogue: shelf.catalogue });
    if (view?.state === 'another') throw new ReanError('permission.denied', { action });
    return actor;
  }
}

const staffOf = (actor: Actor): StaffId => staffIdSchema.parse(actor.person);
