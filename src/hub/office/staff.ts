import type { StaffTerms } from '../../shared/contracts/commands/staff-commands.ts';
import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import { openStaffAccount, sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { pepperNamed } from '../../sync/identity/peppers.ts';
import type { StaffVerifier } from '../../sync/identity/staff-key.ts';
import { freshIds } from '../site/fresh-ids.ts';
import type { SiteOffice } from './site-office.ts';
import type { Asker } from './office-change.ts';

/** Staff accounts of a site, as those who see to them change them ([STF1]). */

/**
 * Appoints somebody; the verifier is durable before the account that needs it.
 * @throws ReanError `shape.invalid` for a signing key that somebody has, or had, and for a pepper that is dropped
 */
export async function appoint(
  office: SiteOffice,
  terms: StaffTerms,
  verifier: StaffVerifier,
  asker: Asker = {},
): Promise<StaffId> {
  await requireGroups(office, terms);
  await requireNewKey(office, verifier);
  const staff = freshIds.staff(office.random);
  await useVerifier(office, staff, verifier);
  const account = { ...terms, staff, signingKeys: { 1: verifier.signingKey }, disabled: false };
  await record(office, 'staff.appointed', asker, () => account);
  return staff;
}

/** @throws ReanError `permission.denied` for one who left */
export async function changeTerms(
  office: SiteOffice,
  staff: StaffId,
  terms: StaffTerms,
  asker: Asker = {},
): Promise<void> {
  await serving(office, staff);
  await requireGroups(office, terms);
  await record(office, 'staff.changed', asker, async () => ({
    ...(await serving(office, staff)),
    ...terms,
  }));
}

/** Ends an appointment, for good; what they signed stays theirs. */
export async function disableStaff(
  office: SiteOffice,
  staff: StaffId,
  asker: Asker = {},
): Promise<void> {
  await record(office, 'staff.disabled', asker, async () => ({
    ...(await serving(office, staff)),
    disabled: true,
  }));
}

/**
 * Gives somebody another passphrase, and so another signing key under the next number. The key that
 * counts is the verifier's: cut off in between, the earlier passphrase goes on ([STF3]).
 * @throws ReanError `permission.denied` for one who left, `shape.invalid` as for {@link appoint}
 */
export async function changePassphrase(
  office: SiteOffice,
  staff: StaffId,
  verifier: StaffVerifier,
  asker: Asker = {},
): Promise<void> {
  await serving(office, staff);
  await requireNewKey(office, verifier);
  await record(office, 'staff.rekeyed', asker, async () => {
    const held = await serving(office, staff);
    const number = 1 + Math.max(0, ...Object.keys(held.signingKeys).map(Number));
    return { ...held, signingKeys: { ...held.signingKeys, [number]: verifier.signingKey } };
  });
  await useVerifier(office, staff, verifier);
}

/**
 * What is left of {@link changePassphrase} once its entry stands.
 * @throws ReanError `permission.denied` for one who left, `command.repeated` where the entry was about another
 * passphrase, or a later one is there
 */
export async function finishPassphrase(
  office: SiteOffice,
  staff: StaffId,
  verifier: StaffVerifier,
): Promise<void> {
  const { signingKeys } = await serving(office, staff);
  const newest = Math.max(0, ...Object.keys(signingKeys).map(Number));
  if (signingKeys[newest] !== verifier.signingKey) {
    throw new ReanError('command.repeated', { done: true });
  }
  await useVerifier(office, staff, verifier);
}

async function useVerifier(
  office: SiteOffice,
  staff: StaffId,
  verifier: StaffVerifier,
): Promise<void> {
  await office.changeKeyring((keyring) => {
    // Made at a station off since before the pepper it goes with was dropped: nothing would open it.
    if (pepperNamed(keyring, verifier.pepper) === null) {
      throw new ReanError('shape.invalid', { at: 'verifier' });
    }
    const others = keyring.staff.filter((each) => each.staff !== staff);
    return { ...keyring, staff: [...others, { staff, verifier }] };
  });
}

async function serving(office: SiteOffice, staff: StaffId): Promise<StaffAccount> {
  const account = await office.staffAccount(staff);
  if (account && !account.disabled) return account;
  throw new ReanError('permission.denied', { problem: account ? 'disabled' : 'unknown' });
}

/** Groups somebody teaches are there, and of their scopes: else they would see nothing of them. */
async function requireGroups(office: SiteOffice, { groups, scopes }: StaffTerms): Promise<void> {
  const known = await office.directory.all('group:');
  const fits = groups.every((wanted) =>
    known.some(
      (each) =>
        each.type === 'group' && each.group === wanted && scopes.includes(each.scope ?? 'men'),
    ),
  );
  if (!fits) throw new ReanError('shape.invalid', { at: 'groups' });
}

/** A signature is one person's only while no two have its key. */
async function requireNewKey(office: SiteOffice, { signingKey }: StaffVerifier): Promise<void> {
  const { keyring } = await office.readKeyring();
  const taken = (await office.directory.all('staff:')).some(
    (each) =>
      each.type === 'staff' &&
      Object.values(openStaffAccount(each, keyring.siteKey).signingKeys).includes(signingKey),
  );
  if (taken) throw new ReanError('shape.invalid', { at: 'verifier' });
}

/** `written` reads what it changes in the office's turn: nothing changed meanwhile is written back ([DIR1]). */
async function record(
  office: SiteOffice,
  type: JournalEntry['type'],
  asker: Asker,
  written: () => StaffAccount | Promise<StaffAccount>,
): Promise<void> {
  const { keyring } = await office.readKeyring();
  await office.record({
    ...asker,
    type,
    documents: async (hubSeq) => [
      sealStaffAccount(hubSeq, await written(), keyring.siteKey, office.random),
    ],
  });
}
