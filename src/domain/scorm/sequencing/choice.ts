import { commonAncestor, pathTo, upTo } from './activity.ts';
import type { Activity } from './activity.ts';
import { ruled } from './conditions.ts';
import type { Direction } from './flow.ts';
import type { Tracking } from './tracking.ts';

/**
 * Whether an activity may be chosen from where its learner is (the standard's choice request, up to where what
 * is chosen is opened).
 * @param current where the learner is; null before the first
 */
export function mayChoose(
  target: Activity,
  current: Activity | null,
  root: Activity,
  tracking: Tracking,
): boolean {
  for (const activity of pathTo(target)) {
    if (activity.parent !== null && !tracking.children(activity.parent).includes(activity)) {
      return false;
    }
    if (ruled(activity, 'preConditionRules', ['hiddenFromChoice'], tracking) !== null) return false;
  }
  if (target.parent !== null && !target.parent.controls.choice) return false;
  if (current === null) return opensInto(root, target, 'forward', tracking);
  if (current === target) return !isHeld(current, tracking);
  if (current.parent === target.parent) {
    return !isHeld(current, tracking) && reachesBeside(current, target, tracking);
  }
  const above = commonAncestor(current, target);
  const left = upTo(current, above);
  if (left.some((activity) => isHeld(activity, tracking))) return false;
  if (above === current) return opensInto(current, target, 'forward', tracking);
  if (above === target) return true;
  const direction = directionOf(left, target, above, tracking);
  return (
    isWithinConstraint(left, target, direction, tracking) &&
    opensInto(above, target, direction, tracking)
  );
}

/** An attempt its learner may not leave by choosing something else. */
const isHeld = (activity: Activity, tracking: Tracking) =>
  tracking.of(activity).active && !activity.controls.choiceExit;

function directionOf(
  left: readonly Activity[],
  target: Activity,
  above: Activity,
  tracking: Tracking,
): Direction {
  const beside = tracking.children(above);
  const from = beside.findIndex((activity) => left.includes(activity));
  const to = beside.findIndex((activity) => upTo(target, above).includes(activity));
  return to > from ? 'forward' : 'backward';
}

/** Past all that stand between two children of the same parent. */
function reachesBeside(current: Activity, target: Activity, tracking: Tracking): boolean {
  const beside = current.parent === null ? [] : tracking.children(current.parent);
  const [from, to] = [beside.indexOf(current), beside.indexOf(target)];
  const direction = to > from ? 'forward' : 'backward';
  const passed = to > from ? beside.slice(from, to) : beside.slice(to + 1, from + 1);
  return passed.every((activity) => mayPass(activity, direction, tracking));
}

function mayPass(activity: Activity, direction: Direction, tracking: Tracking): boolean {
  if (direction === 'forward') {
    return ruled(activity, 'preConditionRules', ['stopForwardTraversal'], tracking) === null;
  }
  return activity.parent !== null && !activity.parent.controls.forwardOnly;
}

/** Down to what was chosen, through activities that let it be entered so. */
function opensInto(
  above: Activity,
  target: Activity,
  direction: Direction,
  tracking: Tracking,
): boolean {
  const path = [above, ...upTo(target, above).toReversed()].filter((each) => each !== target);
  return path.every((activity) => {
    if (direction === 'forward' && !mayPass(activity, 'forward', tracking)) return false;
    const isNew = !tracking.of(activity).active && activity !== above;
    return !(isNew && activity.controls.preventActivation);
  });
}

/** Where an activity that is left constrains it, nothing but what follows it may be chosen. */
function isWithinConstraint(
  left: readonly Activity[],
  target: Activity,
  direction: Direction,
  tracking: Tracking,
): boolean {
  const constrained = left.find(
    ({ controls, children }) => controls.constrainChoice && children.length > 0,
  );
  if (constrained === undefined) return true;
  const near = beyond(constrained, direction, tracking);
  const path = pathTo(target);
  return path.includes(near) || path.includes(constrained);
}

/** The activity that follows one, at whatever level; itself where none does. */
function beyond(activity: Activity, direction: Direction, tracking: Tracking): Activity {
  for (let at = activity; at.parent !== null; at = at.parent) {
    const beside = tracking.children(at.parent);
    const next = beside[beside.indexOf(at) + (direction === 'forward' ? 1 : -1)];
    if (next !== undefined) return next;
  }
  return activity;
}
