import type { Notice } from '../../shared/contracts/hub-api.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Generation } from '../../shared/ids.ts';
import type { Sequence } from '../../shared/sequence.ts';

/** What the replication machine can be in, do, and hear of ([SYN1]). */

/** In the order they are pulled: people and segments first, folded progress last. */
export const pullTargets = ['directory', 'journal', 'state'] as const;
export type PullTarget = (typeof pullTargets)[number];

/** What the machine is in, as shown. Times are of the monotonic clock, ms. */
export type ReplicationState =
  | { readonly phase: 'starting' }
  | { readonly phase: 'idle' }
  | { readonly phase: 'pushing' }
  | { readonly phase: 'confirming' }
  | { readonly phase: 'pulling'; readonly what: PullTarget | 'keyring' }
  | {
      readonly phase: 'backing-off';
      readonly attempt: number;
      readonly untilMonotonicMs: number;
      readonly cause: ErrorCode;
    }
  | { readonly phase: 'blocked'; readonly untilMonotonicMs: number; readonly cause: ErrorCode }
  | { readonly phase: 'stopped' };

/** One exchange with the hub, of one batch at most, so that a push can come between two pulls. */
export type Step =
  | { readonly kind: 'hello' }
  /** Brings a restored hub what this station holds of its journal and keys. */
  | { readonly kind: 'give-back' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'push' }
  | { readonly kind: 'pull'; readonly target: PullTarget }
  | { readonly kind: 'keyring' }
  /** Makes the databases of a new generation the current ones. */
  | { readonly kind: 'switch' }
  /** Lets go of segments that are safe elsewhere. */
  | { readonly kind: 'tidy' };

/** Up to where each database has been pulled, in the hub's update sequences. */
export type Pulled = Readonly<Record<PullTarget, Sequence>>;

/** What a step came to. */
export type Outcome =
  | {
      readonly kind: 'hello';
      readonly generation: Generation;
      readonly pulled: Pulled;
      /** The generation is not the one now shown. */
      readonly isNew: boolean;
    }
  | {
      readonly kind: 'confirm';
      readonly generation: Generation;
      /** There is something to push that was not pushed since the receipt before. */
      readonly push: boolean;
      /** Databases to pull again: damaged ones, or a journal that lacks the receipt's head. */
      readonly pull: readonly PullTarget[];
    }
  | { readonly kind: 'push'; readonly more: boolean }
  | {
      readonly kind: 'pull';
      readonly target: PullTarget;
      readonly seq: Sequence;
      readonly more: boolean;
    }
  | { readonly kind: 'give-back' }
  | { readonly kind: 'keyring'; readonly number: number }
  | { readonly kind: 'switch' }
  | { readonly kind: 'tidy' };

export type OutcomeOf<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>;

export type Input =
  | { readonly input: 'started' }
  | { readonly input: 'appended' }
  | { readonly input: 'done'; readonly outcome: Outcome }
  | { readonly input: 'failed'; readonly cause: ErrorCode }
  | { readonly input: 'noticed'; readonly notice: Notice }
  | { readonly input: 'notice-failed'; readonly cause: ErrorCode }
  | { readonly input: 'due' }
  | { readonly input: 'stopped' };

/** What is left to do in this run. */
export interface Todo extends Readonly<Record<PullTarget, boolean>> {
  readonly giveBack: boolean;
  readonly push: boolean;
  readonly confirm: boolean;
  readonly keyring: boolean;
  readonly switch: boolean;
  readonly tidy: boolean;
}

/** What is known of the hub since the last hello. */
export interface Link {
  readonly generation: Generation;
  readonly pulled: Pulled;
  /** What the hub last said it has: pulling further than that may find nothing more there. */
  readonly noticed: Pulled | null;
}

/** A notice to wait for; a new object for each new question. */
export interface Listening extends Pulled {
  readonly generation: Generation;
  /** Asks only after this long, ms: a hub that answers "nothing new" at once is not run down. */
  readonly afterMs: number;
}

export interface Machine {
  readonly state: ReplicationState;
  /** Under way; a new object for each new try. */
  readonly doing: Step | null;
  /** When to go on without a reason from outside, monotonic ms. */
  readonly wait: { readonly untilMonotonicMs: number } | null;
  readonly listening: Listening | null;
  readonly link: Link | null;
  readonly todo: Todo;
  /** The keyring held, by its number; null until one was fetched in this run of the app. */
  readonly keyring: number | null;
  /** Failed runs in a row. */
  readonly attempt: number;
  /** A failure told while a step was under way. */
  readonly failure: ErrorCode | null;
  /** Whether the hub answered the last time it was asked. */
  readonly reachable: boolean;
}
