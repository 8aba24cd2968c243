import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { verifierCost } from '../../shared/contracts/keyring.ts';
import type {
  Handover,
  LearnerKeys,
  SealingKey,
  Verifier,
} from '../../shared/contracts/keyring.ts';
import type { SignInForm } from '../../shared/contracts/sign-in.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { makeHandover } from '../../sync/identity/handover.ts';
import type { NewHandover } from '../../sync/identity/handover.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { emptyVerifier, hashSecret } from '../../sync/identity/verifier.ts';
import { drawHandoverNumber, drawLearnerSecret } from './drawn-secrets.ts';
import type { OfficeTurn } from './office-turn.ts';
import type { SiteOffice } from './site-office.ts';

/** Makes and keeps the keys of newcomers, with sign-ins that nothing opens yet. */
export async function keepLearnerKeys(
  turn: Pick<OfficeTurn, 'changeKeyring'>,
  random: Randomness,
  accounts: readonly LearnerAccount[],
): Promise<void> {
  const entries = accounts.map(({ learner }) => ({
    learner,
    key: newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), random),
    verifier: emptyVerifier(verifierCost, random),
  }));
  if (entries.length === 0) return;
  await turn.changeKeyring((held) => ({ ...held, learners: [...held.learners, ...entries] }));
}

/** The keys of all learners by their ids. @throws ReanError `key.missing`, when asked for one that is gone */
export async function learnerKeys(office: SiteOffice): Promise<(learner: LearnerId) => SealingKey> {
  const { keyring } = await office.readKeyring();
  const keys = new Map(keyring.learners.map(({ learner, key }) => [learner, key]));
  return (learner) => {
    const key = keys.get(learner);
    if (key === undefined) throw new ReanError('key.missing', { learner });
    return key;
  };
}

export interface NewSignIn {
  readonly learner: LearnerId;
  readonly form: SignInForm;
  readonly since: number;
}

/**
 * Gives a learner a new sign-in, and ends the one before. Nobody is told it: it lies in the keyring
 * under a number, which whoever asked is told this once ([SGN9]).
 * @param since the journal's entry that says so, or a later one
 * @returns six digits
 * @throws ReanError `learner.unknown` where the learner has no key
 */
export async function handOverSignIn(
  office: SiteOffice,
  { learner, form, since }: NewSignIn,
): Promise<string> {
  const { keyring } = await office.readKeyring();
  const pepper = newestPepper(keyring);
  if (!keyring.learners.some((each) => each.learner === learner)) {
    throw new ReanError('learner.unknown', { learner });
  }
  const number = drawHandoverNumber(office.random);
  const drawn = await drawSignIn({ learner, form, number, pepper }, office.random);
  await office.changeKeyring((held) => ({
    ...held,
    learners: held.learners.map((each) =>
      each.learner === learner ? withSignIn(each, drawn, since) : each,
    ),
  }));
  return number;
}

/** A sign-in that was drawn, as it lies in the keyring under its number. */
export interface DrawnSignIn {
  readonly learner: LearnerId;
  readonly form: SignInForm;
  readonly number: string;
  readonly verifier: Verifier;
  readonly handover: Handover;
}

/** Draws what a learner is to sign in with, and seals it under the number. */
export async function drawSignIn(
  asked: NewHandover & { readonly form: SignInForm },
  random: Randomness,
): Promise<DrawnSignIn> {
  const { learner, form, number, pepper } = asked;
  const secret = drawLearnerSecret(form, random);
  const verifier = await hashSecret(secret, pepper, random);
  const handover = await makeHandover(secret, { learner, number, pepper }, random);
  return { learner, form, number, verifier, handover };
}

/** A learner's keys with this sign-in in place of the one before, if there was any. */
export function withSignIn(
  { learner, key, verifier: before }: LearnerKeys,
  { form, verifier, handover }: DrawnSignIn,
  since: number,
): LearnerKeys {
  return {
    learner,
    key,
    verifier: { ...verifier, number: (before.number ?? 1) + 1 },
    ...(form === 'pin' ? { form } : {}),
    handover,
    since,
  };
}

/**
 * {@link handOverSignIn} where its entry stands, but the keyring could not be written: not where it was,
 * else somebody could have a sign-in renewed again and again with one entry to show for it.
 * @throws ReanError `command.repeated` where it was given, or a later one
 */
export async function finishHandOver(office: SiteOffice, given: NewSignIn): Promise<string> {
  const { learners } = (await office.readKeyring()).keyring;
  const held = learners.find(({ learner }) => learner === given.learner);
  if (held?.since !== undefined && held.since >= given.since) {
    throw new ReanError('command.repeated', { done: true });
  }
  return handOverSignIn(office, given);
}

/** Takes away handovers that are over: what they held can be had from no keyring any more ([SGN9]). */
export async function endHandovers(office: SiteOffice, over: ReadonlySet<string>): Promise<void> {
  await office.changeKeyring((held) => ({
    ...held,
    learners: held.learners.map(({ handover, ...each }) =>
      handover && !over.has(handover.id) ? { ...each, handover } : each,
    ),
  }));
}
