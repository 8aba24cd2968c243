import { combineLatest, map } from 'rxjs';
import type { Observable } from 'rxjs';
import { may, mayAnywhere } from '../../domain/permissions.ts';
import type { Actor, Target } from '../../domain/permissions.ts';
import type { LearnersView, RoomView } from '../../shared/contracts/ipc/views.ts';
import type { LearnerAccount, StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { GroupId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { distinctView } from '../views/distinct-view.ts';

/** What of a view is within the reach of who looks: their scopes, and an instructor's own groups ([PRM5]). */

type Groups = Pick<Directory, 'groups'>;

export function actorOf({ staff, role, scopes, groups }: StaffAccount): Actor {
  return { person: staff, role, scopes, groups };
}

/** Whether somebody may see the learners of a group. One that is not known here is nobody's to see. */
export function seesGroup(actor: Actor, group: GroupId, { groups }: Groups): boolean {
  const known = groups.get(group);
  if (known === undefined) return false;
  return may(actor, 'learner.see', { groups: [group], scopes: [known.scope ?? 'men'] });
}

/** Whether somebody may see this learner: within their reach, and, where shut out, theirs to let in again ([PPL3]). */
export function seesLearner(
  actor: Actor,
  { group, disabled }: Pick<LearnerAccount, 'group' | 'disabled'>,
  directory: Groups,
): boolean {
  return (
    (!disabled || mayAnywhere(actor.role, 'learner.disable')) && seesGroup(actor, group, directory)
  );
}

/** Who is shut out is shown to those who may let them in again, and to nobody else. */
export function learnersWithin(view: LearnersView, actor: Actor, directory: Groups): LearnersView {
  const seen = new Map<GroupId, boolean>();
  const sees = (group: GroupId) => {
    const known = seen.get(group) ?? seesGroup(actor, group, directory);
    seen.set(group, known);
    return known;
  };
  const seesDisabled = mayAnywhere(actor.role, 'learner.disable');
  return {
    ...view,
    learners: view.learners.filter(
      ({ learner, disabled }) => (!disabled || seesDisabled) && sees(learner.group),
    ),
  };
}

/** Seats stay, whoever sits there; a learner out of reach is not shown on theirs. */
export function roomWithin(view: RoomView, actor: Actor, directory: Groups): RoomView {
  const seats = view.seats.map((seat) => {
    const group = seat.sitting?.learner.group;
    const target = targetOf(group, directory);
    const mayAct = target !== null && may(actor, 'seat.act', target);
    return group === undefined || seesGroup(actor, group, directory)
      ? { ...seat, mayAct }
      : { ...seat, mayAct, sitting: null };
  });
  return { seats, present: seats.filter(({ sitting }) => sitting !== null).length };
}

/** Null for a group that is not known here: nobody's to act on. */
function targetOf(group: GroupId | undefined, { groups }: Groups): Target | null {
  if (group === undefined) return {};
  const known = groups.get(group);
  return known === undefined ? null : { groups: [group], scopes: [known.scope ?? 'men'] };
}

/** The room as somebody sees it, anew also where nothing moved there and their reach changed. */
export function reachedRoom$(
  room$: Observable<RoomView>,
  directory$: Observable<Groups>,
  actor: Actor,
): Observable<RoomView> {
  return combineLatest([room$, directory$]).pipe(
    map(([room, directory]) => roomWithin(room, actor, directory)),
    distinctView(),
  );
}
