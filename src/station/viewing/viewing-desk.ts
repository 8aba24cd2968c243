import { BehaviorSubject, Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { answered, attendanceOf, filmMoved, ticked } from '../../domain/viewing/viewing-draft.ts';
import type { FilmDrive, FilmTold } from '../../shared/contracts/ipc/viewing-views.ts';
import type { Pause } from '../../shared/contracts/pack-manifest.ts';
import type { PieceFault } from '../../shared/contracts/piece.ts';
import { viewingDraftSchema } from '../../shared/contracts/viewing.ts';
import type { CountedAnswers, ViewingDraft } from '../../shared/contracts/viewing.ts';
import { ReanError } from '../../shared/errors.ts';
import { viewingIdSchema } from '../../shared/ids.ts';
import type { LearnerId, PackId, SittingId, StaffId, ViewingId } from '../../shared/ids.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import type { CataloguePiece } from '../catalogue/catalogue.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { createQueue } from '../queue.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import type { Recorder } from '../record/recorder.ts';
import { freshSittingId } from '../sitting/sitting-id.ts';

export const savedViewingSchema = z.object({ draft: viewingDraftSchema.nullable() });
type SavedViewing = z.infer<typeof savedViewingSchema>;

/** The film as it plays now: gone with the process, or with whoever showed it. */
export interface FilmNow {
  /** Whose its frame is: an origin shared with nobody's sitting. */
  readonly host: SittingId;
  readonly nonce: string;
  readonly piece: CataloguePiece;
  readonly pauses: readonly Pause[];
  readonly playing: boolean;
  readonly duration: number;
  readonly go: { readonly to: number; readonly count: number };
  readonly pause: number | null;
  readonly answerShown: boolean;
  readonly fault: PieceFault | null;
  /** When it last told that it plays, monotonic ms; null while it stands still. */
  readonly playedAtMs: number | null;
}

export interface ViewingNow {
  readonly draft: ViewingDraft | null;
  readonly film: FilmNow | null;
}

export interface ViewingDeskParts {
  readonly store: LocalDocument<SavedViewing>;
  readonly shelf: LessonShelf;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly labDate: () => string | null;
}

/** How far the film may have played since what is on the disk, ms. */
const keepEveryMs = 5_000;

/**
 * The one film that this station shows to a group ([GRP1]): who was ticked and how long it played lies on the
 * disk before it is answered, and is recorded of everybody at once at the end ([GRP4], [GRP5]).
 */
export class ViewingDesk {
  readonly #parts: ViewingDeskParts;
  readonly #now: BehaviorSubject<ViewingNow>;
  readonly #inTurn = createQueue();
  readonly #recorded = new Subject<void>();
  #keptMs = 0;

  private constructor(parts: ViewingDeskParts, draft: ViewingDraft | null) {
    this.#parts = parts;
    this.#now = new BehaviorSubject<ViewingNow>({ draft, film: null });
    this.#keptMs = draft?.shownMs ?? 0;
  }

  /** Finds what a stop cut off. @throws ReanError `store.*` */
  static async open(parts: ViewingDeskParts): Promise<ViewingDesk> {
    const saved = await parts.store.load();
    return new ViewingDesk(parts, saved?.draft ?? null);
  }

  get now$(): Observable<ViewingNow> {
    return this.#now;
  }

  get now(): ViewingNow {
    return this.#now.value;
  }

  /** After each record of who was there. */
  get recorded$(): Observable<void> {
    return this.#recorded;
  }

  /**
   * Begins to show a film; pressed twice, it is begun once.
   * @throws ReanError `viewing.open` where another waits, `pack.not-installed`, `store.*`
   */
  begin(staff: StaffId, asked: { readonly pack: PackId; readonly piece: string }): Promise<void> {
    return this.#inTurn(async () => {
      const { draft } = this.now;
      if (draft !== null) {
        if (draft.pack === asked.pack && draft.piece === asked.piece) return this.#openFilm(draft);
        throw new ReanError('viewing.open');
      }
      const found = this.#find(asked.pack, asked.piece);
      const { pack, version, item } = found;
      const film = { pack, version, piece: item.id, day: this.#parts.labDate() };
      const begun = { ...film, viewing: this.#freshId(), shownMs: 0, answers: [] };
      const next: ViewingDraft = { ...begun, staff, there: [], at: 0 };
      await this.#keep(next);
      this.#openFilm(next);
    });
  }

  /** Goes on with what was cut off, where the film stood. @throws ReanError `viewing.none`, `pack.not-installed` */
  resume(): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#openFilm(this.#draft())));
  }

  /** @throws ReanError `viewing.none`, `store.*` */
  tick(learners: readonly LearnerId[], there: boolean): Promise<void> {
    return this.#inTurn(() => this.#keep(ticked(this.#draft(), learners, there)));
  }

  /** @throws ReanError `viewing.none`, `store.*` */
  answer(counted: CountedAnswers): Promise<void> {
    return this.#inTurn(() => this.#keep(answered(this.#draft(), counted)));
  }

  /** @throws ReanError `viewing.none` where no film plays */
  drive(drive: FilmDrive): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#show(driven(this.#film(), drive))));
  }

  /** What the page that plays it tells; of another viewing, or when none plays, nothing. */
  told(told: FilmTold): Promise<void> {
    return this.#inTurn(async () => {
      const { draft, film } = this.now;
      if (draft === null || film === null || draft.viewing !== told.viewing) return;
      const nowMs = this.#parts.clock.monotonicMs();
      const moved = filmMoved(draft, told, film.playedAtMs === null ? 0 : nowMs - film.playedAtMs);
      const { duration } = told;
      const isPause = told.pause !== null && told.pause < film.pauses.length;
      const reached = isPause && told.pause !== film.pause;
      this.#now.next({
        draft: moved,
        film: {
          ...film,
          duration,
          playedAtMs: told.playing ? nowMs : null,
          ...(reached && { pause: told.pause, playing: false, answerShown: false }),
          ...(hasEnded(told) && { playing: false }),
        },
      });
      if (moved.shownMs - this.#keptMs >= keepEveryMs || hasEnded(told)) await this.#keep(moved);
    });
  }

  /**
   * The page that plays it has opened the film, and goes on where it stands.
   * @throws ReanError `viewing.none` for another viewing
   */
  ready(viewing: ViewingId): Promise<FilmNow['go']> {
    return this.#inTurn(() => {
      const film = this.#film();
      const draft = this.#draft();
      if (draft.viewing !== viewing) throw new ReanError('viewing.none');
      const go = { to: draft.at, count: film.go.count + 1 };
      this.#show({ ...film, go });
      return Promise.resolve(go);
    });
  }

  failed(viewing: ViewingId, fault: PieceFault): Promise<void> {
    return this.#inTurn(() => {
      const { draft, film } = this.now;
      if (draft?.viewing === viewing && film !== null) this.#show({ ...film, fault });
      return Promise.resolve();
    });
  }

  /** Whoever showed it has left: it waits to be gone on with. */
  leave(): Promise<void> {
    return this.#inTurn(async () => {
      const { draft, film } = this.now;
      if (draft === null || film === null) return;
      this.#now.next({ draft, film: null });
      await this.#keep(draft);
    });
  }

  /**
   * Records who was there, all of them at once, and is done with it. Sent twice, or cut off before the draft was
   * taken away, it counts once: what is recorded names the viewing.
   * @throws ReanError `viewing.none`, `store.*`: then the draft stays
   */
  end(staff: StaffId, isKnown: (learner: LearnerId) => boolean): Promise<void> {
    return this.#inTurn(async () => {
      const draft = this.#draft();
      const attendance = attendanceOf(draft, staff);
      const there = draft.there.filter(isKnown);
      const payload = { ...attendance, type: 'viewing.attended' } as const;
      if (there.length > 0) {
        await this.#parts.recorder.recordAbout(there.map((learner) => ({ learner, payload })));
      }
      await this.#keep(null);
      this.#recorded.next();
    });
  }

  /** Nothing of it is recorded. @throws ReanError `viewing.none`, `store.*` */
  discard(): Promise<void> {
    return this.#inTurn(async () => {
      this.#draft();
      await this.#keep(null);
    });
  }

  /** Something else about a viewing was recorded. */
  noteRecorded(): void {
    this.#recorded.next();
  }

  #draft(): ViewingDraft {
    const { draft } = this.now;
    if (draft === null) throw new ReanError('viewing.none');
    return draft;
  }

  #film(): FilmNow {
    const { film } = this.now;
    if (film === null) throw new ReanError('viewing.none');
    return film;
  }

  #find(pack: PackId, piece: string): CataloguePiece {
    const found = this.#parts.shelf.catalogue.piece(pack, piece);
    if (found?.item.kind !== 'media') throw new ReanError('pack.not-installed', { pack, piece });
    return found;
  }

  #openFilm(draft: ViewingDraft): void {
    if (this.now.film?.fault === null) return;
    const { catalogue } = this.#parts.shelf;
    const piece =
      catalogue.piece(draft.pack, draft.piece, draft.version) ??
      this.#find(draft.pack, draft.piece);
    const { item } = piece;
    const pauses = (item.kind === 'media' ? item.pauses : undefined) ?? [];
    this.#show({
      host: freshSittingId(this.#parts.randomness),
      nonce: Buffer.from(this.#parts.randomness.bytes(16)).toString('hex'),
      piece,
      pauses,
      playing: false,
      duration: 0,
      go: { to: draft.at, count: 0 },
      pause: null,
      answerShown: false,
      fault: null,
      playedAtMs: null,
    });
  }

  #show(film: FilmNow): void {
    this.#now.next({ ...this.now, film });
  }

  /** On the disk first: nobody is told what a stop would undo. */
  async #keep(draft: ViewingDraft | null): Promise<void> {
    await this.#parts.store.save({ draft });
    this.#keptMs = draft?.shownMs ?? 0;
    this.#now.next({ draft, film: draft === null ? null : this.now.film });
  }

  #freshId(): ViewingId {
    return viewingIdSchema.parse(freshSittingId(this.#parts.randomness).replace('si-', 'vw-'));
  }
}

/** The last quarter of a second is not worth another look. */
const hasEnded = ({ at, duration }: FilmTold) => duration > 0 && at >= duration - 0.25;

/** The film as it is to go on; a question that stands over it goes as it plays on. */
function driven(film: FilmNow, drive: FilmDrive): FilmNow {
  const away = { pause: null, answerShown: false };
  switch (drive.do) {
    case 'play':
      return { ...film, ...away, playing: true };
    case 'hold':
      return { ...film, playing: false };
    case 'go':
      return { ...film, ...away, go: { to: drive.to, count: film.go.count + 1 } };
    case 'show-answer':
      return { ...film, answerShown: film.pause !== null };
  }
}
