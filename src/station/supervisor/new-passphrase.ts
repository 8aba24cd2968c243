import { passphraseFault, staffPassphraseRule } from '../../domain/staff-passphrase.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Randomness } from '../../shared/ports.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';
import type { StaffVerifier } from '../../sync/identity/staff-key.ts';
import type { PassphraseParts } from './staff-hands.ts';

/** A passphrase somebody is to have from now on, as a window sends it. */
export type NewPassphrase = NonNullable<CommandInput<'supervisor', 'hub.command'>['passphrase']>;

interface Parts extends PassphraseParts {
  readonly randomness: Randomness;
}

/**
 * What the hub is told of a new passphrase: it is judged and hashed here, and stays here ([CMD6]).
 * @throws ReanError `passphrase.weak`, `key.missing` before the first keyring has come
 */
export async function verifierOf(
  { directory, keys, randomness }: Parts,
  { text, name }: NewPassphrase,
): Promise<StaffVerifier> {
  const site = directory.directory.site?.name;
  const names = [name, ...(site ? [site] : [])].flatMap(({ km, en }) => (en ? [km, en] : [km]));
  const problem = passphraseFault(text, names);
  if (problem !== null) throw new ReanError('passphrase.weak', { problem, ...staffPassphraseRule });
  const pepper = keys()?.newestPepper;
  if (pepper === undefined) throw new ReanError('key.missing', { what: 'keyring' });
  return makeStaffVerifier(text, pepper, randomness);
}
