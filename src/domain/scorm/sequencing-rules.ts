import {
  attributeOf,
  booleanOf,
  childOf,
  childrenOf,
  numberOf,
  readNumber,
  textOf,
} from '../xml/xml-element.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/**
 * What a manifest of SCORM 2004 says about one activity besides its title and file, in the standard's words.
 * Members that are not written are not there: `sequencing/activity.ts` has the standard's own defaults.
 */
export interface ActivityRules {
  readonly sequencingIdRef?: string;
  readonly sequencingControls?: Flags;
  readonly deliveryControls?: Flags;
  readonly attemptLimit?: number;
  readonly attemptAbsoluteDurationLimit?: string;
  readonly activityAbsoluteDurationLimit?: string;
  readonly sequencingRules?: {
    readonly preConditionRules: readonly SequencingRule[];
    readonly exitConditionRules: readonly SequencingRule[];
    readonly postConditionRules: readonly SequencingRule[];
  };
  readonly rollupRules?: { readonly rules: readonly RollupRule[] };
  readonly rollupConsiderations?: Flags;
  readonly primaryObjective?: ObjectiveRules;
  readonly objectives?: readonly ObjectiveRules[];
  readonly completionThreshold?: Flags;
  readonly hideLmsUi?: readonly string[];
  readonly sharedDataMaps?: readonly Flags[];
}

type Flags = Readonly<Record<string, string | number | boolean>>;

