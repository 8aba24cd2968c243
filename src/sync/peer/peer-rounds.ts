import {
  EMPTY,
  Subject,
  concat,
  concatMap,
  defer,
  filter,
  finalize,
  firstValueFrom,
  from,
  map,
  merge,
  of,
  race,
  repeat,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import type { Clock } from '../../shared/ports.ts';
import type { PeerCircle, PeerLine } from './peer-circle.ts';

export interface PeerRoundsOptions {
  readonly circle: Pick<PeerCircle, 'due' | 'together'>;
  /** Does not reject. */
  readonly exchange: (line: PeerLine, signal: AbortSignal) => Promise<void>;
  /** Between two rounds, ms. */
  readonly pauseMs: () => number;
  readonly clock: Clock;
}

/** Rounds over the peers, one after another: by themselves while the hub is away, else when asked for. */
export class PeerRounds {
  readonly #options: PeerRoundsOptions;
  readonly #asked = new Subject<void>();
  /** Rounds that are done, each by its number. */
  readonly #done = new Subject<number>();
  #begun = 0;

  constructor(options: PeerRoundsOptions) {
    this.#options = options;
  }

  get done$(): Observable<unknown> {
    return this.#done;
  }

  run(away: boolean): Observable<unknown> {
    return defer(() => {
      const dropped = new AbortController();
      const ticks = away
        ? concat(of(0), defer(() => timer(this.#options.pauseMs())).pipe(repeat()))
        : EMPTY;
      return merge(ticks, this.#asked).pipe(
        map(() => this.#begun),
        concatMap((before) => (this.#begun > before ? EMPTY : from(this.#round(dropped.signal)))),
        finalize(() => dropped.abort()),
      );
    });
  }

  /**
   * Resolves once the peers have been asked, or after this, ms: whether any has answered. A round that is
   * under way may have passed a peer by already: only one begun from now on will do.
   */
  async ask(atMostMs: number): Promise<boolean> {
    const { circle, clock } = this.#options;
    if (circle.due().length === 0) return false;
    const sinceMs = clock.monotonicMs();
    const before = this.#begun;
    const done = race(this.#done.pipe(filter((round) => round > before)), timer(atMostMs));
    const asked = firstValueFrom(done, { defaultValue: 0 });
    this.#asked.next();
    await asked;
    const forMs = clock.monotonicMs() - sinceMs;
    return [...circle.together().values()].some((ageMs) => ageMs <= forMs);
  }

  /** Nobody waits for a round any more. */
  close(): void {
    this.#done.complete();
  }

  async #round(signal: AbortSignal): Promise<void> {
    this.#begun += 1;
    const round = this.#begun;
    for (const line of this.#options.circle.due()) {
      if (!signal.aborted) await this.#options.exchange(line, signal);
    }
    if (!signal.aborted) this.#done.next(round);
  }
}
