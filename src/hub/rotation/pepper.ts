import type { Keyring, LearnerKeys, Verifier } from '../../shared/contracts/keyring.ts';
import type { PepperStanding, TwoPersons } from '../../shared/contracts/rotation.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { openStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { drawPepper, newestPepper, peppersOf } from '../../sync/identity/peppers.ts';
import type { Pepper } from '../../sync/identity/peppers.ts';
import { readRoster } from '../office/roster.ts';
import type { SiteOffice } from '../office/site-office.ts';
import { withoutSignIn } from '../recovery/ended-sign-ins.ts';

/** How a site comes to another pepper: nobody has the secrets, so each person's next one takes it ([KEY3]). */

/** With a further pepper, that every new verifier is made with. */
export function withNewPepper(keyring: Keyring, random: Randomness): Keyring {
  const laterPeppers = [...(keyring.laterPeppers ?? []), drawPepper(random)];
  return { ...keyring, laterPeppers };
}

/** Whose secret was made with another pepper than the newest, less those whose account is closed. */
export async function pepperStanding(
  office: SiteOffice,
  keyring: Keyring,
): Promise<PepperStanding> {
  const { name } = newestPepper(keyring);
  const isBehind = ({ verifier }: { readonly verifier: Verifier }) => needs(verifier, name);
  const behind = new Set<string>([
    ...keyring.learners.filter(isBehind).map(({ learner }) => learner),
    ...keyring.staff.filter(isBehind).map(({ staff }) => staff),
  ]);
  const peppers = peppersOf(keyring).length;
  if (behind.size === 0) return { peppers, learners: [], staff: [] };
  const { learners, groups } = await readRoster(office);
  const accounts = (await office.directory.all('staff:')).flatMap((each) =>
    each.type === 'staff' ? [openStaffAccount(each, keyring.siteKey)] : [],
  );
  return {
    peppers,
    learners: [...learners.values()].flatMap(({ learner, disabled, card, group }) =>
      !disabled && behind.has(learner)
        ? [{ learner, card, group: groups.get(group)?.name ?? null }]
        : [],
    ),
    staff: accounts.flatMap(({ staff, disabled, name: called }) =>
      !disabled && behind.has(staff) ? [{ staff, name: called }] : [],
    ),
  };
}

/**
 * Takes away the earlier peppers that nobody needs, where there are any, with an entry of the journal
 * first. Closed accounts of learners lose a sign-in that went with one: it opens nothing when they are
 * opened again.
 */
export async function dropOldPeppers(
  office: SiteOffice,
  { reason, who, second }: TwoPersons,
): Promise<void> {
  const { keyring } = await office.readKeyring();
  if ((await neededPeppers(office, keyring)).length === peppersOf(keyring).length) return;
  const grounds = { learner: null, reason, who, second: { name: second } };
  await office.record({ type: 'pepper.dropped', grounds, documents: () => [] });
  // Looked at again in the office's turn: a passphrase may have come that goes with one of them.
  await office.changeKeyring(async (held) =>
    withPeppers(held, await neededPeppers(office, held), office.random),
  );
}

/** Oldest first: those somebody's secret goes with, and the newest. */
async function neededPeppers(office: SiteOffice, keyring: Keyring): Promise<readonly Pepper[]> {
  const { learners, staff } = await pepperStanding(office, keyring);
  const behind = new Set<string>([
    ...learners.map((each) => each.learner),
    ...staff.map((each) => each.staff),
  ]);
  const needed = new Set<string | null>([newestPepper(keyring).name]);
  for (const { learner, verifier } of keyring.learners) {
    if (behind.has(learner)) needed.add(verifier.pepper ?? null);
  }
  for (const { staff: person, verifier } of keyring.staff) {
    if (behind.has(person)) needed.add(verifier.pepper ?? null);
  }
  return peppersOf(keyring).filter(({ name }) => needed.has(name));
}

function withPeppers(keyring: Keyring, kept: readonly Pepper[], random: Randomness): Keyring {
  const { pepperName: _name, laterPeppers: _later, ...rest } = keyring;
  const names = new Set(kept.map(({ name }) => name));
  const opens = ({ verifier }: LearnerKeys) =>
    verifier.empty === true || names.has(verifier.pepper ?? null);
  const learners = keyring.learners.map((each) =>
    opens(each) ? each : withoutSignIn(each, random),
  );
  return { ...rest, ...written(kept), learners };
}

function written([oldest, ...later]: readonly Pepper[]) {
  if (oldest === undefined) throw new ReanError('key.missing', { what: 'pepper' });
  const laterPeppers = later.flatMap(({ name, secret }) =>
    name === null ? [] : [{ name, secret }],
  );
  return {
    pepper: oldest.secret,
    ...(oldest.name === null ? {} : { pepperName: oldest.name }),
    ...(laterPeppers.length === 0 ? {} : { laterPeppers }),
  };
}

const needs = ({ empty, pepper }: Verifier, newest: string | null) =>
  empty !== true && (pepper ?? null) !== newest;
