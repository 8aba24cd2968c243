import type { Board } from '../../shared/contracts/board.ts';
import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type {
  HandoverResult,
  LessonView,
  Marked,
  ReviewView,
  SittingStart,
} from '../../shared/contracts/ipc/views.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { ComesNext } from '../../shared/contracts/timetable.ts';
import type { Language, LearnerId, PackId, SittingId, StationId } from '../../shared/ids.ts';
import type { LabNow } from '../../sync/replication/lab-clock.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { Keys } from '../keyring/keys.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';
import { LiveLearner } from '../learners/live-learner.ts';
import type { LiveLearnerSource } from '../learners/live-learner.ts';
import { answerItem, openedPayload } from '../lessons/lesson-run.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { createQueue } from '../queue.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import type { Recorder } from '../record/recorder.ts';
import { signInNumber } from '../sign-in/learner-door.ts';
import type { Entered, LearnerDoor } from '../sign-in/learner-door.ts';
import { typedSecret } from '../sign-in/typed-secret.ts';
import { callOf } from './call-for-help.ts';
import { freshSittingId } from './sitting-id.ts';
import { endPayloads, leaveOpen, overdueCompletions } from './open-sitting.ts';
import type { EndReason, OpenSitting } from './open-sitting.ts';
import { PieceDesk } from '../pieces/piece-desk.ts';
import { lessonView, prepareRun } from './open-lesson.ts';
import { prepareReview, reviewView } from '../reviews/open-review.ts';
import { answerDue, reviewOpened } from '../reviews/review-run.ts';
import { ReadAloudDesk, toReadAloud } from '../recordings/read-aloud-desk.ts';
import type { RecordingCopies } from '../recordings/recording-copies.ts';
import type { Recordings } from '../recordings/recordings.ts';
import { doorFor } from './door-for.ts';
import { leftOpen } from './left-open.ts';
import type { Expected } from '../seat-orders/seat-moments.ts';
import { ScreenDesk } from './screen-desk.ts';
import { SittingEnds } from './sitting-ends.ts';
import type { SittingMark } from './sitting-mark.ts';

export interface KioskParts {
  readonly directory: DirectoryIndex;
  readonly keys: () => Keys | null;
  readonly door: LearnerDoor;
  readonly learners: LiveLearnerSource;
  readonly recorder: Recorder;
  readonly mark: LocalDocument<SittingMark>;
  readonly shelf: LessonShelf;
  readonly recordings: Recordings;
  readonly copies: RecordingCopies;
  readonly labDate: () => string | null;
  readonly station: StationId;
  readonly labNow: () => LabNow | null;
  readonly hasGiven: (learner: LearnerId) => boolean;
  /** Whether a technician is at this PC: nobody sits down then ([MNT2]). */
  readonly isMaintained: () => boolean;
  /** Who was moved to this seat, and is waited for. */
  readonly expected: () => Expected | null;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** How somebody came in. */
interface SatDown extends Pick<Entered, 'signIn' | 'handover'> {
  readonly comesNext: ComesNext | null;
}

type Answer = CommandInput<'kiosk', 'lesson.answer'>;

/**
 * What a learner does at this kiosk: one sitting at a time, every act recorded before it is
 * answered ([EVT2], [SIT1]). Commands run one after the other.
 */
export class KioskService {
  readonly #parts: KioskParts;
  readonly #sitting = new BehaviorSubject<OpenSitting | null>(null);
  readonly #taken = new BehaviorSubject(false);
  readonly #inTurn = createQueue();
  readonly #ends: SittingEnds;
  /** Pieces of the one who sits here. */
  readonly pieces: PieceDesk;
  readonly readAloud: ReadAloudDesk;
  /** What they leave behind. */
  readonly screens: ScreenDesk;

