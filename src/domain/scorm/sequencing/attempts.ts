import { commonAncestor, everyActivity, pathTo, upTo } from './activity.ts';
import type { Activity } from './activity.ts';
import { rollUp } from './rollup.ts';
import type { Age, Tracking } from './tracking.ts';

/** A number from 0 to 1, 1 left out. */
export type Chance = () => number;

/** Ends an activity's attempt, with what the standard takes for granted of what said nothing. */
export function endAttempt(activity: Activity, root: Activity, tracking: Tracking): void {
  const { delivery, primary } = activity;
  if (activity.children.length > 0) {
    const isHalfDone = activity.children.some((child) => tracking.of(child).suspended);
    tracking.put(activity, { suspended: isHalfDone });
  } else if (!tracking.of(activity).suspended) {
    const { spoken } = tracking.of(activity);
    const isSilent = (name: 'completed' | 'satisfied') =>
      !spoken.includes(name) && tracking.read(activity, primary, name) === null;
    if (!delivery.completionSetByContent && isSilent('completed')) {
      tracking.write(activity, primary, { completed: true });
    }
    if (!delivery.objectiveSetByContent && isSilent('satisfied')) {
      tracking.write(activity, primary, { satisfied: true });
    }
  }
  tracking.put(activity, { active: false });
  rollUpShared(activity, root, tracking);
}

/** What became of an activity comes to those above it, and above all that read what it tells of itself. */
export function rollUpShared(activity: Activity, root: Activity, tracking: Tracking): void {
  rollUp(activity, tracking);
  const told = new Set(
    pathTo(activity).flatMap((each) =>
      each.objectives.flatMap(({ mapInfo }) => mapInfo.map(target)),
    ),
  );
  if (told.size === 0) return;
  for (const other of everyActivity(root)) {
    if (other === activity || other.children.length > 0) continue;
    const reads = other.objectives.some(({ mapInfo }) =>
      mapInfo.some((map) => told.has(target(map))),
    );
    if (reads) rollUp(other, tracking);
  }
}

const target = (map: Readonly<Record<string, unknown>>) => map['targetObjectiveID'];

/** Ends every attempt between where the learner is and what they go to. */
export function endAttemptsTo(
  goal: Activity,
  current: Activity,
  root: Activity,
  tracking: Tracking,
): void {
  const above = commonAncestor(current, goal);
  for (const activity of upTo(current, above)) {
    if (activity !== current) endAttempt(activity, root, tracking);
  }
}

/**
 * Begins the attempts on an activity and all above it that are not begun.
 * @param isRetry because a rule has it tried again: then what was known of children counts for nothing
 */
export function beginAttempts(activity: Activity, isRetry: boolean, tracking: Tracking): void {
  for (const each of pathTo(activity)) {
    const { active, suspended, attempts } = tracking.of(each);
    if (active) continue;
    tracking.put(each, { active: true, suspended: false });
    if (suspended || !each.delivery.tracked) continue;
    tracking.put(each, {
      attempts: attempts + 1,
      objectives: {},
      oldObjectives: 'now',
      oldProgress: 'now',
      spoken: [],
    });
    ageChildren(each, isRetry ? 'retried' : 'earlier', tracking);
  }
}

/** What is known of all that lies in an activity is of an earlier attempt, where only the present one counts. */
function ageChildren(parent: Activity, to: Age, tracking: Tracking): void {
  const { useCurrentAttemptObjectiveInfo: objectives, useCurrentAttemptProgressInfo: progress } =
    parent.controls;
  for (const child of parent.children) {
    if (objectives) tracking.put(child, { oldObjectives: to });
    if (progress) tracking.put(child, { oldProgress: to });
    ageChildren(child, to, tracking);
  }
}

/** Which children are played, and in which order, where a package leaves that to chance. */
export function chooseChildren(
  activity: Activity,
  isNewAttempt: boolean,
  tracking: Tracking,
  chance: Chance,
): void {
  const { selectionTiming, selectCount, randomizationTiming, reorderChildren } = activity.controls;
  const applies = (timing: string) =>
    timing === 'onEachNewAttempt' || (timing === 'once' && !isNewAttempt);
  const now = tracking.children(activity).map(({ id }) => id);
  const all = activity.children.map(({ id }) => id);
  const isSelected = applies(selectionTiming) && selectCount > 0 && selectCount < all.length;
  const picked = isSelected ? new Set(shuffled(all, chance).slice(0, selectCount)) : new Set(now);
  const chosen = all.filter((id) => picked.has(id));
  const isMixed = applies(randomizationTiming) && reorderChildren;
  if (isSelected || isMixed) {
    tracking.put(activity, { chosen: isMixed ? shuffled(chosen, chance) : chosen });
  }
}

function shuffled(ids: readonly string[], chance: Chance): string[] {
  const mixed = [...ids];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(chance() * (last + 1));
    const [one = '', two = ''] = [mixed[last], mixed[other]];
    mixed[last] = two;
    mixed[other] = one;
  }
  return mixed;
}
