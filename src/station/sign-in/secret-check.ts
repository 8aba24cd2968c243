import type { Subscription } from 'rxjs';
import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import type { TryAnswer } from '../../shared/contracts/try-api.ts';
import type { Verifier, VerifierCost } from '../../shared/contracts/keyring.ts';
import { emptyVerifier } from '../../sync/identity/verifier.ts';
import type { SignInSecret } from '../../sync/identity/verifier.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { createQueue } from '../queue.ts';
import { reasonOf } from '../failure-reason.ts';
import type { HubTries } from './hub-tries.ts';
import type { LabTries, TriesOf } from './lab-tries.ts';
import {
  afterLook,
  afterOpened,
  afterRecord,
  afterRight,
  afterTold,
  afterWrong,
  isStaff,
  restoredTries,
  savedTries,
  unrecordedTries,
  waitLeft,
  withoutOld,
  wrongTries,
} from './throttle.ts';
import { freeTries } from '../../domain/sign-in-waits.ts';
import type { Company } from '../../domain/sign-in-waits.ts';
import type { SavedTries, Tries } from './throttle.ts';

/** Where wrong tries are kept between runs of the station. */
interface TriesStore {
  load(): Promise<SavedTries | null>;
  save(tries: SavedTries): Promise<void>;
}

/** `verifySecret` of sync/identity, or something cheaper in a test. */
export type VerifySecret = (
  secret: SignInSecret,
  pepper: string,
  verifier: Verifier,
) => Promise<boolean>;

export interface SecretCheckParts {
  readonly store: TriesStore;
  readonly verify: VerifySecret;
  /** What other stations tell of tries, and are told. */
  readonly lab: LabTries;
  /** The hub, which knows of a try before it is checked. */
  readonly hub: Omit<HubTries, 'close'>;
  /** Whether anybody else's tries are heard of now. */
  readonly company: () => Company;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** One try at a secret. `verifier` is null when nobody of that id may sign in here. */
export interface Try {
  readonly person: string;
  readonly verifier: Verifier | null;
  /** Whose tries the whole lab counts; null for staff, and for nobody. */
  readonly counted: TriesOf | null;
  /** What a check costs at this site, so that a try at nobody takes the same time. */
  readonly like: VerifierCost;
  readonly pepper: string;
  readonly secret: SignInSecret;
  /** False where a right one leaves the count as it was; true when left out. */
  readonly endsCount?: boolean;
  /** Instead of the station's usual way, where more than yes or no comes of it. */
  readonly verify?: VerifySecret;
}

export interface SecretCheck {
  /** Never tells an unknown person from a wrong secret, by answer or by time ([SGN2]). */
  check(attempt: Try): Promise<SignInResult>;
  /** Lets go of what it follows. */
  close(): void;
}

/** A try that may be made. */
interface Begun {
  /** The hub's word; null where it has none. */
  readonly told: TryAnswer | null;
  /** Whether others' tries are heard of. */
  readonly company: Company;
}

/** @throws ReanError `store.*` when the tries kept on the disk can't be read */
export async function createSecretCheck(parts: SecretCheckParts): Promise<SecretCheck> {
  const saved = await parts.store.load();
  const { clock } = parts;
  const now = { nowMs: clock.monotonicMs(), wallMs: clock.wallMs() };
  const tries: Tries = saved === null ? new Map() : restoredTries(saved, parts.company(), now);
  return new OneByOne(parts, tries);
}

/**
 * Checks secrets, one at a time for the whole station: two at once would let a person try twice
 * before the first is counted. A try is counted before it is checked, so that pulling the plug
 * during the check does not give it back ([SGN3]); a wrong one is put on record for the lab before
 * its answer is told ([SGN8]).
 */
class OneByOne implements SecretCheck {
  readonly #parts: SecretCheckParts;
  readonly #inTurn = createQueue();
  readonly #following: Subscription;
  /** Whose tries were looked at last, by person. */
  readonly #counted = new Map<string, TriesOf>();
  #tries: Tries;

  constructor(parts: SecretCheckParts, tries: Tries) {
    this.#parts = parts;
    this.#tries = tries;
    this.#following = parts.lab.moved$.subscribe((moved) => this.#followMove(moved));
  }

