import { pathTo } from './activity.ts';
import type { Activity } from './activity.ts';
import { chooseChildren, endAttempt, rollUpShared } from './attempts.ts';
import type { Chance } from './attempts.ts';
import { ruled } from './conditions.ts';
import type { Tracking } from './tracking.ts';

/** What is carried out once what was open has ended. */
export type Sequencing =
  | { readonly to: 'start' | 'resumeAll' | 'continue' | 'previous' | 'retry' | 'exit' | 'none' }
  | { readonly to: 'choice' | 'jump'; readonly target: Activity };

/** How what is open ends. */
export type Ends = 'exit' | 'exitAll' | 'suspendAll' | 'abandon' | 'abandonAll';

interface TerminationParts {
  readonly root: Activity;
  readonly tracking: Tracking;
  readonly chance: Chance;
  /** Where the learner is; null before the first. */
  readonly current: () => Activity | null;
}

/** Ends what is open, by request and by the rules that then apply. */
export class Termination {
  readonly #root: Activity;
  readonly #tracking: Tracking;
  readonly #chance: Chance;
  readonly #currentOf: () => Activity | null;

  constructor({ root, tracking, chance, current }: TerminationParts) {
    this.#root = root;
    this.#tracking = tracking;
    this.#chance = chance;
    this.#currentOf = current;
  }

  /** Ends what is open; what is carried out then, which its rules may change. */
  carryOut(end: Ends, asked: Sequencing): Sequencing {
    if (end === 'exit') return this.#exit(asked);
    if (end === 'exitAll') return this.exitAll(asked);
    const current = this.#current ?? this.#root;
    if (end === 'abandon' || end === 'abandonAll') this.#tracking.restore();
    if (end === 'abandon') {
      this.#tracking.put(current, { active: false });
      return { to: 'none' };
    }
    if (end === 'suspendAll') {
      rollUpShared(current, this.#root, this.#tracking);
      this.#tracking.suspended = current.id;
    }
    for (const each of pathTo(current)) {
      this.#tracking.put(each, { active: false, ...(end === 'suspendAll' && { suspended: true }) });
    }
    this.#tracking.current = this.#root.id;
    return { to: 'exit' };
  }

  #exit(asked: Sequencing): Sequencing {
    this.end(this.#current ?? this.#root);
    this.#exitByRule();
    let wanted = asked;
    for (;;) {
      const at = this.#current ?? this.#root;
      const word = this.#tracking.of(at).suspended
        ? null
        : ruled(at, 'postConditionRules', afterwards, this.#tracking);
      if (word === 'exitAll') return this.exitAll({ to: 'exit' });
      if (word === 'retryAll') return this.exitAll({ to: 'retry' });
      if (word === 'exitParent' && at.parent !== null) {
        this.#tracking.current = at.parent.id;
        this.end(at.parent);
        continue;
      }
      if (word === 'continue' || word === 'previous' || word === 'retry') wanted = { to: word };
      // After the whole nothing comes but itself.
      return at.parent === null && word !== 'retry' ? { to: 'exit' } : wanted;
    }
  }

  /** The outermost activity above what ended whose rule says so is left with it. */
  #exitByRule(): void {
    const current = this.#current ?? this.#root;
    const left = pathTo(current)
      .slice(0, -1)
      .find((each) => ruled(each, 'exitConditionRules', ['exit'], this.#tracking) !== null);
    if (left === undefined) return;
    for (const each of pathTo(current).toReversed().slice(1)) {
      this.end(each);
      if (each === left) break;
    }
    this.#tracking.current = left.id;
  }

  /** Ends what is open and all above it. */
  exitAll(after: Sequencing): Sequencing {
    const current = this.#current ?? this.#root;
    for (const each of pathTo(current).toReversed()) {
      if (each !== current || this.#tracking.of(each).active) this.end(each);
    }
    this.#tracking.current = this.#root.id;
    return after;
  }

  /** Ends one activity; another attempt of it may take other parts. */
  end(activity: Activity): void {
    endAttempt(activity, this.#root, this.#tracking);
    if (this.#tracking.of(activity).suspended) return;
    chooseChildren(activity, true, this.#tracking, this.#chance);
  }

  get #current(): Activity | null {
    return this.#currentOf();
  }
}

const afterwards = ['exitParent', 'exitAll', 'retry', 'retryAll', 'continue', 'previous'];
