import type { SignInResult } from '../../shared/contracts/ipc/views.ts';
import type { Verifier } from '../../shared/contracts/keyring.ts';
import { verifierCost } from '../../sync/identity/verifier.ts';
import type { SignInSecret } from '../../sync/identity/verifier.ts';
import type { Clock, Log, Randomness } from '../../shared/ports.ts';
import { createQueue } from '../queue.ts';
import { afterRight, afterWrong, restoredTries, savedTries, waitLeft } from './throttle.ts';
import type { SavedTries, Tries } from './throttle.ts';
import { reasonOf } from '../failure-reason.ts';

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
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** One try at a secret. `verifier` is null when nobody of that id may sign in here. */
export interface Try {
  readonly person: string;
  readonly verifier: Verifier | null;
  /** Of someone else, so that a try at nobody costs the same time. */
  readonly like: Verifier | null;
  readonly pepper: string;
  readonly secret: SignInSecret;
}

export interface SecretCheck {
  /** Never tells an unknown person from a wrong secret, by answer or by time ([SGN2]). */
  check(attempt: Try): Promise<SignInResult>;
}

/**
 * Checks secrets, one at a time for the whole station: two at once would let a person try twice
 * before the first is counted. A try is counted before it is checked, so that pulling the plug
 * during the check does not give it back ([SGN3]).
 */
export async function createSecretCheck(parts: SecretCheckParts): Promise<SecretCheck> {
  const { store, clock, log } = parts;
  const saved = await store.load();
  const now = () => clock.monotonicMs();
  let tries: Tries = saved === null ? new Map() : restoredTries(saved, now());
  const inTurn = createQueue();

  async function keep(next: Tries): Promise<void> {
    tries = next;
    try {
      await store.save(savedTries(next));
    } catch (error) {
      // A full disk must not keep people out; the count holds until the station restarts.
      log.warn('sign-in.tries-not-kept', { reason: reasonOf(error) });
    }
  }

  async function checkOne(attempt: Try): Promise<SignInResult> {
    const { person } = attempt;
    const waitMs = waitLeft(tries, person, now());
    if (waitMs > 0) return { result: 'wait', waitMs };
    await keep(afterWrong(tries, person, now()));
    if (await fits(attempt, parts)) {
      await keep(afterRight(tries, person));
      return { result: 'signed-in' };
    }
    const wrongTries = tries.get(person)?.wrong ?? 1;
    return { result: 'wrong', wrongTries, waitMs: waitLeft(tries, person, now()) };
  }

  return { check: (attempt) => inTurn(() => checkOne(attempt)) };
}

async function fits(
  { verifier, like, pepper, secret }: Try,
  { verify, randomness }: SecretCheckParts,
): Promise<boolean> {
  if (verifier !== null) return verify(secret, pepper, verifier);
  await verify(secret, pepper, decoy(like, randomness));
  return false;
}

/** A verifier nothing fits, as costly as a real one. */
function decoy(like: Verifier | null, randomness: Randomness): Verifier {
  const base64 = (length: number) => Buffer.from(randomness.bytes(length)).toString('base64');
  return {
    algorithm: 'argon2id',
    salt: base64(16),
    hash: base64(32),
    memoryKiB: like?.memoryKiB ?? verifierCost.memoryKiB,
    iterations: like?.iterations ?? verifierCost.iterations,
  };
}