export interface Condition {
  readonly condition: string;
  readonly operator?: string;
  readonly referencedObjective?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

export interface SequencingRule {
  readonly action: string;
  readonly conditionCombination: string;
  readonly conditions: readonly Condition[];
}

export interface RollupRule extends SequencingRule {
  readonly consideration: string;
  readonly minimumCount?: number;
  readonly minimumPercent?: number;
}

export interface ObjectiveRules {
  readonly objectiveID: string;
  readonly isPrimary: boolean;
  readonly satisfiedByMeasure?: boolean;
  readonly minNormalizedMeasure?: number;
  readonly mapInfo: readonly Flags[];
}

/** Reads what stands in an item, an organization or a collection. */
export function readRules(element: XmlElement | null): ActivityRules {
  const sequencing = childOf(element, 'sequencing');
  return defined({
    ...readSequencing(sequencing),
    completionThreshold: readThreshold(element),
    hideLmsUi: readHidden(element),
    sharedDataMaps: readSharedData(element),
  });
}

function readSequencing(sequencing: XmlElement | null): MaybeRules {
  const limits = childOf(sequencing, 'limitconditions');
  return {
    sequencingIdRef: attributeOf(sequencing, 'idref') ?? undefined,
    sequencingControls: orNothing({
      ...flags(childOf(sequencing, 'controlmode'), controlFlags),
      ...flags(childOf(sequencing, 'constrainedchoiceconsiderations'), choiceFlags),
      ...flags(childOf(sequencing, 'rolluprules'), rollupFlags),
      ...readRandomization(childOf(sequencing, 'randomizationcontrols')),
    }),
    deliveryControls: orNothing(flags(childOf(sequencing, 'deliverycontrols'), deliveryFlags)),
    attemptLimit: numberOf(limits, 'attemptlimit'),
    attemptAbsoluteDurationLimit: attributeOf(limits, 'attemptabsolutedurationlimit') ?? undefined,
    activityAbsoluteDurationLimit:
      attributeOf(limits, 'activityabsolutedurationlimit') ?? undefined,
    sequencingRules: readSequencingRules(childOf(sequencing, 'sequencingrules')),
    rollupRules: readRollupRules(childOf(sequencing, 'rolluprules')),
    rollupConsiderations: orNothing({
      ...words(childOf(sequencing, 'rollupconsiderations'), considerationWords),
      ...flags(childOf(sequencing, 'rollupconsiderations'), ['measureSatisfactionIfActive']),
    }),
    ...readObjectives(sequencing),
  };
}

const controlFlags = [
  'choice',
  'choiceExit',
  'flow',
  'forwardOnly',
  'useCurrentAttemptObjectiveInfo',
  'useCurrentAttemptProgressInfo',
];
const choiceFlags = ['preventActivation', 'constrainChoice'];
const rollupFlags = [
  'rollupObjectiveSatisfied',
  'rollupProgressCompletion',
  'objectiveMeasureWeight',
];
const deliveryFlags = ['tracked', 'completionSetByContent', 'objectiveSetByContent'];
const considerationWords = [
  'requiredForSatisfied',
  'requiredForNotSatisfied',
  'requiredForCompleted',
  'requiredForIncomplete',
];
const mapFlags = [
  'readSatisfiedStatus',
  'readNormalizedMeasure',
  'writeSatisfiedStatus',
  'writeNormalizedMeasure',
  'readRawScore',
  'readMinScore',
  'readMaxScore',
  'readCompletionStatus',
  'readProgressMeasure',
  'writeRawScore',
  'writeMinScore',
  'writeMaxScore',
  'writeCompletionStatus',
  'writeProgressMeasure',
];

/** Attributes of these names that are a truth or a number. */
function flags(element: XmlElement | null, names: readonly string[]): Flags {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value =
        name === 'objectiveMeasureWeight' ? numberOf(element, name) : booleanOf(element, name);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function words(element: XmlElement | null, names: readonly string[]): Flags {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attributeOf(element, name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

function readRandomization(element: XmlElement | null): Flags {
  const count = numberOf(element, 'selectcount');
  const reorder = booleanOf(element, 'reorderchildren');
  return {
    ...words(element, ['randomizationTiming', 'selectionTiming']),
    ...(count === undefined ? {} : { selectCount: count }),
    ...(reorder === undefined ? {} : { randomizeChildren: reorder, reorderChildren: reorder }),
  };
}

function readSequencingRules(element: XmlElement | null) {
  if (element === null) return undefined;
  const rulesOf = (name: string) =>
    childrenOf(element, name).map((rule) => readRule(rule, 'ruleConditions', 'ruleAction', 'all'));
  return {
    preConditionRules: rulesOf('preconditionrule'),
    exitConditionRules: rulesOf('exitconditionrule'),
    postConditionRules: rulesOf('postconditionrule'),
  };
}

/** @param usually how conditions go together where the rule doesn't say; it differs by kind of rule */
function readRule(rule: XmlElement, all: string, act: string, usually: string): SequencingRule {
  const conditions = childOf(rule, all);
  return {
    action: attributeOf(childOf(rule, act), 'action') ?? '',
    conditionCombination: attributeOf(conditions, 'conditioncombination') ?? usually,
    conditions: (conditions?.children ?? []).map(readCondition),
  };
}

function readCondition(element: XmlElement): Condition {
  const threshold = numberOf(element, 'measurethreshold');
  return defined({
    condition: attributeOf(element, 'condition') ?? 'always',
    operator: attributeOf(element, 'operator') === 'not' ? 'not' : undefined,
    referencedObjective: nameOf(attributeOf(element, 'referencedobjective')),
    parameters: threshold === undefined ? undefined : { threshold },
  });
}

function readRollupRules(element: XmlElement | null) {
  const rules = childrenOf(element, 'rolluprule');
  if (rules.length === 0) return undefined;
  return {
    rules: rules.map((rule) =>
      defined({
        ...readRule(rule, 'rollupConditions', 'rollupAction', 'any'),
        consideration: attributeOf(rule, 'childactivityset') ?? 'all',
        minimumCount: numberOf(rule, 'minimumcount'),
        minimumPercent: numberOf(rule, 'minimumpercent'),
      }),
    ),
  };
}

function readObjectives(sequencing: XmlElement | null): MaybeRules {
  const lists = [childOf(sequencing, 'objectives')];
  // 4th edition: more of each objective's map, in a list of ADL's own beside it.
  const more = (sequencing?.children ?? []).filter(({ name }) => name === 'objectives').slice(1);
  const mapsOf = (id: string) =>
    more.flatMap((list) =>
      childrenOf(list, 'objective')
        .filter((one) => nameOf(attributeOf(one, 'objectiveid')) === id)
        .flatMap(readMaps)
        .map((map) => ({ ...map, extended: true })),
    );
  const read = (element: XmlElement, isPrimary: boolean): ObjectiveRules => {
    const objectiveID =
      nameOf(attributeOf(element, 'objectiveid')) ?? (isPrimary ? '' : 'objective');
    const measure = readNumber(textOf(element, 'minnormalizedmeasure'));
    return defined({
      objectiveID,
      isPrimary,
      satisfiedByMeasure: booleanOf(element, 'satisfiedbymeasure'),
      minNormalizedMeasure: measure,
      mapInfo: [...readMaps(element), ...mapsOf(objectiveID)],
    });
  };
  const [list = null] = lists;
  const primary = childOf(list, 'primaryobjective');
  const others = childrenOf(list, 'objective').map((element) => read(element, false));
  return {
    primaryObjective: primary === null ? undefined : read(primary, true),
    objectives: others.length === 0 ? undefined : others,
  };
}

const readMaps = (objective: XmlElement): readonly Flags[] =>
  childrenOf(objective, 'mapinfo').map((map) => ({
    targetObjectiveID: nameOf(attributeOf(map, 'targetobjectiveid')) ?? '',
    ...flags(map, mapFlags),
  }));

/** 4th edition as attributes, 3rd as text: how much of it has to be done. */
function readThreshold(element: XmlElement | null): Flags | undefined {
  const threshold = childOf(element, 'completionthreshold');
  if (threshold === null) return undefined;
  const least = numberOf(threshold, 'minprogressmeasure') ?? readNumber(threshold.text);
  const weight = numberOf(threshold, 'progressweight');
  return {
    completedByMeasure:
      booleanOf(threshold, 'completedbymeasure') ?? readNumber(threshold.text) !== undefined,
    ...(least === undefined ? {} : { minProgressMeasure: least }),
    ...(weight === undefined ? {} : { progressWeight: weight }),
  };
}

function readHidden(element: XmlElement | null): readonly string[] | undefined {
  const shown = childOf(element, 'presentation', 'navigationinterface');
  const hidden = childrenOf(shown, 'hidelmsui').map(({ text }) => text);
  return hidden.length === 0 ? undefined : hidden;
}

function readSharedData(element: XmlElement | null): readonly Flags[] | undefined {
  const maps = childrenOf(childOf(element, 'data'), 'map');
  if (maps.length === 0) return undefined;
  return maps.map((map) => ({
    targetID: attributeOf(map, 'targetid') ?? '',
    readSharedData: booleanOf(map, 'readshareddata') ?? true,
    writeSharedData: booleanOf(map, 'writeshareddata') ?? true,
  }));
}

/** An objective's name as it is meant: signs written as in addresses, and more spaces than one, are the same. */
function nameOf(written: string | null): string | undefined {
  if (written === null) return undefined;
  try {
    return decodeURIComponent(written).replaceAll(/\s+/g, ' ').trim();
  } catch {
    return written.trim();
  }
}

const orNothing = (found: Flags) => (Object.keys(found).length === 0 ? undefined : found);

type Maybe<Thing> = { readonly [Key in keyof Thing]?: Thing[Key] | undefined };
type MaybeRules = Maybe<ActivityRules>;
type Defined<Thing> = {
  [Key in keyof Thing as undefined extends Thing[Key] ? never : Key]: Thing[Key];
} & {
  [Key in keyof Thing as undefined extends Thing[Key] ? Key : never]?: Exclude<
    Thing[Key],
    undefined
  >;
};

/** Without the members that are undefined. */
function defined<Thing extends object>(thing: Thing): Defined<Thing>;
function defined(thing: object): object {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));
}
