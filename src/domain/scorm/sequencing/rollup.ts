import type { RollupRule } from '../sequencing-rules.ts';
import { pathTo } from './activity.ts';
import type { Activity } from './activity.ts';
import { holds, ruled } from './conditions.ts';
import type { Verdict } from './conditions.ts';
import type { Tracking } from './tracking.ts';

/** What became of children comes to their parents, from an activity up to the root. */
export function rollUp(activity: Activity, tracking: Tracking): void {
  for (const each of pathTo(activity).toReversed()) {
    if (each.children.length > 0) rollUpOne(each, tracking);
  }
}

function rollUpOne(activity: Activity, tracking: Tracking): void {
  const { primary, considerations, threshold } = activity;
  tracking.write(activity, primary, {
    measure: meanOf(activity, tracking, 'measure'),
    progress: meanOf(activity, tracking, 'progress'),
  });
  if (primary.satisfiedByMeasure !== true) {
    const satisfied = changed(activity, tracking, 'notSatisfied', 'satisfied');
    if (satisfied !== null) tracking.write(activity, primary, { satisfied });
  } else if (tracking.of(activity).active && !considerations.measureSatisfactionIfActive) {
    tracking.write(activity, primary, { measure: null });
  }
  if (!threshold.completedByMeasure) {
    const completed = changed(activity, tracking, 'incomplete', 'completed');
    if (completed !== null) tracking.write(activity, primary, { completed });
  }
}

/** The weighed mean of what children were measured at; those without a measure count as nothing. */
function meanOf(
  activity: Activity,
  tracking: Tracking,
  name: 'measure' | 'progress',
): number | null {
  const counted = tracking.children(activity).filter(({ delivery }) => delivery.tracked);
  const weights = counted.map(({ controls, threshold }) =>
    name === 'measure' ? controls.objectiveMeasureWeight : threshold.progressWeight,
  );
  const measures = counted.map((child) => tracking.read(child, child.primary, name, true));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0 || measures.every((measure) => measure === null)) return null;
  const sum = measures.reduce<number>(
    (total, measure, index) => total + (measure ?? 0) * (weights[index] ?? 0),
    0,
  );
  return sum / whole;
}

const action = {
  satisfied: 'satisfied',
  notSatisfied: 'notSatisfied',
  completed: 'completed',
  incomplete: 'incomplete',
} as const;
type RollupAction = keyof typeof action;

/** What the rules for one thing come to: first those that deny it, then those that grant it; null for neither. */
function changed(
  activity: Activity,
  tracking: Tracking,
  denies: 'notSatisfied' | 'incomplete',
  grants: 'satisfied' | 'completed',
): Verdict {
  const all = activity.rules.rollupRules?.rules ?? [];
  const own = all.filter((rule) => rule.action === denies || rule.action === grants);
  const rules = own.length > 0 ? own : usual(denies, grants);
  const applies = (wanted: RollupAction) =>
    rules.some((rule) => rule.action === wanted && isMet(activity, rule, wanted, tracking));
  // The later word counts.
  if (applies(grants)) return true;
  return applies(denies) ? false : null;
}

/** Where a package has no rules for it: all children together grant it, one alone denies it. */
const usual = (denies: RollupAction, grants: 'satisfied' | 'completed'): readonly RollupRule[] => [
  {
    action: denies,
    consideration: 'any',
    conditionCombination: 'any',
    conditions: [{ condition: grants, operator: 'not' }],
  },
  {
    action: grants,
    consideration: 'all',
    conditionCombination: 'any',
    conditions: [{ condition: grants }],
  },
];

function isMet(
  activity: Activity,
  rule: RollupRule,
  wanted: RollupAction,
  tracking: Tracking,
): boolean {
  const verdicts = tracking
    .children(activity)
    .filter((child) => counts(child, wanted, tracking))
    .map((child) => holds(child, rule, tracking, true));
  // What is said of all holds where there are none, but nothing is taken for granted of nobody.
  const isSaid = activity.rules.rollupRules?.rules.includes(rule) === true;
  if (verdicts.length === 0 && !isSaid) return false;
  const met = verdicts.filter((verdict) => verdict === true).length;
  switch (rule.consideration) {
    case 'any':
      return met > 0;
    case 'none':
      return verdicts.every((verdict) => verdict === false);
    case 'atLeastCount':
      return met >= (rule.minimumCount ?? 0);
    case 'atLeastPercent':
      return met >= verdicts.length * (rule.minimumPercent ?? 0);
    default:
      return met === verdicts.length;
  }
}

/** Whether a child counts for its parent in this. */
function counts(child: Activity, wanted: RollupAction, tracking: Tracking): boolean {
  if (!child.delivery.tracked) return false;
  const { controls, considerations } = child;
  const isOfObjective = wanted === 'satisfied' || wanted === 'notSatisfied';
  const takesPart = isOfObjective
    ? controls.rollupObjectiveSatisfied
    : controls.rollupProgressCompletion;
  if (!takesPart) return false;
  const required = {
    satisfied: considerations.requiredForSatisfied,
    notSatisfied: considerations.requiredForNotSatisfied,
    completed: considerations.requiredForCompleted,
    incomplete: considerations.requiredForIncomplete,
  }[wanted];
  const { attempts, suspended } = tracking.of(child);
  if (required === 'ifNotSuspended') return attempts > 0 && !suspended;
  if (required === 'ifAttempted') return attempts > 0;
  if (required === 'ifNotSkipped') {
    return ruled(child, 'preConditionRules', ['skip'], tracking) === null;
  }
  return true;
}
