import { may, mayAnywhere, maySecond, takesTwo } from '../../domain/permissions.ts';
import type { Action, Actor, Target } from '../../domain/permissions.ts';
import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';

/** Somebody of the staff, as the table of permissions looks at them. */
export function actorOf({ staff, role, scopes, groups }: StaffAccount): Actor {
  return { person: staff, role, scopes, groups };
}

/** @throws ReanError `permission.denied`, or `permission.second` where the second person fails ([PRM4]) */
export function demand(action: Action, target: Target, first: Actor, second: Actor | null): void {
  if (!may(first, action, target)) throw new ReanError('permission.denied', { action });
  if (!takesTwo(action)) {
    if (second) throw new ReanError('shape.invalid', { at: 'by' });
    return;
  }
  if (!second) throw new ReanError('permission.second', { problem: 'missing' });
  if (second.person === first.person) throw new ReanError('permission.second', { problem: 'same' });
  if (!maySecond(second, action, target)) {
    throw new ReanError('permission.second', { problem: 'denied' });
  }
}

/** As {@link demand}, of what nobody can tell any more whom it touched; it takes one person. */
export function demandAnywhere(action: Action, first: Actor, second: Actor | null): void {
  if (!mayAnywhere(first.role, action)) throw new ReanError('permission.denied', { action });
  if (second || takesTwo(action)) throw new ReanError('shape.invalid', { at: 'by' });
}
