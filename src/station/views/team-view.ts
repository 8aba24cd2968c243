import type { TeamView } from '../../shared/contracts/ipc/people-views.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
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
  const byName = inNameOrder(listed, ({ name }) => name.km);
  return { staff: byName.toSorted((a, b) => Number(a.ended) - Number(b.ended)) };
}
