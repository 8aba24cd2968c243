import {
  auditTime,
  combineLatest,
  firstValueFrom,
  map,
  switchMap,
  tap,
  throttleTime,
  withLatestFrom,
} from 'rxjs';
import { packRunsCode } from '../../content/pack/piece-folders.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { Observable } from 'rxjs';
import type { CommandType } from '../../shared/contracts/commands/command-map.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type { HeldAsk, HeldView } from '../../shared/contracts/ipc/held-views.ts';
import type { CoursesView, GroupsView, TeamView } from '../../shared/contracts/ipc/people-views.ts';
import type { ListFile, ListFormat, ListPreview } from '../../shared/contracts/ipc/list-views.ts';
import type {
  LearnerPage,
  LearnersView,
  RoomView,
  SeatHealthView,
  StaffView,
  StuckView,
} from '../../shared/contracts/ipc/views.ts';
import type { MostReadView } from '../../shared/contracts/ipc/library-view.ts';
import type {
  AttendanceAsk,
  AttendanceView,
  WrongDayAsk,
  WrongDayView,
} from '../../shared/contracts/ipc/attendance-view.ts';
import type { ReadingRoomView, RoomAsk } from '../../shared/contracts/ipc/reading-room-view.ts';
import type {
  LabDayView,
  RosterView,
  TimetableView,
} from '../../shared/contracts/ipc/timetable-view.ts';
import type { PacksView } from '../../shared/contracts/ipc/packs-view.ts';
import type { VoicesView } from '../../shared/contracts/ipc/voices-view.ts';
import type { PacksAnswer } from '../../shared/contracts/pack-api.ts';
import type { SiteView } from '../../shared/contracts/ipc/site-view.ts';
import type { FinishedCourse } from '../../shared/contracts/staff-course.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type { ManyDeed, ManyJudged } from '../../shared/contracts/many-learners.ts';
import type { LearnerId, PackId, SittingId, StationId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/ports.ts';
import type { LabNow } from '../../sync/replication/lab-clock.ts';
import type { Keys } from '../keyring/keys.ts';
import { seatHolders } from '../learners/learner-summary.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import type { Summaries } from '../learners/summary-index.ts';
import { goneOf } from '../live/heard-seats.ts';
import type { HeardSeats } from '../live/heard-seats.ts';
import { listening$ } from '../live/listening.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { StuckPlaces } from '../lessons/stuck-places.ts';
import { distinctView } from '../views/distinct-view.ts';
import { groupsView } from '../views/groups-view.ts';
import { teamView, trainedOf } from '../views/team-view.ts';
import { staffView } from '../views/people-view.ts';
import { mostReadView } from '../views/most-read-view.ts';
import { rosterView, timetableView } from '../views/timetable-view.ts';
import { attendanceView } from '../views/attendance-view.ts';
import { wrongDayView } from '../views/wrong-day-view.ts';
import { readingRoomView } from '../views/reading-room-view.ts';
import { roomView } from '../views/room-view.ts';
import type { Presence } from '../views/room-view.ts';
import { savedList } from '../learner-file/export-list.ts';
import { previewList } from '../learner-file/list-preview.ts';
import { HeldBack } from './held-back.ts';
import type { HeldBackSources } from './held-back.ts';
import { learnerList$ } from './learner-list.ts';
import { learnerPage$ } from './learner-page.ts';
import { withoutOwnReading } from './own-reading.ts';
import { manyPreview } from './preview-many.ts';
import { packsView$ } from './packs-view.ts';
import { voicesView$ } from './voices-view.ts';
import type { StaffSession } from './staff-session.ts';
import { learnersWithin, reachedRoom$ } from './within-reach.ts';

/** What supervisor windows see move. Each gives its newest value at once. */
export interface SupervisorViews {
  staff$(session: StaffSession): Observable<StaffView>;
  /** Of learners within this person's reach ([PRM5]). */
  room$(actor: Actor): Observable<RoomView>;
  /** How seats' PCs are, for whoever keeps them ([LIV7]). */
  readonly seatHealth$: Observable<SeatHealthView>;
  learners$(actor: Actor): Observable<LearnersView>;
  /** Fails with `shape.invalid` for a learner who is not in the directory, or not within their reach. */
  learner$(actor: Actor, learner: LearnerId, pictureHost: SittingId): Observable<LearnerPage>;
  groups$(actor: Actor): Observable<GroupsView>;
  readonly courses$: Observable<CoursesView>;
  readonly team$: Observable<TeamView>;
  trained$(actor: Actor): Observable<readonly FinishedCourse[]>;
  /** What a list of learners would come to. @throws ReanError `hub.away`, as the hub knows the year */
  previewList(actor: Actor, bytes: Uint8Array): Promise<ListPreview>;
  /** The learners within somebody's reach, or those of them, as a file ([IMP5]). */
  savedList(
    actor: Actor,
    format: ListFormat,
    learners: readonly LearnerId[] | undefined,
  ): Promise<ListFile>;
  /** What a deed about many would come to ([LST3]). @throws ReanError `hub.away` where it goes by the year */
  previewMany(actor: Actor, deed: ManyDeed, learners: readonly LearnerId[]): Promise<ManyJudged>;
  readonly site$: Observable<SiteView>;
  /** What is read most in the library ([LIB5]). */
  readonly mostRead$: Observable<MostReadView>;
  /** Visits to the reading room and loans of paper books, within this person's scopes ([LIB6]). */
  readingRoom$(actor: Actor, asked: RoomAsk): Observable<ReadingRoomView>;
  /** The lab's week ([TTB1]), and who comes when on a day ([TTB11]). */
  timetable$(actor: Actor): Observable<TimetableView>;
  roster$(actor: Actor, date: string): Observable<RosterView>;
  /** Groups' sheets of lab days, of groups within this person's reach ([ATT11]). */
  attendance$(actor: Actor, asked: AttendanceAsk): Observable<AttendanceView>;
  /** What having one lab day count as another would come to ([ATT12]). */
  wrongDay$(actor: Actor, asked: WrongDayAsk): Observable<WrongDayView>;
  /** Which day the hub dates by. */
  readonly labDay$: Observable<LabDayView>;
  /** Packs of hub and stations; null while the hub can't be asked ([SUP20]). */
  readonly packs$: Observable<PacksView | null>;
  /** What of a pack is recorded; null where it is not installed here ([VOI1]). */
  voices$(pack: PackId): Observable<VoicesView | null>;
  /** What the hub holds back, as staff may see it ([SUP14]). */
  held$(session: StaffSession, asked: HeldAsk): Observable<HeldView>;
  /** What the hub told, as staff may read it ([LIB4]). */
  told(type: CommandType, output: unknown): unknown;
  /** To be called once a command of this type was done here: what it changed is asked for anew. */
  noteDone(type: CommandType): void;
}

export interface SupervisorSources extends HeldBackSources {
  readonly keys$: Observable<Keys | null>;
  readonly summaries$: Observable<Summaries>;
  readonly live$: (learner: LearnerId) => Observable<LearnerState>;
  /** While the hub is away: the stations that answer this one, and how long ago each did, ms. */
  readonly together$: Observable<ReadonlyMap<StationId, number>>;
  readonly hubReachable$: Observable<boolean>;
  /** What seats say of themselves, by way of the hub; and to this station while it is away. */
  readonly hubSeats$: Observable<HeardSeats>;
  readonly peerSeats$: Observable<HeardSeats>;
  readonly clock: Clock;
  /** The year by the lab's date at the hub ([TTB14]). @throws ReanError `hub.away` */
  readonly hubYear: () => Promise<number>;
  /** Asks the hub of packs. */
  readonly packs: () => Promise<PacksAnswer>;
  readonly hubUrl: string;
  /** The lab's date, `YYYY-MM-DD`; null while the hub has not told it. */
  readonly labDate$: Observable<string | null>;
  /** With what o'clock it is, as its minute moves; null while the hub has not told it. */
  readonly labNow$: Observable<LabNow | null>;
  readonly shelf: LessonShelf;
}

/** Several documents of one pull, or a first pull of thousands, make one picture, ms. */
const settleMs = 50;
/** Everybody's time is added up for it, so not with every answer, ms. */
const groupsEveryMs = 2000;
/** As often as somebody who plans can follow, ms. */
const timetableEveryMs = 250;
/** Everybody is counted for it, so seldom, ms. */
const mostReadEveryMs = 60_000;
const sheetsEveryMs = 500;

export function supervisorViews(sources: SupervisorSources): SupervisorViews {
  const { directory$, keys$, summaries$, shelf } = sources;
  const held = new HeldBack(sources);
  const places = new StuckPlaces(shelf);
  const room$ = combineLatest([
    directory$,
    summaries$,
    sources.presence$,
    sources.together$,
    shelf.catalogue$,
    sources.hubSeats$,
    sources.peerSeats$,
    listening$(sources.hubReachable$),
  ]).pipe(
    auditTime(settleMs),
    switchMap(async (moved) => {
      const [directory, { all, seated }, presence, together, catalogue, ...hearing] = moved;
      const [hubSeats, peerSeats, listening] = hearing;
      const stuck = await stuckOf(seated.values(), places);
      return roomView({
        directory,
        holders: seatHolders(seated.values()),
        all,
        presence: presence && presenceByStation(presence),
        // Those that were switched off before the hub was are known to be off.
        live: presence === null ? new Map([...goneOf(hubSeats), ...peerSeats]) : hubSeats,
        nowMs: sources.clock.monotonicMs(),
        together,
        listening,
        catalogue,
        stuck,
      });
    }),
    distinctView(),
  );
  const learners$ = learnerList$(directory$, summaries$, keys$, sources.labDate$);
  return {
    staff$: (session) =>
      combineLatest([directory$, keys$, session.signedIn$]).pipe(
        map(([directory, keys, signedIn]) => staffView(directory, keys !== null, signedIn)),
        distinctView(),
      ),
    room$: (actor) => reachedRoom$(room$, directory$, actor),
    seatHealth$: room$.pipe(
      map(({ seats }) =>
        seats.map(({ station, inTouch, health }) => ({ station, inTouch, health })),
      ),
      distinctView(),
    ),
    // The list comes anew with each directory by itself, at its own pace.
    learners$: (actor) =>
      learners$.pipe(
        withLatestFrom(directory$),
        map(([view, directory]) => learnersWithin(view, actor, directory)),
      ),
    learner$: (actor, learner, pictureHost) =>
      learnerPage$({ ...sources, places }, actor, learner, pictureHost),
    groups$: (actor) =>
      combineLatest([
        directory$,
        summaries$.pipe(throttleTime(groupsEveryMs, undefined, { leading: true, trailing: true })),
      ]).pipe(
        auditTime(settleMs),
        map(([directory, { all }]) => groupsView(directory, all, actor)),
        distinctView(),
      ),
    courses$: shelf.catalogue$.pipe(
      map(({ courses }) => ({
        courses: [...courses.values()].map(({ course, items }) => ({
          course: course.id,
          title: course.title,
          byOfficer: course.enrolment === 'officer',
          lessons: items.map(({ pack, item }) => ({ pack, lesson: item.id, title: item.title })),
        })),
      })),
      distinctView(),
    ),
    team$: directory$.pipe(map(teamView), distinctView()),
    trained$: ({ person }) =>
      directory$.pipe(
        map(({ training }) => trainedOf(training, person)),
        distinctView(),
      ),
    previewList: async (actor, bytes) => {
      const year = await sources.hubYear();
      return previewList(bytes, { actor, directory: await firstValueFrom(directory$), year });
    },
    savedList: async (actor, format, learners) =>
      savedList(await firstValueFrom(directory$), actor, format, learners),
    previewMany: async (actor, deed, learners) => {
      const year = deed.deed === 'move' ? await sources.hubYear() : 0;
      const [directory, keys, catalogue] = await firstValueFrom(
        combineLatest([directory$, keys$, shelf.catalogue$]),
      );
      return manyPreview(deed, learners, { actor, directory, keys, catalogue, year });
    },
    site$: site$(sources),
    mostRead$: combineLatest([summaries$, shelf.catalogue$]).pipe(
      throttleTime(mostReadEveryMs, undefined, { leading: true, trailing: true }),
      map(([{ all }, catalogue]) => mostReadView(all.values(), catalogue)),
      distinctView(),
    ),
    readingRoom$: (actor, asked) =>
      combineLatest([directory$, sources.labDate$]).pipe(
        auditTime(settleMs),
        map(([directory, today]) => readingRoomView(directory, actor, asked, today)),
        distinctView(),
      ),
    labDay$: sources.labNow$.pipe(
      map((now) => now && { date: now.date, sure: now.sure }),
      distinctView(),
    ),
    timetable$: (actor) =>
      combineLatest([directory$, summaries$, sources.labNow$]).pipe(
        // Each answer of anybody moves the summaries; hours got move once a day.
        throttleTime(timetableEveryMs, undefined, { leading: true, trailing: true }),
        map(([directory, { all }, now]) =>
          timetableView({ directory, summaries: all, now }, actor),
        ),
        distinctView(),
      ),
    roster$: (actor, date) =>
      directory$.pipe(
        auditTime(settleMs),
        map((directory) => rosterView(directory, actor, date)),
        distinctView(),
      ),
    attendance$: (actor, asked) =>
      combineLatest([directory$, summaries$, sources.labDate$, sources.labNow$]).pipe(
        // Everybody's days are looked at for it.
        throttleTime(sheetsEveryMs, undefined, { leading: true, trailing: true }),
        map(([directory, summaries, today, now]) =>
          attendanceView({ directory, summaries, today, now }, actor, asked),
        ),
        distinctView(),
      ),
    wrongDay$: (actor, asked) =>
      combineLatest([directory$, summaries$, sources.labDate$]).pipe(
        throttleTime(sheetsEveryMs, undefined, { leading: true, trailing: true }),
        map(([directory, summaries, today]) =>
          wrongDayView({ directory, summaries, today }, actor, asked),
        ),
        distinctView(),
      ),
    packs$: packsView$(sources.packs, directory$),
    voices$: (pack) => voicesView$(shelf, pack),
    held$: (session, asked) => held.view$(session, asked),
    told: (type, output) => withoutOwnReading(type, output, shelf.catalogue),
    noteDone: (type) => {
      if (type === 'quarantine.decide' || type === 'quarantine.vouch') held.noteDecided();
    },
  };
}

function presenceByStation({ stations }: StationsAnswer): ReadonlyMap<StationId, Presence> {
  return new Map(stations.map((presence) => [presence.station, presence]));
}

/** Of those who sit somewhere, by learner. */
async function stuckOf(seated: Iterable<LearnerSummary>, places: StuckPlaces) {
  const stuck = new Map<LearnerId, StuckView>();
  for (const summary of seated) {
    const view = await places.of(summary.stuck);
    if (view !== null) stuck.set(summary.learner, view);
  }
  return stuck;
}

function site$({
  directory$,
  presence$,
  hubReachable$,
  hubUrl,
  shelf,
}: SupervisorSources): Observable<SiteView> {
  let lastBackup: SiteView['lastBackup'];
  const told$ = presence$.pipe(
    tap((presence) => {
      lastBackup = presence === null ? ageless(lastBackup) : presence.lastBackup;
    }),
  );
  return combineLatest([directory$, told$, hubReachable$, shelf.catalogue$]).pipe(
    map(([directory, presence, hubReachable, catalogue]) => ({
      siteName: directory.site?.name ?? null,
      hubUrl,
      hubReachable,
      quarantined: presence?.quarantined ?? null,
      unfolded: presence?.unfolded ?? null,
      ...(presence?.missing === undefined ? {} : { missing: presence.missing }),
      ...(presence?.stuck === undefined ? {} : { stuck: presence.stuck }),
      lastBackup,
      packs: catalogue.newest.map((manifest) => ({
        pack: manifest.id,
        version: manifest.version,
        title: manifest.title,
        runsCode: packRunsCode(manifest),
      })),
      stations: [...directory.stations.values()].filter(({ disabled }) => !disabled).length,
      learners: [...directory.learners.values()].filter(({ disabled }) => !disabled).length,
    })),
    distinctView(),
  );
}

/** While the hub is away, what it last said stays; only how long ago is not known any more. */
function ageless(lastBackup: SiteView['lastBackup']): SiteView['lastBackup'] {
  return lastBackup && { ...lastBackup, days: null };
}
