import type { Activity } from './activity.ts';
import { isClosed, ruled } from './conditions.ts';
import type { Tracking } from './tracking.ts';

export type Direction = 'forward' | 'backward';

/** Where a walk through the tree came to: something to open, the end of the tree, or nothing that may be opened. */
export type Walked =
  | { readonly kind: 'found'; readonly activity: Activity }
  | { readonly kind: 'end' }
  | { readonly kind: 'stopped' };

const end = { kind: 'end' } as const;
const stopped = { kind: 'stopped' } as const;

interface Step {
  readonly kind: 'found';
  readonly activity: Activity;
  readonly direction: Direction;
}

/**
 * The next activity that may be opened, from one on (the standard's flow subprocess).
 * @param inside whether its children come first
 */
export function flow(
  from: Activity,
  direction: Direction,
  inside: boolean,
  tracking: Tracking,
): Walked {
  const step = traverse(from, direction, inside, null, tracking);
  return step.kind === 'found' ? admit(step.activity, step.direction, null, tracking) : step;
}

/** Whether an activity that was come to is opened, gone into or passed by. */
function admit(
  activity: Activity,
  direction: Direction,
  before: Direction | null,
  tracking: Tracking,
): Walked {
  if (activity.parent?.controls.flow !== true) return stopped;
  if (ruled(activity, 'preConditionRules', ['skip'], tracking) !== null) {
    const step = traverse(activity, direction, false, before, tracking);
    if (step.kind !== 'found') return step;
    const turned = before === 'backward' && step.direction === 'backward';
    return admit(step.activity, step.direction, turned ? null : before, tracking);
  }
  if (isClosed(activity, tracking)) return stopped;
  if (activity.children.length === 0) return { kind: 'found', activity };
  const step = traverse(activity, direction, true, null, tracking);
  if (step.kind !== 'found') return step;
  const turned = direction === 'backward' && step.direction === 'forward';
  return admit(step.activity, step.direction, turned ? 'backward' : null, tracking);
}

/** One step through the tree. */
function traverse(
  activity: Activity,
  wanted: Direction,
  inside: boolean,
  before: Direction | null,
  tracking: Tracking,
): Step | typeof end | typeof stopped {
  const { parent } = activity;
  const beside = parent === null ? [] : tracking.children(parent);
  // Where one may only go forward, a walk back began at the first child and turned; it goes on where it came from.
  const isTurned = before === 'backward' && beside.at(-1) === activity;
  const direction = isTurned ? 'backward' : wanted;
  const from = isTurned ? (beside[0] ?? activity) : activity;
  const children = tracking.children(from);
  if (inside && children.length > 0) return enter(from, direction, children);
  if (inside && from.children.length > 0) return stopped;
  if (parent === null) return direction === 'forward' ? end : stopped;
  if (direction === 'backward' && !isTurned && parent.controls.forwardOnly) return stopped;
  const place = beside.indexOf(from);
  const next = beside[direction === 'forward' ? place + 1 : place - 1];
  if (next !== undefined) return { kind: 'found', activity: next, direction };
  return traverse(parent, direction, false, null, tracking);
}

function enter(activity: Activity, direction: Direction, children: readonly Activity[]): Step {
  const isForward = direction === 'forward' || activity.controls.forwardOnly;
  const child = (isForward ? children[0] : children.at(-1)) ?? activity;
  return { kind: 'found', activity: child, direction: isForward ? 'forward' : 'backward' };
}
