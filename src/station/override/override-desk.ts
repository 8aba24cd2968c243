import type { KeyObject } from 'node:crypto';
import { BehaviorSubject, combineLatest, distinctUntilChanged, map } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { fitsTogether } from '../../domain/check-digit.ts';
import { matchCode } from '../../domain/override/match-code.ts';
import { overrideWaitMs } from '../../domain/override/override-tries.ts';
import { codesOnSheet, sheetNumberSchema } from '../../shared/contracts/override.ts';
import type { OverrideResult, OverrideView } from '../../shared/contracts/override.ts';
import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import { overrideCode, unwrapOverride } from '../../sync/override/override-code.ts';
import type { Directory } from '../directory/directory.ts';
import { createQueue } from '../queue.ts';
import type { LocalDocument } from '../record/local-documents.ts';
import type { Recorder } from '../record/recorder.ts';

/** How far a station is with its sheet, on its disk: no power cut gives a code, or a try, back. */
export const savedOverrideSchema = z.object({
  v: z.literal(1),
  sheet: sheetNumberSchema,
  /** Which secret it had: a hub that was restored may give a number twice. */
  of: z.string().max(64),
  /** The first code that was not used. */
  next: z
    .number()
    .int()
    .min(1)
    .max(codesOnSheet + 1),
  wrongTries: z.number().int().min(0),
});
type SavedOverride = z.infer<typeof savedOverrideSchema>;

export interface OverrideDeskParts {
  readonly station: StationId;
  readonly directory$: Observable<Directory>;
  /** That a sheet may be wrapped to, the station's key of now first. */
  readonly keys: readonly KeyObject[];
  readonly store: LocalDocument<SavedOverride>;
  /** What a code opens, and whether it is locked. */
  readonly seat: { readonly locked: () => boolean; release(): Promise<unknown> };
  readonly recorder: Pick<Recorder, 'record'>;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Log;
}

interface Sheet {
  readonly number: number;
  readonly of: string;
  readonly secret: Uint8Array;
}

/**
 * Opens this seat for a code of its sheet, with hub, network and supervisor gone ([OVR3]): the use is on the disk
 * first. Tries go one after the other, and are counted before they are looked at.
 */
export class OverrideDesk {
  readonly #parts: OverrideDeskParts;
  readonly #sheet$ = new BehaviorSubject<Sheet | null>(null);
  readonly #saved$: BehaviorSubject<SavedOverride | null>;
  readonly #inTurn = createQueue();
  readonly #following: { unsubscribe(): void };
  /** When the next try may be made, on the monotonic clock; begins anew with each start ([OVR4]). */
  #waitUntilMs: number;

  private constructor(parts: OverrideDeskParts, saved: SavedOverride | null) {
    this.#parts = parts;
    this.#saved$ = new BehaviorSubject(saved);
    this.#waitUntilMs = parts.clock.monotonicMs() + overrideWaitMs(saved?.wrongTries ?? 0);
    this.#following = parts.directory$
      .pipe(
        map(({ overrides }) => overrides.get(parts.station)),
        distinctUntilChanged(),
      )
      .subscribe((document) => {
        if (document !== undefined) this.#take(document);
      });
  }

  static async open(parts: OverrideDeskParts): Promise<OverrideDesk> {
    return new OverrideDesk(parts, await parts.store.load());
  }

  get view$(): Observable<OverrideView | null> {
    return combineLatest([this.#sheet$, this.#saved$]).pipe(
      map(([sheet]) => sheet && { sheet: sheet.number, next: this.#now(sheet).next }),
      distinctUntilChanged((a, b) => a?.sheet === b?.sheet && a?.next === b?.next),
    );
  }

  /**
   * Tries what somebody typed.
   * @throws ReanError `store.full` where it could not be put on record: then it opens nothing, and is good for later;
   * `permission.denied` where the seat is not locked
   */
  enter(code: string): Promise<OverrideResult> {
    return this.#inTurn(async () => {
      if (!this.#parts.seat.locked()) throw new ReanError('permission.denied');
      const sheet = this.#sheet$.value;
      if (sheet === null) return { result: 'no-sheet' };
      if (!fitsTogether(code)) return { result: 'misread' };
      const waitMs = this.#waitUntilMs - this.#parts.clock.monotonicMs();
      return waitMs > 0 ? { result: 'wait', waitMs } : this.#try(sheet, code);
    });
  }

  close(): void {
    this.#following.unsubscribe();
  }

  async #try(sheet: Sheet, code: string): Promise<OverrideResult> {
    const before = this.#now(sheet);
    const wrongTries = before.wrongTries + 1;
    await this.#save({ ...before, wrongTries });
    const found = matchCode(code, before.next, (number) => overrideCode(sheet.secret, number));
    if (found === null) {
      const waitMs = overrideWaitMs(wrongTries);
      this.#waitUntilMs = this.#parts.clock.monotonicMs() + waitMs;
      this.#parts.log.warn('override.wrong', { wrongTries });
      return { result: 'wrong', wrongTries, waitMs };
    }
    await this.#open(sheet, found);
    return { result: 'opened' };
  }

  /** Used up first, then on record, then open: a cut in between costs a code, and opens nothing unseen ([OVR5]). */
  async #open({ number, of }: Sheet, code: number): Promise<void> {
    const { recorder, seat } = this.#parts;
    await this.#save({ v: 1, sheet: number, of, next: code + 1, wrongTries: 0 });
    await recorder.record(null, [{ type: 'override.used', sheet: number, code }]);
    await seat.release();
    this.#waitUntilMs = 0;
  }

  async #save(saved: SavedOverride): Promise<void> {
    await this.#parts.store.save(saved);
    this.#saved$.next(saved);
  }

  /** How far this sheet is; wrong tries go on counting over a new one, which nobody gets by trying. */
  #now({ number, of }: Sheet): SavedOverride {
    const saved = this.#saved$.value;
    if (saved?.sheet === number && saved.of === of) return saved;
    return { v: 1, sheet: number, of, next: 1, wrongTries: saved?.wrongTries ?? 0 };
  }

  /** An older sheet than the one in use, from a hub that was restored, opens nothing: it was ended. */
  #take({ sheet: number, wrapped }: DirectoryDocumentOf<'override'>): void {
    const { keys, log } = this.#parts;
    try {
      const secret = unwrapOverride(wrapped, number, keys);
      const isOver = number < (this.#saved$.value?.sheet ?? 0);
      this.#sheet$.next(isOver ? null : { number, of: wrapped.ephemeral, secret });
    } catch {
      // Of a station whose keys were lost: another sheet has to be made for it.
      log.warn('override.unreadable', { sheet: number });
      this.#sheet$.next(null);
    }
  }
}