  constructor(parts: KioskParts) {
    this.#parts = parts;
    this.#ends = new SittingEnds(parts);
    this.pieces = new PieceDesk({
      ...parts,
      whileSitting: (act) => this.#whileSitting(act),
      record: (sitting, payloads, after) => this.#record(sitting, payloads, after),
    });
    this.readAloud = new ReadAloudDesk({
      ...parts,
      whileSitting: (act) => this.#whileSitting(act),
    });
    this.screens = new ScreenDesk({ ...parts, whileSitting: (act) => this.#whileSitting(act) });
  }

  get sitting$(): Observable<OpenSitting | null> {
    return this.#sitting;
  }

  /** Whether the last sitting ended because its learner was erased, and nobody has seen that yet ([ERA9]). */
  get taken$(): Observable<boolean> {
    return this.#taken;
  }

  /** Whoever stands here has read why the sitting ended, or nobody does. */
  seeTaken(): Promise<void> {
    this.#taken.next(false);
    return Promise.resolve();
  }

  /** The sitting now open. */
  get openNow(): OpenSitting | null {
    return this.#sitting.value;
  }

  /** The sitting now open, by id. */
  get sittingNow(): SittingId | null {
    return this.#sitting.value?.sitting ?? null;
  }

  /** Who sits here now. */
  get learnerNow(): LearnerId | null {
    return this.#sitting.value?.learner ?? null;
  }

  /** Whether something is to be read aloud just now: then alone may the window hear ([RAL5]). */
  get mayHear(): boolean {
    return toReadAloud(this.#sitting.value) !== null;
  }

  /**
   * Ends the sitting that was open when this station last stopped without saying so ([SIT3]); the
   * learner signs in again and goes on at the same item.
   */
  endForgottenSitting(): Promise<void> {
    const { keys } = this.#parts;
    return this.#inTurn(() =>
      this.#ends.endForgotten((learner) => keys()?.learnerKey(learner) ?? null),
    );
  }

  /**
   * @throws ReanError `key.missing` before the first keyring has come; `permission.denied` while
   * somebody sits here; `store.full`
   */
  start(typed: CommandInput<'kiosk', 'sitting.start'>): Promise<SittingStart> {
    return this.#whileFree(async () => {
      const { learner } = typed;
      const { result, ...entered } = await this.#parts.door.enter(learner, typedSecret(typed));
      if (result.result !== 'signed-in') return result;
      const door = doorFor(learner, this.#parts);
      if (door.kind === 'greet' && !door.letIn) return { result: 'not-now', next: door.next };
      const comesNext = door.kind === 'greet' ? door.next : null;
      await this.#sitDown(learner, { ...entered, comesNext });
      return result;
    });
  }

  /**
   * Shows a learner the new sign-in that waits behind an officer's number ([SGN9]).
   * @throws ReanError as {@link start}
   */
  openHandover({
    learner,
    number,
  }: CommandInput<'kiosk', 'handover.open'>): Promise<HandoverResult> {
    return this.#whileFree(() => this.#parts.door.openHandover(learner, number));
  }

  end(reason: EndReason): Promise<void> {
    return this.#inTurn(async () => {
      const sitting = this.#sitting.value;
      if (sitting !== null) await this.#standUp(sitting, reason);
    });
  }

