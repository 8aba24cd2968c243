import { lessonKey } from '../../domain/lesson-progress.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { leaveOpen } from '../sitting/open-sitting.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import { choosePiece, pieceLeft, pieceOpened, pieceTold, pieceView } from './piece-run.ts';
import type { PieceRun } from './piece-run.ts';

interface PieceDeskParts {
  readonly shelf: LessonShelf;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  readonly whileSitting: <T>(act: (sitting: OpenSitting) => Promise<T>) => Promise<T>;
  readonly record: (
    sitting: OpenSitting,
    payloads: readonly EventPayload[],
    after: Partial<Pick<OpenSitting, 'run' | 'piece'>>,
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

  /** @throws ReanError `sitting.none`, `pack.not-installed`, `store.full` */
  open({ pack, piece }: CommandInput<'kiosk', 'piece.open'>): Promise<PieceView> {
    return this.#parts.whileSitting(async (sitting) => {
      const { catalogue } = this.#parts.shelf;
      const newest = catalogue.piece(pack, piece);
      if (newest === undefined) throw new ReanError('pack.not-installed', { pack, piece });
      const isHere = (version: typeof newest.version) =>
        catalogue.piece(pack, piece, version) !== undefined;
      const progress = sitting.live.state.pieces[lessonKey(pack, piece)];
      const { version, place } = choosePiece(progress, newest.version, isHere);
      const { item } = catalogue.piece(pack, piece, version) ?? newest;
      const nonce = Buffer.from(this.#parts.randomness.bytes(16)).toString('hex');
      const recordedAt = this.#now();
      const run = { sitting: sitting.sitting, pack, version, item, nonce, place, recordedAt };
      const payloads = [...leaveOpen(sitting, recordedAt), pieceOpened(run)];
      await this.#parts.record(sitting, payloads, { run: null, piece: run });
      return pieceView(run);
    });
  }

  /** @throws ReanError `sitting.none`, `lesson.not-open`, `store.full` */
  save({ place, activeMs }: CommandInput<'kiosk', 'piece.save'>): Promise<void> {
    return this.#told((run, now) => {
      if (place === run.place) return { payloads: [], run };
      const payload = pieceTold(run, { type: 'piece.saved', place, activeMs }, now);
      return { payloads: [payload], run: { ...run, place, recordedAt: now } };
    });
  }

  /** Errors as {@link save}. */
  report(told: CommandInput<'kiosk', 'piece.report'>): Promise<void> {
    return this.#told((run, now) => ({
      payloads: [pieceTold(run, { type: 'piece.reported', ...told }, now)],
      run: { ...run, recordedAt: now },
    }));
  }

  /** It could not be played: told to the officer with its reason. Errors as {@link save}. */
  fail(told: CommandInput<'kiosk', 'piece.fail'>): Promise<void> {
    return this.#told((run, now) => {
      const { pack, version, item } = run;
      const { reason, detail } = told;
      this.#parts.log.error('piece.failed', { pack, version, piece: item.id, reason, detail });
      const payload = pieceTold(run, { type: 'piece.failed', ...told }, now);
      return { payloads: [payload], run: { ...run, recordedAt: now } };
    });
  }

  /** Its frame is gone; nothing to do where none is open. @throws ReanError `store.full` */
  leave(last: CommandInput<'kiosk', 'piece.leave'>): Promise<void> {
    return this.#parts.whileSitting((sitting) => {
      const payloads = sitting.piece === null ? [] : pieceLeft(sitting.piece, last, this.#now());
      return this.#parts.record(sitting, payloads, { piece: null });
    });
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
