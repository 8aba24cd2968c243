import type { ScormItem, ScormPackage } from '../scorm-package.ts';
import type { ActivityRules, ObjectiveRules } from '../sequencing-rules.ts';

/** How children of an activity may be gone through, and how it counts for its parent; the standard's defaults. */
const defaultControls = {
  choice: true,
  choiceExit: true,
  flow: false,
  forwardOnly: false,
  useCurrentAttemptObjectiveInfo: true,
  useCurrentAttemptProgressInfo: true,
  preventActivation: false,
  constrainChoice: false,
  rollupObjectiveSatisfied: true,
  rollupProgressCompletion: true,
  objectiveMeasureWeight: 1,
  randomizationTiming: 'never',
  selectionTiming: 'never',
  selectCount: 0,
  reorderChildren: false,
};
export type Controls = typeof defaultControls;

const defaultConsiderations = {
  requiredForSatisfied: 'always',
  requiredForNotSatisfied: 'always',
  requiredForCompleted: 'always',
  requiredForIncomplete: 'always',
  measureSatisfactionIfActive: true,
};
type Considerations = typeof defaultConsiderations;

const defaultDelivery = {
  tracked: true,
  completionSetByContent: false,
  objectiveSetByContent: false,
};
type Delivery = typeof defaultDelivery;

const defaultThreshold = { completedByMeasure: false, minProgressMeasure: 1, progressWeight: 1 };
type Threshold = typeof defaultThreshold;

/** An activity of a package's tree, with its rules as they hold; what becomes of it is in the tracking. */
export interface Activity {
  readonly id: string;
  readonly parent: Activity | null;
  readonly children: readonly Activity[];
  readonly rules: ActivityRules;
  readonly controls: Controls;
  readonly considerations: Considerations;
  readonly delivery: Delivery;
  readonly threshold: Threshold;
  /** The one that counts for its parent. */
  readonly primary: ObjectiveRules;
  /** The primary one first. */
  readonly objectives: readonly ObjectiveRules[];
}

/** A package's tree: the organization is its root. */
export function activityTree(scormPackage: ScormPackage): Activity {
  const { id, rules, items, collections } = scormPackage;
  const grow = (
    part: {
      readonly id: string;
      readonly rules: ActivityRules;
      readonly items: readonly ScormItem[];
    },
    parent: Activity | null,
  ): Activity => {
    const children: Activity[] = [];
    const own = withShared(part.rules, collections);
    const primary = own.primaryObjective ?? { objectiveID: '', isPrimary: true, mapInfo: [] };
    const activity: Activity = {
      id: part.id,
      parent,
      children,
      rules: own,
      controls: { ...defaultControls, ...own.sequencingControls },
      considerations: { ...defaultConsiderations, ...own.rollupConsiderations },
      delivery: { ...defaultDelivery, ...own.deliveryControls },
      threshold: { ...defaultThreshold, ...own.completionThreshold },
      primary,
      objectives: [primary, ...(own.objectives ?? [])],
    };
    for (const item of part.items) {
      children.push(grow({ ...item, items: item.children }, activity));
    }
    return activity;
  };
  return grow({ id, rules, items }, null);
}

/** Attributes of one element each: who writes one of them means none of the others as a collection has them. */
const elements: readonly (readonly (keyof Controls)[])[] = [
  [
    'choice',
    'choiceExit',
    'flow',
    'forwardOnly',
    'useCurrentAttemptObjectiveInfo',
    'useCurrentAttemptProgressInfo',
  ],
  ['preventActivation', 'constrainChoice'],
  ['rollupObjectiveSatisfied', 'rollupProgressCompletion', 'objectiveMeasureWeight'],
  ['randomizationTiming', 'selectionTiming', 'selectCount', 'reorderChildren'],
];

/** What an activity says itself comes before what it takes from a collection, element by element. */
function withShared(own: ActivityRules, collections: ScormPackage['collections']): ActivityRules {
  const shared = own.sequencingIdRef === undefined ? undefined : collections[own.sequencingIdRef];
  if (shared === undefined) return own;
  const said = own.sequencingControls ?? {};
  const taken = Object.entries(shared.sequencingControls ?? {}).filter(
    ([name]) =>
      !elements.some(
        (element) => element.some((one) => one === name) && element.some((one) => one in said),
      ),
  );
  return { ...shared, ...own, sequencingControls: { ...Object.fromEntries(taken), ...said } };
}

/** From the root to the activity, both included. */
export function pathTo(activity: Activity): readonly Activity[] {
  return activity.parent === null ? [activity] : [...pathTo(activity.parent), activity];
}

/** The nearest activity both are, or lie below. */
export function commonAncestor(one: Activity, other: Activity): Activity {
  const [first, second] = [pathTo(one), pathTo(other)];
  const shared = first.filter((activity, index) => second[index] === activity);
  return shared.at(-1) ?? one;
}

/** From the activity up to, and without, one above it. */
export function upTo(activity: Activity, above: Activity | null): readonly Activity[] {
  const found: Activity[] = [];
  for (let at: Activity | null = activity; at !== null && at !== above; at = at.parent) {
    found.push(at);
  }
  return found;
}

export function everyActivity(root: Activity): readonly Activity[] {
  return [root, ...root.children.flatMap(everyActivity)];
}
