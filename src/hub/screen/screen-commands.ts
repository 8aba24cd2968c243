import * as z from 'zod';
import { may } from '../../domain/permissions.ts';
import type { Action } from '../../domain/permissions.ts';
import { stationKindSchema } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import { base64Schema, siteIdSchema } from '../../shared/ids.ts';
import type { StaffId } from '../../shared/ids.ts';
import { pepperNamed } from '../../sync/identity/peppers.ts';
import { openStaffSeed } from '../../sync/identity/staff-key.ts';
import { putInForce } from '../backup/recovery-sheet-command.ts';
import { actorOf } from '../commands/demand.ts';
import { defineCommand } from '../control/hub-command.ts';
import type { HubParts } from '../hub-app.ts';

/** What the hub's own screen asks of a hub that runs ([HBS4], [HBS5]). */

const passphraseSchema = z.string().min(1).max(1000);
/** How long a code of the screen holds, ms. */
export const screenCodeMs = 24 * 3_600_000;
/** Heard of within so long counts as there, ms. */
const thereMs = 5 * 60_000;

/** How many PCs the site has, and of how many the hub heard lately; it names none. */
export const roomCommand = defineCommand({
  name: 'screen.room',
  input: z.strictObject({}),
  output: z.strictObject({ known: z.int().min(0), heard: z.int().min(0) }),
  run: async ({ office, presence }) => {
    const documents = await office.directory.all('station:');
    const known = documents.flatMap((each) =>
      each.type === 'station' && !each.disabled ? [each.station] : [],
    );
    const heard = known.filter((station) => (presence.of(station)?.ageMs ?? Infinity) < thereMs);
    return { known: known.length, heard: heard.length };
  },
});

/** Whether somebody with this passphrase may do that; nothing is done ([HBS5]). */
export const mayHereCommand = defineCommand({
  name: 'screen.may',
  input: z.strictObject({
    passphrase: passphraseSchema,
    action: z.enum(['hub.sheet-here', 'hub.stick-here']),
  }),
  output: z.strictObject({ site: siteIdSchema }),
  run: async (parts, { passphrase, action }) => {
    await whoKnows(parts, passphrase, action);
    return { site: parts.office.site.site };
  },
});

export const codeHereCommand = defineCommand({
  name: 'screen.code',
  input: z.strictObject({ passphrase: passphraseSchema, kind: stationKindSchema }),
  output: z.strictObject({ code: z.string() }),
  run: async (parts, { passphrase, kind }) => {
    const grounds = groundsOf(await whoKnows(parts, passphrase, 'hub.enrol-here'));
    const seat = { name: screenSeatNames[kind], kind, replaces: null };
    const { code } = await parts.enrolment.make({ seat, validMs: screenCodeMs, grounds });
    return { code };
  },
});

/** Puts a sheet in force that a person has copied. */
export const sheetHereCommand = defineCommand({
  name: 'screen.sheet',
  input: z.strictObject({ passphrase: passphraseSchema, publicKey: base64Schema(32) }),
  output: z.strictObject({}),
  run: async (parts, { passphrase, publicKey }) => {
    const grounds = groundsOf(await whoKnows(parts, passphrase, 'hub.sheet-here'));
    await putInForce(parts.office, publicKey, { grounds });
    return {};
  },
});

/** What a stick in the hub's PC is to be looked for, and what the trail calls it. */
const begun = { update: 'hub.update-begun', netboot: 'netboot.bringing-begun' } as const;

/** Puts on record that a stick is looked for, before it is ([HBS8]). */
export const stickHereCommand = defineCommand({
  name: 'screen.stick',
  input: z.strictObject({ passphrase: passphraseSchema, wanted: z.enum(['update', 'netboot']) }),
  output: z.strictObject({}),
  run: async (parts, { passphrase, wanted }) => {
    const grounds = groundsOf(await whoKnows(parts, passphrase, 'hub.stick-here'));
    await parts.office.record({ type: begun[wanted], grounds, documents: () => [] });
    return {};
  },
});

/** What PCs let in by codes of the screen are called until somebody names them ([ENR7]). */
export const screenSeatNames = {
  kiosk: { km: 'កុំព្យូទ័រថ្មី', en: 'New PC' },
  supervisor: { km: 'មន្ត្រី', en: 'Officers' },
} as const;

const groundsOf = (staff: StaffId) => ({
  learner: null,
  reason: 'at-the-hub',
  who: staff,
  second: null,
});

/**
 * Who of the staff this passphrase is of. The screen can't write their names, most of which are Khmer, so that nobody is
 * chosen first: of those who may, whoever it opens.
 *
 * @throws ReanError `signature.invalid` where it is nobody's who may
 */
async function whoKnows(
  { office, registry }: Pick<HubParts, 'office' | 'registry'>,
  passphrase: string,
  action: Action,
): Promise<StaffId> {
  for (const { staff, verifier } of registry.keyring.staff) {
    const account = await office.staffAccount(staff);
    if (account === null || account.disabled || !may(actorOf(account), action, {})) continue;
    const pepper = pepperNamed(registry.keyring, verifier.pepper);
    const seed = pepper && (await openStaffSeed(passphrase, pepper, verifier));
    if (!seed) continue;
    seed.fill(0);
    return staff;
  }
  throw new ReanError('signature.invalid');
}
