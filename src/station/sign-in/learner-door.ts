import { combineLatest, defer, map, of, startWith, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import type { HandoverResult, SignInResult } from '../../shared/contracts/ipc/views.ts';
import type { Handover, LearnerKeys } from '../../shared/contracts/keyring.ts';
import type { LearnerSecret, SignInWay } from '../../shared/contracts/sign-in.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { openHandover } from '../../sync/identity/handover.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import type { Keys } from '../keyring/keys.ts';
import { learnerNow } from '../learners/learner-now.ts';
import type { LiveLearnerSource } from '../learners/live-learner.ts';
import type { Recorder } from '../record/recorder.ts';
import { liveState } from '../learners/live-state.ts';
import { distinctView } from '../views/distinct-view.ts';
import type { SecretCheck, Try } from './secret-check.ts';

export interface LearnerDoorParts {
  readonly directory: DirectoryIndex;
  readonly keys: () => Keys | null;
  readonly keys$: Observable<Keys | null>;
  readonly secrets: SecretCheck;
  readonly learners: LiveLearnerSource;
  readonly recorder: Recorder;
}

/** What a try came to, by which of this person's sign-ins, and which handover is over with it. */
export interface Entered {
  readonly result: SignInResult;
  readonly signIn: number;
  readonly handover: string | null;
}

/** A learner as they stand before this station's door. */
interface Known {
  readonly keys: Keys;
  /** Null where nobody of that id may sign in here. */
  readonly own: LearnerKeys | null;
}

/** How learners get in: by their sign-in, or by an officer's number, which shows them a new one ([SGN9]). */
export class LearnerDoor {
  readonly #parts: LearnerDoorParts;

  constructor(parts: LearnerDoorParts) {
    this.#parts = parts;
  }

  /** @throws ReanError `key.missing` before the first keyring has come, `store.*` */
  async enter(learner: LearnerId, secret: LearnerSecret): Promise<Entered> {
    const known = await this.#know(learner);
    const result = await this.#parts.secrets.check({ ...tryOf(learner, known), secret });
    const isIn = result.result === 'signed-in';
    const handover = isIn && known.own ? await this.#pending(known.own) : null;
    return { result, signIn: signInNumber(known.own), handover: handover?.id ?? null };
  }

  /**
   * What waits for the learner behind the number, until they have signed in with it. That it was shown is
   * on record before it is; where it can't be recorded, it isn't shown ([SGN9]).
   * @throws ReanError `key.missing` before the first keyring has come, `store.*`
   */
  async openHandover(learner: LearnerId, number: string): Promise<HandoverResult> {
    const known = await this.#know(learner);
    const handover = known.own && (await this.#pending(known.own));
    const opened: { secret: LearnerSecret | null } = { secret: null };
    const result = await this.#parts.secrets.check({
      ...tryOf(learner, known),
      ...known.keys.provable(handover && handover.verifier),
      secret: { kind: 'number', digits: number },
      // The learner's own sign-in ends the count, as it always does.
      endsCount: false,
      verify: async (_secret, pepper, verifier) => {
        opened.secret = await openHandover(handover, { learner, number, pepper }, verifier);
        return opened.secret !== null;
      },
    });
    if (result.result !== 'signed-in') return result;
    if (opened.secret === null || handover === null) {
      throw new ReanError('key.missing', { what: 'handover' });
    }
    return {
      result: 'opened',
      secret: opened.secret,
      before: await this.#noteShown(learner, handover),
    };
  }

  /** How this learner signs in here, at once and as it changes. */
  way$(learner: LearnerId): Observable<SignInWay> {
    const { keys$, directory } = this.#parts;
    return combineLatest([keys$, directory.directory$]).pipe(
      map(([keys, { learners }]) => {
        const account = learners.get(learner);
        return account && !account.disabled ? (keys?.learner(learner) ?? null) : null;
      }),
      switchMap((own) =>
        this.#pending$(own).pipe(map((handover) => ({ ...formOf(own), handover }))),
      ),
      distinctView(),
    );
  }

  async #know(learner: LearnerId): Promise<Known> {
    const { directory, learners } = this.#parts;
    const keys = this.#parts.keys();
    if (keys === null) throw new ReanError('key.missing', { what: 'keyring' });
    await directory.loaded;
    const account = directory.directory.learners.get(learner);
    const mayTry = account !== undefined && !account.disabled;
    // What was done, and tried, elsewhere: asked for anybody, so that nobody is told from nobody.
    await learners.freshen();
    return { keys, own: mayTry ? keys.learner(learner) : null };
  }

  /** Whether it was shown before, as far as this station has heard. */
  async #noteShown(learner: LearnerId, { id }: Handover): Promise<boolean> {
    const { shown } = await learnerNow(learner, this.#parts.learners);
    await this.#parts.recorder.record(learner, [{ type: 'sign-in.shown', handover: id }]);
    return shown.includes(id);
  }

  async #pending({ learner, handover }: LearnerKeys): Promise<Handover | null> {
    if (handover === undefined) return null;
    const { renewed } = await learnerNow(learner, this.#parts.learners);
    return renewed.includes(handover.id) ? null : handover;
  }

  #pending$(own: LearnerKeys | null): Observable<boolean> {
    const handover = own?.handover;
    if (own === null || handover === undefined) return of(false);
    const { learners } = this.#parts;
    return combineLatest([
      learners.folded$(own.learner),
      learners.peerEvents$(own.learner).pipe(startWith([])),
      defer(() => learners.ownEvents(own.learner)),
    ]).pipe(
      map(([folded, peers, events]) => liveState(folded, [...events, ...peers])),
      map(({ renewed }) => !renewed.includes(handover.id)),
    );
  }
}

/** Which of somebody's sign-ins a keyring holds, from 1. */
export const signInNumber = (own: LearnerKeys | null): number => own?.verifier.number ?? 1;

function tryOf(learner: LearnerId, { keys, own }: Known): Omit<Try, 'secret'> {
  const verifier = own?.verifier ?? null;
  return {
    person: learner,
    ...keys.provable(verifier),
    counted: own === null ? null : { learner, secret: signInNumber(own) },
    like: keys.usualCost,
  };
}

function formOf(own: LearnerKeys | null): Omit<SignInWay, 'handover'> {
  return { form: own?.form ?? 'pictures', unset: own?.verifier.empty === true };
}