  check(attempt: Try): Promise<SignInResult> {
    return this.#inTurn(async () => {
      const result = await this.#check(attempt);
      await this.#putOnRecord(attempt.person, attempt.counted);
      return result;
    });
  }

  close(): void {
    this.#following.unsubscribe();
  }

  async #check(attempt: Try): Promise<SignInResult> {
    const { person } = attempt;
    const begun = await this.#begin(attempt);
    if ('result' in begun) return begun;
    const former = this.#tries;
    await this.#count(attempt, begun);
    if (begun.told === null && (await this.#isOvertaken(attempt))) return this.#waiting(person);
    if (await fits(attempt, this.#parts)) {
      await this.#noteRight(attempt, former);
      return { result: 'signed-in' };
    }
    const waitMs = waitLeft(this.#tries, person, this.#nowMs);
    return { result: 'wrong', wrongTries: wrongTries(this.#tries, person), waitMs };
  }

  /**
   * Whether a try may be made now, as far as this station, the hub and the others know. Where the hub does
   * not answer though it counts as there, nobody has asked the other stations meanwhile: they are asked
   * now, whoever it is, so that nobody is told from nobody ([SGN11]).
   */
  async #begin(attempt: Try): Promise<SignInResult | Begun> {
    const { person, counted } = attempt;
    this.#tries = withoutOld(this.#tries, this.#parts.clock.wallMs());
    await this.#look(person, counted);
    if (waitLeft(this.#tries, person, this.#nowMs) > 0) return this.#waiting(person);
    const word = await this.#parts.hub.begin(this.#toldOf(attempt));
    if (typeof word !== 'string') {
      return word.waitMs > 0
        ? { result: 'wait', waitMs: word.waitMs }
        : { told: word, company: this.#parts.company() };
    }
    if (word === 'away' || isStaff(person)) return { told: null, company: this.#parts.company() };
    const company = (await this.#parts.lab.listen()) ? 'lab' : 'alone';
    await this.#look(person, counted);
    const isFree = waitLeft(this.#tries, person, this.#nowMs) === 0;
    return isFree ? { told: null, company } : this.#waiting(person);
  }

  #waiting(person: string): SignInResult {
    return { result: 'wait', waitMs: waitLeft(this.#tries, person, this.#nowMs) };
  }

  /** Of whom no record tells what was tried elsewhere, the hub's word is the count. */
  #count({ person, counted }: Try, { told, company }: Begun): Promise<void> {
    const wrong = { person, company, nowMs: this.#nowMs, wallMs: this.#parts.clock.wallMs() };
    const isHubs = counted === null && told !== null;
    return this.#keep(
      isHubs
        ? afterTold(this.#tries, wrong, told.tries)
        : afterWrong(this.#tries, wrong, told?.tries),
    );
  }

  #toldOf({ person, verifier }: Try) {
    return { person, secret: verifier?.number ?? 1, known: wrongTries(this.#tries, person) };
  }

  /**
   * Where the hub has no word: beyond the free tries a try is put on record, and what others put there in
   * the same moment is heard, before it is checked. Of several at once each then hears of another
   * ([SGN11]).
   */
  async #isOvertaken({ person, counted, endsCount = true }: Try): Promise<boolean> {
    const total = wrongTries(this.#tries, person);
    // One of a million is no matter of eight tries at once, and whoever knows it is not to wait twice.
    if (isStaff(person) || !endsCount || total <= freeTries) return false;
    await this.#putOnRecord(person, counted);
    await this.#parts.lab.listen();
    await this.#look(person, counted);
    return wrongTries(this.#tries, person) > total;
  }

  async #noteRight(attempt: Try, former: Tries): Promise<void> {
    const { person, endsCount = true } = attempt;
    this.#parts.hub.tellRight(this.#toldOf(attempt), endsCount ? 'fits' : 'opens');
    if (!endsCount) return this.#keep(afterOpened(this.#tries, person, former));
    this.#counted.delete(person);
    await this.#keep(afterRight(this.#tries, person));
  }

  /** What is on record in the lab; where that can't be read, what is known here holds. */
  async #look(person: string, counted: TriesOf | null): Promise<void> {
    if (counted === null) return;
    this.#counted.set(person, counted);
    const recorded = await this.#parts.lab.recorded(counted).catch((error: unknown) => {
      this.#parts.log.warn('sign-in.tries-not-read', { reason: reasonOf(error) });
      return null;
    });
    if (recorded === null) return;
    const company = this.#parts.company();
    this.#tries = afterLook(this.#tries, { person, recorded, company, nowMs: this.#nowMs });
  }

  async #putOnRecord(person: string, counted: TriesOf | null): Promise<void> {
    const unrecorded = unrecordedTries(this.#tries, person);
    if (counted === null || unrecorded === 0) return;
    try {
      await this.#parts.lab.record(counted, unrecorded);
      await this.#keep(afterRecord(this.#tries, person));
    } catch (error) {
      // Without room, or on the way out: counted here, and recorded with the next.
      this.#parts.log.warn('sign-in.tries-not-recorded', { reason: reasonOf(error) });
    }
  }

  /** A try elsewhere counts here from the moment it is heard of, where somebody waits for theirs. */
  #followMove(moved: string | null): void {
    const waiting = [...this.#counted].filter(([person]) => moved === null || moved === person);
    for (const [person, counted] of waiting) {
      void this.#inTurn(() => this.#look(person, counted));
    }
  }

  async #keep(next: Tries): Promise<void> {
    this.#tries = next;
    const { store, log } = this.#parts;
    try {
      await store.save(savedTries(next));
    } catch (error) {
      // A full disk must not keep people out; the count holds until the station restarts.
      log.warn('sign-in.tries-not-kept', { reason: reasonOf(error) });
    }
  }

  get #nowMs(): number {
    return this.#parts.clock.monotonicMs();
  }
}

async function fits(
  { verifier, like, pepper, secret, ...asked }: Try,
  { randomness, ...usual }: SecretCheckParts,
): Promise<boolean> {
  const verify = asked.verify ?? usual.verify;
  if (verifier !== null) return verify(secret, pepper, verifier);
  await verify(secret, pepper, emptyVerifier(like, randomness));
  return false;
}
