import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';
import { lookEveryMs, lookIdSchema, lookLastsMs } from '../../shared/contracts/look.ts';
import type { LookAnswer, LookId, WantedLook } from '../../shared/contracts/look.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import type { Timers } from '../timers.ts';

interface Look {
  readonly kiosk: StationId;
  readonly learner: LearnerId;
  /** The supervisor's station that may have the answer, once. */
  readonly asker: StationId;
  /** The seat has been told. */
  told: boolean;
  /** Null until the seat has answered. */
  answer: LookAnswer | null;
  readonly forget: () => void;
}

export interface LooksOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Randomness;
}

/**
 * Looks at learners' screens that are under way: asked of the seat, answered by it, fetched by whoever asked, and
 * forgotten. In memory alone, for some seconds ([LOK6]).
 */
export class Looks {
  readonly #options: LooksOptions;
  readonly #looks = new Map<LookId, Look>();
  readonly #lastMs = new Map<StationId, number>();
  readonly #moved$ = new Subject<void>();

  constructor(options: LooksOptions) {
    this.#options = options;
  }

  get moved$(): Observable<void> {
    return this.#moved$;
  }

  /**
   * Whether a seat may be looked at now. Say so before the look is put on record.
   * @throws ReanError `look.busy` while another look at it is under way, or just was
   */
  demandFree(kiosk: StationId): void {
    const lastMs = this.#lastMs.get(kiosk);
    const since = lastMs === undefined ? Infinity : this.#options.clock.monotonicMs() - lastMs;
    const underWay = [...this.#looks.values()].some(
      (each) => each.kiosk === kiosk && each.answer === null,
    );
    if (underWay || since < lookEveryMs) throw new ReanError('look.busy');
  }

  /** Has a seat asked for its picture. */
  ask({ kiosk, learner, asker }: Pick<Look, 'kiosk' | 'learner' | 'asker'>): LookId {
    const { clock, timers, random } = this.#options;
    const look = lookIdSchema.parse(Buffer.from(random.bytes(16)).toString('hex'));
    this.#lastMs.set(kiosk, clock.monotonicMs());
    const forget = timers.after(lookLastsMs, () => this.#end(look));
    this.#looks.set(look, { kiosk, learner, asker, told: false, answer: null, forget });
    this.#moved$.next();
    return look;
  }

  /** The look that a seat has not heard of yet; it has now. */
  wanted(kiosk: StationId): WantedLook | null {
    for (const [id, look] of this.#looks) {
      if (look.kiosk !== kiosk || look.told || look.answer !== null) continue;
      look.told = true;
      return { id, learner: look.learner };
    }
    return null;
  }

  /** Takes what a seat answers; false where nobody waits for it, or it was asked of another. */
  give(kiosk: StationId, id: LookId, answer: LookAnswer): boolean {
    const look = this.#looks.get(id);
    if (look === undefined || look.kiosk !== kiosk || look.answer !== null) return false;
    look.answer = answer;
    this.#moved$.next();
    return true;
  }

  /** Whether a station waits for this look, answered or not. */
  isAskedBy(asker: StationId, id: LookId): boolean {
    return this.#looks.get(id)?.asker === asker;
  }

  /** The answer, once: it is forgotten here. Null while there is none. */
  fetch(asker: StationId, id: LookId): LookAnswer | null {
    const look = this.#looks.get(id);
    if (look === undefined || look.asker !== asker || look.answer === null) return null;
    this.#forget(id);
    return look.answer;
  }

  close(): void {
    for (const id of this.#looks.keys()) this.#end(id);
  }

  /** Nobody waits for it any more: whoever still did is told. */
  #end(id: LookId): void {
    this.#forget(id);
    this.#moved$.next();
  }

  #forget(id: LookId): void {
    this.#looks.get(id)?.forget();
    this.#looks.delete(id);
  }
}
