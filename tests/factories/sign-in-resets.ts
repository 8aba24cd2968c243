import { handOverSignIn } from '../../src/hub/office/learner-keys.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import type { Keyring } from '../../src/shared/contracts/keyring.ts';
import type { LearnerId } from '../../src/shared/ids.ts';

/** Gives a learner a new sign-in as an officer's command does, with its entry of the journal. */
export async function resetSignIn(office: SiteOffice, learner: LearnerId): Promise<void> {
  await office.record({
    type: 'sign-in.reset',
    grounds: { learner, reason: 'forgotten', who: null, second: null },
    documents: () => [],
  });
  await handOverSignIn(office, {
    learner,
    form: 'pictures',
    since: office.journal.nextHubSeq - 1,
  });
}

/** What proves a learner's sign-in; null without a key. */
export function verifierOf(
  { learners }: Pick<Keyring, 'learners'>,
  learner: LearnerId,
): string | null {
  return learners.find((each) => each.learner === learner)?.verifier.hash ?? null;
}
