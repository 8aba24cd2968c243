import type { Actor } from '../../domain/permissions.ts';
import type { TeamView } from '../../shared/contracts/ipc/people-views.ts';
import type { FinishedCourse } from '../../shared/contracts/staff-course.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { Directory } from '../directory/directory.ts';

/** Who works here, by name; after them whose appointment has ended ([PPL7]). */
export function teamView({ staff, training }: Pick<Directory, 'staff' | 'training'>): TeamView {
  const listed = [...staff.values()].map((account) => ({
    staff: account.staff,
    name: account.name,
    role: account.role,
    scopes: account.scopes,
    groups: account.groups,
    ended: account.disabled,
    trained: [...(training.get(account.staff) ?? [])],
  }));
  const byName = inNameOrder(listed, ({ name }) => name.km);
  return { staff: byName.toSorted((a, b) => Number(a.ended) - Number(b.ended)) };
}

/** Which courses somebody finished, the first first ([HPG6]). */
export function trainedOf(
  training: ReadonlyMap<Actor['person'], readonly FinishedCourse[]>,
  person: Actor['person'],
): readonly FinishedCourse[] {
  return training.get(person) ?? [];
}
