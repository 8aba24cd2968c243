import type { TeamView } from '../../shared/contracts/ipc/people-views.ts';
import type { Directory } from '../directory/directory.ts';

/** Who works here, by name; after them whose appointment has ended ([PPL7]). */
export function teamView({ staff }: Pick<Directory, 'staff'>): TeamView {
  const listed = [...staff.values()].map((account) => ({
    staff: account.staff,
    name: account.name,
    role: account.role,
    scopes: account.scopes,
    groups: account.groups,
    ended: account.disabled,
  }));
  const place = ({ ended, name }: TeamView['staff'][number]) => `${Number(ended)} ${name.km}`;
  return { staff: listed.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)) };
}
