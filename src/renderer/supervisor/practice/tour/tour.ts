import { BehaviorSubject } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { PretendLab } from '../lab/pretend-lab.ts';
import { tourSteps } from './tour-steps.ts';

/** Where somebody is on the tour. */
export interface TourAt {
  /** From 0; as many as there are steps once all are behind. */
  readonly at: number;
  /** How much had been done as this step began: what counts came after. */
  readonly from: number;
  /** The steps that were done, not skipped. */
  readonly did: ReadonlySet<number>;
}

/** The tour of a pretend lab, which goes on by what is done there ([PRC6]). */
export class Tour {
  readonly #lab: PretendLab;
  readonly #now = new BehaviorSubject<TourAt | null>(null);
  #following: Subscription | null = null;

  constructor(lab: PretendLab) {
    this.#lab = lab;
  }

  /** Null while no tour is under way. */
  get now$(): BehaviorSubject<TourAt | null> {
    return this.#now;
  }

  begin(): void {
    this.#go(0, new Set());
    this.#following ??= this.#lab.changes$.subscribe(() => this.#look());
  }

  back(): void {
    const now = this.#now.value;
    if (now !== null) this.#go(Math.max(0, now.at - 1), now.did);
  }

  skip(): void {
    const now = this.#now.value;
    if (now !== null) this.#go(now.at + 1, now.did);
  }

  leave(): void {
    this.#following?.unsubscribe();
    this.#following = null;
    this.#now.next(null);
  }

  #go(at: number, did: ReadonlySet<number>): void {
    this.#lab.readyHub();
    tourSteps[at]?.ready(this.#lab);
    this.#now.next({ at, from: this.#lab.deeds.length, did });
  }

  /** The lab has moved: whether that was what the step is about. */
  #look(): void {
    const now = this.#now.value;
    const step = now === null ? undefined : tourSteps[now.at];
    if (now === null || step === undefined) return;
    if (step.isDone(this.#lab.deeds.slice(now.from))) {
      this.#go(now.at + 1, new Set([...now.did, now.at]));
    } else {
      step.keep?.(this.#lab);
    }
  }
}
