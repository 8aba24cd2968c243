import { BehaviorSubject } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';

export type HubGoingState = 'no' | 'going' | 'off';

/**
 * Whether the hub goes off as it was told from this station: off is it once it answered that it goes, and is away
 * ([CLS8]). Kept as long as the station runs, whatever becomes of the window.
 */
export class HubGoing {
  readonly #state = new BehaviorSubject<HubGoingState>('no');
  readonly #following: Subscription;

  constructor(hubReachable$: Observable<boolean>) {
    this.#following = hubReachable$.subscribe((reachable) => {
      const now = this.#state.value;
      if (now === 'going' && !reachable) this.#state.next('off');
      // It was switched on again.
      if (now === 'off' && reachable) this.#state.next('no');
    });
  }

  get state$(): Observable<HubGoingState> {
    return this.#state;
  }

  /** It has answered that it goes. */
  note(): void {
    this.#state.next('going');
  }

  close(): void {
    this.#following.unsubscribe();
  }
}