  /**
   * To be called whenever directory or keys change. Whoever sits here leaves once they were erased
   * ([ERA9]), their account was closed, or another sign-in took the place of the one that opened the
   * sitting ([SIT6]); nobody's sitting ends by it but theirs.
   */
  endUnentitled(): Promise<void> {
    return this.#inTurn(async () => {
      const sitting = this.#sitting.value;
      if (sitting === null) return;
      const { directory, keys } = this.#parts;
      const { erased, learners } = directory.directory;
      const { learner, signIn } = sitting;
      if (erased.has(learner)) {
        this.#taken.next(true);
        return this.#leaveUnsaid(sitting);
      }
      const own = keys()?.learner(learner) ?? null;
      const isClosed = learners.get(learner)?.disabled === true;
      const isRenewed = own !== null && signInNumber(own) !== signIn;
      if (isClosed || isRenewed) await this.#standUp(sitting, 'account-changed');
    });
  }

  chooseLanguage(language: Language): Promise<void> {
    return this.#whileSitting((sitting) =>
      this.#record(sitting, [{ type: 'language.chosen', language }]),
    );
  }

  /** Which on-screen keyboard the learner types with, here and in later sittings ([KHM10]). */
  chooseBoard(board: Board): Promise<void> {
    return this.#whileSitting(async (sitting) => {
      if (sitting.live.state.board === board) return;
      await this.#record(sitting, [{ type: 'board.chosen', board }]);
    });
  }

  askHelp(): Promise<void> {
    return this.#setHelp(true);
  }

  endHelp(): Promise<void> {
    return this.#setHelp(false);
  }

  /** @throws ReanError `sitting.none`, `pack.not-installed`, other `pack.*`, `lesson.not-taken`, `lesson.waits`, `store.full` */
  openLesson({ pack, lesson }: { pack: PackId; lesson: string }): Promise<LessonView> {
    return this.#whileSitting(async (sitting) => {
      const open = sitting.run;
      if (open !== null && open.pack === pack && open.lesson.id === lesson && !open.completed) {
        // A window that lost its page asks again for the lesson it shows.
        return lessonView(open, this.#parts.shelf, this.screens.keeper.givenBack(sitting));
      }
      const { shelf, directory } = this.#parts;
      const run = await prepareRun(sitting, { pack, lesson }, shelf, directory);
      const left = leaveOpen(sitting, this.#parts.clock.monotonicMs());
      const after = { run, piece: null, review: null };
      await this.#record(sitting, [...left, openedPayload(run)], after);
      return lessonView(run, shelf, this.screens.keeper.givenBack({ ...sitting, ...after }));
    });
  }

  /**
   * What is due for the one who sits here ([REV3]).
   * @throws ReanError `sitting.none`, `lesson.not-open` where nothing is due, `store.full`
   */
  openReview(): Promise<ReviewView> {
    return this.#whileSitting(async (sitting) => {
      const review = await prepareReview(sitting, this.#parts);
      const left = leaveOpen(sitting, this.#parts.clock.monotonicMs());
      const after = { run: null, piece: null, review };
      await this.#record(sitting, [...left, reviewOpened(review)], after);
      const unsent = this.screens.keeper.givenBack({ ...sitting, ...after });
      return reviewView(review, this.#parts.shelf, unsent);
    });
  }

  /** @throws ReanError `sitting.none`, `lesson.not-open`, `lesson.item-unknown`, `store.full` */
  answer(answer: Answer): Promise<Marked> {
    return this.#whileSitting(async (sitting) => {
      if (sitting.review !== null) {
        const { marked, payloads, after } = answerDue(sitting.review, answer, normalizeAnswer);
        await this.#record(sitting, payloads, { review: after });
        this.screens.keeper.making(sitting, answer.item, null);
        return marked;
      }
      if (sitting.run === null) throw new ReanError('lesson.not-open');
      const { marked, payloads, after } = answerItem(sitting.run, answer, normalizeAnswer);
      await this.#record(sitting, payloads, { run: after });
      this.screens.keeper.making(sitting, answer.item, null);
      return marked;
    });
  }

  leaveLesson(): Promise<void> {
    return this.#whileSitting((sitting) =>
      this.#record(sitting, leaveOpen({ ...sitting, piece: null }, 0), { run: null, review: null }),
    );
  }

  /** @param entered by which sign-in, and what is over once the learner sits here */
  async #sitDown(learner: LearnerId, { signIn, handover, comesNext }: SatDown): Promise<void> {
    const { directory, learners, mark, randomness, shelf, log } = this.#parts;
    await this.#ends.settle();
    // New sittings get what is installed by now; what was there before serves if the disk fails.
    await shelf.refresh().catch(() => log.warn('packs.not-listed'));
    const live = await LiveLearner.open(learner, learners);
    const sitting = freshSittingId(randomness);
    const accountLanguage = directory.directory.learners.get(learner)?.language ?? 'km';
    const language = live.state.language ?? accountLanguage;
    const open = {
      sitting,
      learner,
      live,
      signIn,
      accountLanguage,
      comesNext,
      goesOn: this.#goesOn(live),
      run: null,
      piece: null,
      review: null,
    };
    this.screens.keeper.begin();
    try {
      await mark.save({ v: 1, open: { sitting, learner } });
      const overdue = overdueCompletions(live.state, sitting);
      const renewed: EventPayload[] = handover ? [{ type: 'sign-in.renewed', handover }] : [];
      const started: EventPayload = { type: 'sitting.started', sitting, language };
      await this.#record(open, [...renewed, started, ...overdue]);
      this.#taken.next(false);
    } catch (error) {
      live.close();
      throw error;
    }
  }

  /** What who sits down had open where they were moved from. */
  #goesOn({ state }: LiveLearner): OpenSitting['goesOn'] {
    const expected = this.#parts.expected();
    if (expected?.learner !== state.learner) return null;
    return leftOpen(state, this.#parts.shelf.catalogue, expected.open);
  }

  async #standUp(open: OpenSitting, reason: EndReason): Promise<void> {
    this.screens.stop();
    // Whatever the disk says, the learner must be able to leave.
    this.#sitting.next(null);
    open.live.close();
    const kept = this.screens.keeper.endPayloads(open, reason);
    const nowMs = this.#parts.clock.monotonicMs();
    const payloads = endPayloads(open, kept, { reason, nowMs });
    await this.#ends.record({ learner: open.learner, payloads });
  }

  /**
   * Their account goes from the directory a moment before it says that they were erased.
   * @throws ReanError `permission.denied` where they are still here
   */
  async #leaveIfGone(sitting: OpenSitting): Promise<void> {
    if (this.#parts.directory.directory.learners.has(sitting.learner)) {
      throw new ReanError('permission.denied', { why: 'somebody sits here' });
    }
    await this.#leaveUnsaid(sitting);
  }

  async #leaveUnsaid(sitting: OpenSitting): Promise<void> {
    this.#sitting.next(null);
    sitting.live.close();
    await this.#ends.forget();
  }

  #setHelp(asked: boolean): Promise<void> {
    return this.#whileSitting(async (open) => {
      const { sitting } = open;
      if (callOf(sitting, open.live.state).helpAsked === asked) return;
      const type = asked ? 'help.asked' : 'help.ended';
      await this.#record(open, [{ type, sitting }]);
    });
  }

  /** Records, and only then lets anybody see what follows from it. */
  async #record(
    open: OpenSitting,
    payloads: readonly EventPayload[],
    after: Partial<Pick<OpenSitting, 'run' | 'piece' | 'review'>> = {},
  ): Promise<void> {
    if (payloads.length > 0) {
      open.live.add(await this.#parts.recorder.record(open.learner, payloads));
    }
    this.#sitting.next({ ...open, ...after });
  }

  #whileFree<T>(act: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#parts.isMaintained()) throw new ReanError('permission.denied');
      const before = this.#sitting.value;
      if (before !== null) await this.#leaveIfGone(before);
      return act();
    });
  }

  /**
   * Does something while nobody sits here, nor sits down meanwhile.
   * @throws ReanError `permission.denied` while somebody sits here
   */
  whileEmpty<T>(act: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      if (this.#sitting.value !== null) throw new ReanError('permission.denied');
      return act();
    });
  }

  #whileSitting<T>(act: (sitting: OpenSitting) => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      const sitting = this.#sitting.value;
      if (sitting === null) throw new ReanError('sitting.none');
      return act(sitting);
    });
  }
}
