import type { Helper } from '../../shared/contracts/help.ts';
import { learnerIdSchema, staffIdSchema } from '../../shared/ids.ts';
import type { Actor } from '../permissions.ts';

/** Whether two are the same person, who acts in the same capacity. */
export function isSame(a: Helper | null, b: Helper): boolean {
  if (a === null) return false;
  return 'staff' in a ? 'staff' in b && a.staff === b.staff : 'tutor' in b && a.tutor === b.tutor;
}

/** As whom somebody acts on requests. */
export function helperOf({ person, role }: Pick<Actor, 'person' | 'role'>): Helper {
  return role === 'peer-tutor'
    ? { tutor: learnerIdSchema.parse(person) }
    : { staff: staffIdSchema.parse(person) };
}
