import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { Keyring, LearnerKeys } from '../../shared/contracts/keyring.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { emptyVerifier } from '../../sync/identity/verifier.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { KnownEntries } from './known-entries.ts';

/**
 * Takes out of the keyring what keys older than the journal would bring back to life ([REC7]): sign-ins
 * and passphrases that were ended since. To be called whenever entries have come.
 */
export async function dropEnded(office: SiteOffice, known: KnownEntries): Promise<void> {
  await known.catchUp();
  const reset = known.takeNewlyReset();
  const { keyring } = await office.readKeyring();
  const former = await formerPassphrases(office, keyring);
  const ended = keyring.learners.filter((each) => reset.has(each.learner) && known.isEnded(each));
  if (former.size === 0 && ended.length === 0) return;
  const over = new Set(ended.map(({ learner }) => learner));
  await office.changeKeyring((held) => ({
    ...held,
    staff: held.staff.filter(({ staff }) => !former.has(staff)),
    learners: held.learners.map((each) =>
      over.has(each.learner) ? withoutSignIn(each, office.random) : each,
    ),
  }));
}

/** The learner's keys, with a sign-in that nothing opens; `since` stays, and tells that it was ended. */
export function withoutSignIn(
  { learner, key, verifier, since }: LearnerKeys,
  random: Randomness,
): LearnerKeys {
  return {
    learner,
    key,
    verifier: { ...emptyVerifier(verifier, random), number: (verifier.number ?? 1) + 1 },
    ...(since === undefined ? {} : { since }),
  };
}

/** Staff whose passphrase in the keyring is one that their account knows of, and not its newest. */
async function formerPassphrases(
  office: SiteOffice,
  { staff, siteKey }: Pick<Keyring, 'staff' | 'siteKey'>,
): Promise<ReadonlySet<StaffId>> {
  const verifying = new Map(staff.map((each) => [each.staff, each.verifier.signingKey]));
  const accounts = (await office.directory.all('staff:')).flatMap((document) =>
    document.type === 'staff' ? [openStaffAccount(document, siteKey)] : [],
  );
  const former = accounts.filter((account) => isFormer(verifying.get(account.staff), account));
  return new Set(former.map((account) => account.staff));
}

function isFormer(key: string | undefined, { signingKeys }: StaffAccount): boolean {
  const newest = Math.max(0, ...Object.keys(signingKeys).map(Number));
  // One that the account does not know is newer than it: its entry may come yet.
  return Object.entries(signingKeys).some(([n, each]) => each === key && Number(n) !== newest);
}
