import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import { sealingKeyIdSchema } from '../../shared/contracts/documents/event.ts';
import { verifierCost } from '../../shared/contracts/keyring.ts';
import type { SealingKey } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { emptyVerifier, hashSecret } from '../../sync/identity/verifier.ts';
import type { SiteOffice } from './site-office.ts';

/** Makes and keeps the keys of newcomers, with sign-ins that nothing opens yet. */
export async function keepLearnerKeys(
  office: SiteOffice,
  accounts: readonly LearnerAccount[],
): Promise<void> {
  const entries = accounts.map(({ learner }) => ({
    learner,
    key: newSealingKey(sealingKeyIdSchema.parse(`learner:${learner}:1`), office.random),
    verifier: emptyVerifier(verifierCost, office.random),
  }));
  if (entries.length === 0) return;
  await office.changeKeyring((held) => ({ ...held, learners: [...held.learners, ...entries] }));
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

/** Gives a newcomer their first picture code. */
export async function giveFirstCode(
  office: SiteOffice,
  learner: LearnerId,
  code: readonly string[],
): Promise<void> {
  const { keyring } = await office.readKeyring();
  const verifier = await hashSecret({ kind: 'pictures', code }, keyring.pepper, office.random);
  await office.changeKeyring((held) => ({
    ...held,
    learners: held.learners.map((each) =>
      each.learner === learner ? { ...each, verifier } : each,
    ),
  }));
}
