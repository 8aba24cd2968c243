import * as z from 'zod';
import type { Action, Actor, Target } from '../../domain/permissions.ts';
import { ReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { pepperNamed } from '../../sync/identity/peppers.ts';
import { openStaffSeed } from '../../sync/identity/staff-key.ts';
import type { HubParts } from '../hub-app.ts';
import { actorOf, demand } from './demand.ts';

/** Somebody of the staff who stands at the hub's own keyboard, and typed their passphrase there. */
export const presentSchema = z.strictObject({
  staff: staffIdSchema,
  passphrase: z.string().min(1).max(1000),
});
export type Present = z.infer<typeof presentSchema>;

type Parts = Pick<HubParts, 'office' | 'registry'>;

/**
 * Asks of who stands at the keyboard what the command desk asks of who signs: an account that is open,
 * the right in the table, and the second person where it takes two ([PRM4]).
 * @throws ReanError `signature.invalid` for nobody's account and a wrong passphrase alike,
 * `permission.denied`, `permission.second`
 */
export async function requirePresent(
  parts: Parts,
  action: Action,
  target: Target,
  [first, second]: readonly [Present, Present?],
): Promise<void> {
  const actor = await actorAt(parts, first);
  demand(action, target, actor, second ? await actorAt(parts, second) : null);
}

async function actorAt({ office, registry }: Parts, present: Present): Promise<Actor> {
  const { staff, passphrase } = present;
  const account = await office.staffAccount(staff);
  const verifier = registry.keyring.staff.find((each) => each.staff === staff)?.verifier;
  const pepper = verifier && pepperNamed(registry.keyring, verifier.pepper);
  if (!account || !verifier || !pepper) throw new ReanError('signature.invalid');
  const seed = await openStaffSeed(passphrase, pepper, verifier);
  seed?.fill(0);
  if (seed === null) throw new ReanError('signature.invalid');
  if (account.disabled) throw new ReanError('permission.denied', { problem: 'disabled' });
  return actorOf(account);
}
