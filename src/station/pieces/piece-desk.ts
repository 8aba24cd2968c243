import { lessonKey } from '../../domain/lesson-progress.ts';
import { noEnrolments } from '../../domain/course/takes-course.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import { asReanError, ReanError } from '../../shared/errors.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { refuseNotTaken } from '../catalogue/taken-courses.ts';
import { refuseWaiting } from '../catalogue/waits-for.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { leaveOpen } from '../sitting/open-sitting.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import { answerCourse } from '../cmi5/answer-course.ts';
import { emptyAnswer, nothingThere, textAnswer } from '../cmi5/course-call.ts';
import type { CourseAnswer, CourseCall } from '../cmi5/course-call.ts';
import { placeOfCourse } from '../cmi5/course-news.ts';
import { coursePathOf, openCourse } from '../cmi5/course-run.ts';
import type { OpenCourse } from '../cmi5/course-run.ts';
import { freshUuid } from '../cmi5/unit-launch.ts';
import { courseDue, framesWord, pieceLeft, reported } from './piece-left.ts';
import {
  choosePiece,
  keepTold,
  nothingUntold,
  pieceOpened,
  pieceTold,
  pieceView,
  pseudonymOf,
  timeTold,
} from './piece-run.ts';
import type { PieceRun } from './piece-run.ts';

interface PieceDeskParts {
  readonly shelf: LessonShelf;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  readonly directory: DirectoryIndex;
  readonly whileSitting: <T>(act: (sitting: OpenSitting) => Promise<T>) => Promise<T>;
  readonly record: (
    sitting: OpenSitting,
    payloads: readonly EventPayload[],
    after: Partial<Pick<OpenSitting, 'run' | 'piece' | 'review'>>,
  ) => Promise<void>;
}

/**
 * Pieces at a kiosk ([PCE4]): what a frame tells counts for the piece that is open and the learner who
 * sits here, whatever it says.
 */
export class PieceDesk {
  readonly #parts: PieceDeskParts;

  constructor(parts: PieceDeskParts) {
    this.#parts = parts;
  }

  /** @throws ReanError `sitting.none`, `pack.not-installed`, `lesson.not-taken`, `lesson.waits`, `store.full` */
  open({ pack, piece }: CommandInput<'kiosk', 'piece.open'>): Promise<PieceView> {
    return this.#parts.whileSitting(async (sitting) => {
      const { catalogue } = this.#parts.shelf;
      const newest = catalogue.piece(pack, piece);
      if (newest === undefined) throw new ReanError('pack.not-installed', { pack, piece });
      const { enrolments } = this.#parts.directory.directory;
      refuseNotTaken(newest, catalogue, enrolments.get(sitting.learner) ?? noEnrolments);
      refuseWaiting(newest, catalogue, sitting.live.state);
      const isHere = (version: typeof newest.version) =>
        catalogue.piece(pack, piece, version) !== undefined;
      const progress = sitting.live.state.pieces[lessonKey(pack, piece)];
      const { version, place } = choosePiece(progress, newest.version, isHere);
      const { item } = catalogue.piece(pack, piece, version) ?? newest;
      const nonce = Buffer.from(this.#parts.randomness.bytes(16)).toString('hex');
      const recordedAt = this.#now();
      const pseudonym = pseudonymOf(sitting.learner, pack);
      const at = { sitting: sitting.sitting, pack, version, item };
      const opened = { ...at, nonce, pseudonym, place, untold: nothingUntold, recordedAt };
      const run = { ...opened, course: await this.#courseOf(opened) };
      const payloads = [...leaveOpen(sitting, recordedAt), pieceOpened(run)];
      await this.#parts.record(sitting, payloads, { run: null, review: null, piece: run });
      return pieceView(run);
    });
  }

  /**
   * Keeps where it is in memory, so that whatever ends the sitting records it.
   * @throws ReanError `sitting.none`, `lesson.not-open`
   */
  keep(told: CommandInput<'kiosk', 'piece.keep'>): Promise<void> {
    return this.#told((run) => ({ payloads: [], run: keepTold(run, framesWord(run, told)) }));
  }

