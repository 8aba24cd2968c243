import { passphraseFault, staffPassphraseRule } from '../../domain/staff-passphrase.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import { appointStaff } from './people.ts';
import type { NewStaff } from './people.ts';
import type { SiteOffice } from './site-office.ts';
import type { Asker } from './office-change.ts';

export type FirstManager = Pick<NewStaff, 'name' | 'passphrase'>;

/** Appoints the site manager that a new site begins with, or goes on with ([IDN10], [IDN15]). */
export function appointFirstManager(
  office: SiteOffice,
  { name, passphrase }: FirstManager,
  asker: Asker = {},
): Promise<StaffId> {
  requireStaffPassphrase(passphrase, [name, office.site.name]);
  const scopes: NewStaff['scopes'] = ['men', 'women', 'minors'];
  return appointStaff(office, { name, passphrase, role: 'site-manager', scopes }, asker);
}

/**
 * @param names of the person and the site
 * @throws ReanError `passphrase.weak`, with `problem` ({@link passphraseFault}) and the rule's numbers
 */
export function requireStaffPassphrase(passphrase: string, names: readonly Localized[]): void {
  const told = names.flatMap(({ km, en }) => (en === undefined ? [km] : [km, en]));
  const problem = passphraseFault(passphrase, told);
  if (problem !== null) throw new ReanError('passphrase.weak', { problem, ...staffPassphraseRule });
}
