import { BehaviorSubject, combineLatest, distinctUntilChanged, map } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { isLookPicture } from '../../domain/picture/look-picture.ts';
import { lookShownWithinMs, lookToldMs } from '../../shared/contracts/look.ts';
import type {
  LookAnswer,
  LookId,
  LookPicture,
  LookView,
  WantedLook,
} from '../../shared/contracts/look.ts';
import type { LiveSitting } from '../../shared/contracts/live-seat.ts';
import type { SittingId } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import { pause } from '../live/pause.ts';
import type { Uplink } from '../uplink/uplink.ts';

/** What is in sight at this seat, as the hub is told ([LIV5]). */
export interface SeatInSight extends Pick<LiveSitting, 'learner' | 'open'> {
  readonly sitting: SittingId;
}

export interface LookDeskParts {
  readonly sitting$: Observable<object | null>;
  readonly uplink: Pick<Uplink, 'status$' | 'looks'>;
  /** Null where nobody sits. */
  readonly inSight: () => SeatInSight | null;
  readonly log: Log;
}

/** After an answer that was none, ms. */
const againMs = 2000;

interface UnderWay {
  readonly wanted: WantedLook;
  /** What was in sight as it was asked for: with anything else nothing is shown. */
  readonly place: string;
  readonly settle: (answer: LookAnswer) => void;
}

/**
 * Shows staff what is on this seat's screen: the lesson's learner is told first, the window makes the
 * picture, and it goes nowhere unless what was asked for is still what is in sight ([LOK3], [LOK4]).
 */
export class LookDesk {
  readonly #parts: LookDeskParts;
  readonly #view$ = new BehaviorSubject<LookView | null>(null);
  #following: Subscription | null = null;
  #asking: AbortController | null = null;
  #underWay: UnderWay | null = null;
  #telling: NodeJS.Timeout | undefined;

  constructor(parts: LookDeskParts) {
    this.#parts = parts;
  }

  /** What the window is told. */
  get view$(): Observable<LookView | null> {
    return this.#view$;
  }

  /** While somebody sits here and the hub answers, it may say that somebody looks. */
  start(): void {
    const { sitting$, uplink } = this.#parts;
    const listens$ = combineLatest([sitting$, uplink.status$]).pipe(
      map(([sitting, { hubReachable }]) => sitting !== null && hubReachable),
      distinctUntilChanged(),
    );
    this.#following = listens$.subscribe((listens) => {
      this.#asking?.abort();
      this.#asking = listens ? new AbortController() : null;
      if (this.#asking !== null) void this.#listen(this.#asking.signal);
      else this.#forget();
    });
  }

  /** The window shows this; null where no lesson is in sight. What was not asked for is left alone. */
  show(look: LookId, picture: LookPicture | null): void {
    const underWay = this.#underWay;
    if (underWay === null || underWay.wanted.id !== look) return;
    underWay.settle(this.#answerWith(underWay, picture));
  }

  stop(): void {
    this.#following?.unsubscribe();
    this.#asking?.abort();
    this.#forget();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { uplink, log } = this.#parts;
    while (!signal.aborted) {
      try {
        const wanted = await uplink.looks.wanted(signal);
        if (wanted === 'unheard') return;
        if (wanted !== null && !signal.aborted) await this.#answer(wanted, signal);
      } catch (error) {
        if (signal.aborted) return;
        log.warn('look.not-heard', { reason: reasonOf(error) });
        await pause(againMs, signal);
      }
    }
  }

  async #answer(wanted: WantedLook, signal: AbortSignal): Promise<void> {
    const answer = this.#refusal(wanted) ?? (await this.#shown(wanted, signal));
    if (signal.aborted) return;
    await this.#parts.uplink.looks.give(wanted.id, answer, signal);
  }

  /** What can't be shown: then the learner is told of nothing, as nobody sees anything. */
  #refusal({ learner }: WantedLook): LookAnswer | null {
    const seen = this.#parts.inSight();
    if (seen === null || seen.learner !== learner || seen.open === null) return nothing('gone');
    return seen.open.kind === 'reading' ? nothing('private') : null;
  }

  #shown(wanted: WantedLook, signal: AbortSignal): Promise<LookAnswer> {
    return new Promise((resolve) => {
      const settle = (answer: LookAnswer) => {
        clearTimeout(waiting);
        signal.removeEventListener('abort', giveUp);
        this.#underWay = null;
        this.#view$.next({ look: wanted.id, wanted: false });
        resolve(answer);
      };
      const giveUp = () => settle(nothing('failed'));
      const waiting = setTimeout(giveUp, lookShownWithinMs);
      signal.addEventListener('abort', giveUp, { once: true });
      this.#underWay = { wanted, place: placeOf(this.#parts.inSight()), settle };
      this.#tell({ look: wanted.id, wanted: true });
    });
  }

  /** Between asking and answering the sitting may have ended, another begun, or the lesson been left. */
  #answerWith({ wanted, place }: UnderWay, picture: LookPicture | null): LookAnswer {
    const refusal = this.#refusal(wanted);
    if (refusal !== null) return refusal;
    if (picture === null || placeOf(this.#parts.inSight()) !== place) return nothing('gone');
    const isOne = isLookPicture(Buffer.from(picture.jpeg, 'base64'));
    return isOne ? { result: 'shown', picture } : nothing('failed');
  }

  #tell(view: LookView): void {
    clearTimeout(this.#telling);
    this.#view$.next(view);
    this.#telling = setTimeout(() => this.#view$.next(null), lookToldMs);
  }

  /** Whoever comes next is told of no look that was at somebody else. */
  #forget(): void {
    clearTimeout(this.#telling);
    this.#view$.next(null);
  }
}

const nothing = (why: Extract<LookAnswer, { result: 'nothing' }>['why']): LookAnswer => ({
  result: 'nothing',
  why,
});

/** Which lesson or piece of which sitting, however far it is. */
function placeOf(seen: SeatInSight | null): string {
  if (seen === null || seen.open === null) return '';
  const { kind } = seen.open;
  const key = 'id' in seen.open ? `${seen.open.pack} ${seen.open.version} ${seen.open.id}` : '';
  return `${seen.sitting} ${kind} ${key}`;
}