  /** @throws ReanError `sitting.none`, `lesson.not-open`, `store.full` */
  save({ place, activeMs }: CommandInput<'kiosk', 'piece.save'>): Promise<void> {
    return this.#told((run, now) => {
      if (run.course !== null || place === run.place) {
        const { untold } = keepTold(run, { place: null, activeMs });
        return { payloads: [], run: { ...run, untold: { ...untold, place: null } } };
      }
      const payload = pieceTold(run, { type: 'piece.saved', place, activeMs }, now);
      return {
        payloads: [payload],
        run: { ...run, place, untold: nothingUntold, recordedAt: now },
      };
    });
  }

  /** Errors as {@link save}. */
  report(told: CommandInput<'kiosk', 'piece.report'>): Promise<void> {
    return this.#told((run, now) => {
      if (run.course !== null) {
        // Of a course the station knows the result itself; what it has is on record once this is answered.
        return reported(keepTold(run, { place: null, activeMs: told.activeMs }), now);
      }
      return {
        payloads: [pieceTold(run, { type: 'piece.reported', ...told }, now)],
        run: timeTold(run, now),
      };
    });
  }

  /**
   * Answers what a page on a pack's origin asks of the course that is open ([PCE13]). What it says is in memory
   * once this is answered, and on record as results and places of all pieces are.
   */
  async course(call: CourseCall): Promise<CourseAnswer> {
    try {
      return await this.#parts.whileSitting((sitting) => this.#answer(sitting, call));
    } catch (error) {
      const code = asReanError(error).code;
      return code === 'sitting.none' ? nothingThere : emptyAnswer(503);
    }
  }

  /** It could not be played: told to the officer with its reason. Errors as {@link save}. */
  fail(told: CommandInput<'kiosk', 'piece.fail'>): Promise<void> {
    return this.#told((run, now) => {
      const { pack, version, item } = run;
      const { reason, detail } = told;
      this.#parts.log.error('piece.failed', { pack, version, piece: item.id, reason, detail });
      const payload = pieceTold(run, { type: 'piece.failed', ...told }, now);
      return { payloads: [payload], run: timeTold(run, now) };
    });
  }

  /** Its frame is gone; nothing to do where none is open. @throws ReanError `store.full` */
  leave(last: CommandInput<'kiosk', 'piece.leave'>): Promise<void> {
    return this.#parts.whileSitting((sitting) => {
      const payloads = sitting.piece === null ? [] : pieceLeft(sitting.piece, last, this.#now());
      return this.#parts.record(sitting, payloads, { piece: null });
    });
  }

  async #answer(sitting: OpenSitting, call: CourseCall): Promise<CourseAnswer> {
    const { piece: run } = sitting;
    const { randomness, clock } = this.#parts;
    if (run === null || run.course === null) return nothingThere;
    const path = coursePathOf(run, call.url);
    if (path === null) return nothingThere;
    if (run.course.kind === 'faulty') return textAnswer(409, run.course.problem);
    const tools = { randomness, wallMs: clock.wallMs() };
    const { answer, course } = answerCourse(call, path, run.nonce, run.course, tools);
    const isNew = course.kept !== run.course.kept;
    const place = isNew ? placeOfCourse(course) : null;
    if (isNew && place === null) return emptyAnswer(413);
    const next = keepTold({ ...run, course }, { place, activeMs: 0 });
    const due = courseDue(next, this.#now());
    if (due.payloads.length === 0 && course === run.course) return answer;
    try {
      await this.#parts.record(sitting, due.payloads, { piece: due.run });
    } catch (error) {
      // It stays in memory, and is recorded with what comes next.
      await this.#parts.record(sitting, [], { piece: next });
      throw error;
    }
    return answer;
  }

  /** The course of a piece of cmi5; null of all others. */
  async #courseOf(run: Omit<PieceRun, 'course'>): Promise<OpenCourse | null> {
    const { item, pack, version } = run;
    if (item.kind !== 'cmi5') return null;
    const reader = await this.#parts.shelf.open(pack, version);
    const bytes = await reader.read(item.entry).catch(() => null);
    return openCourse({ ...run, registration: freshUuid(this.#parts.randomness) }, bytes);
  }

  #told(
    act: (
      run: PieceRun,
      nowMs: number,
    ) => { readonly payloads: readonly EventPayload[]; readonly run: PieceRun },
  ): Promise<void> {
    return this.#parts.whileSitting(async (sitting) => {
      if (sitting.piece === null) throw new ReanError('lesson.not-open');
      const { payloads, run } = act(sitting.piece, this.#now());
      await this.#parts.record(sitting, payloads, { piece: run });
    });
  }

  #now(): number {
    return this.#parts.clock.monotonicMs();
  }
}
