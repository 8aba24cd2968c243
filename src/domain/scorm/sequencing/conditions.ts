import type { Condition, SequencingRule } from '../sequencing-rules.ts';
import type { Activity } from './activity.ts';
import type { Tracking } from './tracking.ts';

/** True, false, or null where nothing is known. */
export type Verdict = boolean | null;

/** Whether a condition of a rule holds for an activity. */
function verdictOf(
  activity: Activity,
  condition: Condition,
  tracking: Tracking,
  counts: boolean,
): Verdict {
  const objective =
    activity.objectives.find(({ objectiveID }) => objectiveID === condition.referencedObjective) ??
    activity.primary;
  const { attempts } = tracking.of(activity);
  // Of what isn't tracked nothing is known, whatever it reads.
  if (!activity.delivery.tracked) return untracked(condition.condition);
  const measure = tracking.read(activity, objective, 'measure', counts);
  const limit = condition.parameters?.['threshold'] ?? 0;
  const { attemptLimit } = activity.rules;
  switch (condition.condition) {
    case 'always':
      return true;
    case 'satisfied':
      return tracking.read(activity, objective, 'satisfied', counts);
    case 'objectiveStatusKnown':
      return tracking.read(activity, objective, 'satisfied', counts) !== null;
    case 'objectiveMeasureKnown':
      return measure !== null;
    case 'objectiveMeasureGreaterThan':
      return measure === null ? null : measure > limit;
    case 'objectiveMeasureLessThan':
      return measure === null ? null : measure < limit;
    case 'completed':
      return completionOf(activity, tracking, counts);
    case 'activityProgressKnown':
      return completionOf(activity, tracking, counts) !== null;
    case 'attempted':
      return attempts > 0;
    case 'attemptLimitExceeded':
      return attemptLimit !== undefined && attempts >= attemptLimit;
    default:
      // Limits of time are not kept, as the standard lets a player choose.
      return null;
  }
}

function untracked(condition: string): Verdict {
  if (condition === 'always') return true;
  return isOfKnowledge.has(condition) ? false : null;
}

const isOfKnowledge: ReadonlySet<string> = new Set([
  'objectiveStatusKnown',
  'objectiveMeasureKnown',
  'activityProgressKnown',
  'attempted',
  'attemptLimitExceeded',
]);

/** Whether an activity is completed: by the measure of its progress where it says so. */
export function completionOf(activity: Activity, tracking: Tracking, counts = false): Verdict {
  const { completedByMeasure, minProgressMeasure } = activity.threshold;
  if (!completedByMeasure) return tracking.read(activity, activity.primary, 'completed', counts);
  const progress = tracking.read(activity, activity.primary, 'progress', counts);
  return progress === null ? null : progress >= minProgressMeasure;
}

/**
 * Whether the conditions of a rule hold together.
 * @param counts for the activity's parent: then only what is known of its present attempt
 */
export function holds(
  activity: Activity,
  { conditions, conditionCombination }: SequencingRule,
  tracking: Tracking,
  counts = false,
): Verdict {
  if (conditions.length === 0) return null;
  const verdicts = conditions.map((condition) => {
    const verdict = verdictOf(activity, condition, tracking, counts);
    return condition.operator === 'not' && verdict !== null ? !verdict : verdict;
  });
  // One verdict of this kind decides; all of the other kind together do too.
  const deciding = conditionCombination === 'any';
  if (verdicts.includes(deciding)) return deciding;
  return verdicts.includes(null) ? null : !deciding;
}

type RuleKind = 'preConditionRules' | 'exitConditionRules' | 'postConditionRules';

/** The action of the first rule that holds, of those with one of these actions; null where none does. */
export function ruled(
  activity: Activity,
  kind: RuleKind,
  actions: readonly string[],
  tracking: Tracking,
): string | null {
  const rules = activity.rules.sequencingRules?.[kind] ?? [];
  const rule = rules.find(
    (one) => actions.includes(one.action) && holds(activity, one, tracking) === true,
  );
  return rule?.action ?? null;
}

/** Whether an activity may not be entered now: a rule disables it, or its attempts are used up. */
export function isClosed(activity: Activity, tracking: Tracking): boolean {
  if (ruled(activity, 'preConditionRules', ['disabled'], tracking) !== null) return true;
  const { active, suspended, attempts } = tracking.of(activity);
  const { attemptLimit } = activity.rules;
  return (
    activity.delivery.tracked &&
    !active &&
    !suspended &&
    attemptLimit !== undefined &&
    attempts >= attemptLimit
  );
}
