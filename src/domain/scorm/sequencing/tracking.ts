import type { ObjectiveRules } from '../sequencing-rules.ts';
import type { Activity } from './activity.ts';

/** What is known of an objective, a global one too; null is unknown. */
export interface ObjectiveState {
  readonly satisfied: boolean | null;
  /** -1 to 1. */
  readonly measure: number | null;
  readonly completed: boolean | null;
  /** 0 to 1. */
  readonly progress: number | null;
  readonly raw: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export const unknownObjective: ObjectiveState = {
  satisfied: null,
  measure: null,
  completed: null,
  progress: null,
  raw: null,
  min: null,
  max: null,
};

/**
 * Of which attempt of an activity's parent something is known: of this one; of an earlier one, which no longer
 * counts for the parent; or of one that is tried again by a rule, which counts for nothing.
 */
export type Age = 'now' | 'earlier' | 'retried';

export interface ActivityState {
  readonly active: boolean;
  readonly suspended: boolean;
  readonly attempts: number;
  /** By id; the primary one under the empty one. */
  readonly objectives: Readonly<Record<string, ObjectiveState>>;
  readonly oldObjectives: Age;
  readonly oldProgress: Age;
  /** What its content spoke of in this attempt. */
  readonly spoken: readonly ('completed' | 'satisfied')[];
  /** The children that are played, in their order; null for all as they stand. */
  readonly chosen: readonly string[] | null;
}

const newActivity: ActivityState = {
  active: false,
  suspended: false,
  attempts: 0,
  objectives: {},
  oldObjectives: 'now',
  oldProgress: 'now',
  spoken: [],
  chosen: null,
};

/** All that is kept of a tree between sittings. */
export interface KeptTracking {
  readonly current: string | null;
  readonly suspended: string | null;
  readonly activities: Readonly<Record<string, ActivityState>>;
  readonly globals: Readonly<Record<string, ObjectiveState>>;
}

const nothing: KeptTracking = { current: null, suspended: null, activities: {}, globals: {} };

type Member = keyof ObjectiveState;

/** Which of an objective's maps lets a member be read, or written, and what is so where a map says nothing. */
const mapWords = {
  satisfied: ['readSatisfiedStatus', 'writeSatisfiedStatus'],
  measure: ['readNormalizedMeasure', 'writeNormalizedMeasure'],
  completed: ['readCompletionStatus', 'writeCompletionStatus'],
  progress: ['readProgressMeasure', 'writeProgressMeasure'],
  raw: ['readRawScore', 'writeRawScore'],
  min: ['readMinScore', 'writeMinScore'],
  max: ['readMaxScore', 'writeMaxScore'],
} as const satisfies Record<Member, readonly [string, string]>;
const ofFirstMaps: ReadonlySet<Member> = new Set(['satisfied', 'measure']);

/** What became of every activity of a tree, and of what its objectives share. */
export class Tracking {
  #kept: KeptTracking;
  #marked: KeptTracking | null = null;

  /** @param kept what an earlier one gave; null for a new one */
  constructor(kept: KeptTracking | null) {
    this.#kept = kept ?? nothing;
  }

  get kept(): KeptTracking {
    return this.#kept;
  }

  /** Remembers how it stands, for an attempt that is given up. */
  mark(): void {
    this.#marked = this.#kept;
  }

  /** Makes it what it was when it was marked last. */
  restore(): void {
    this.#kept = this.#marked ?? this.#kept;
  }

  get current(): string | null {
    return this.#kept.current;
  }

  set current(current: string | null) {
    this.#kept = { ...this.#kept, current };
  }

  get suspended(): string | null {
    return this.#kept.suspended;
  }

  set suspended(suspended: string | null) {
    this.#kept = { ...this.#kept, suspended };
  }

  of({ id }: Activity): ActivityState {
    return this.#kept.activities[id] ?? newActivity;
  }

  put({ id }: Activity, change: Partial<ActivityState>): void {
    const { activities } = this.#kept;
    const changed = { ...(activities[id] ?? newActivity), ...change };
    this.#kept = { ...this.#kept, activities: { ...activities, [id]: changed } };
  }

  /** The children that are played now, in their order. */
  children(activity: Activity): readonly Activity[] {
    const { chosen } = this.of(activity);
    if (chosen === null) return activity.children;
    return chosen.flatMap((id) => activity.children.filter((child) => child.id === id));
  }

  /**
   * What is known of an objective, by its own state and what it reads of global ones.
   * @param counts for the activity's parent
   */
  read<Name extends Member>(
    activity: Activity,
    objective: ObjectiveRules,
    name: Name,
    counts = false,
  ): ObjectiveState[Name] {
    if (name === 'satisfied' && objective.satisfiedByMeasure === true) {
      const measure = this.read(activity, objective, 'measure', counts);
      const satisfied: ObjectiveState['satisfied'] =
        measure === null ? null : measure >= (objective.minNormalizedMeasure ?? 1);
      // A comparison is the member that was asked for.
      return satisfied as ObjectiveState[Name];
    }
    const shared = this.#shared(objective, name);
    if (shared !== undefined && (shared !== null || ofFirstMaps.has(name))) return shared;
    const { objectives, oldObjectives, oldProgress } = this.of(activity);
    const age = name === 'completed' || name === 'progress' ? oldProgress : oldObjectives;
    const isOld = age === 'retried' || (counts && age === 'earlier');
    return isOld
      ? unknownObjective[name]
      : (objectives[keyOf(objective)] ?? unknownObjective)[name];
  }

  /**
   * Notes what is now known of an objective, and tells the global ones that it writes.
   * @param isSaid by content: then global ones are told even that nothing is known
   */
  write(
    activity: Activity,
    objective: ObjectiveRules,
    change: Partial<ObjectiveState>,
    isSaid = false,
  ): void {
    if (!activity.delivery.tracked) return;
    const { objectives, oldObjectives, oldProgress } = this.of(activity);
    const key = keyOf(objective);
    const before = objectives[key] ?? unknownObjective;
    // What is of an earlier attempt goes, where anything is known of this one.
    const says = (names: readonly Member[]) =>
      names.some((name) => change[name] !== undefined && change[name] !== null);
    const isOfProgress = says(['completed', 'progress']);
    const isOfObjectives = says(['satisfied', 'measure', 'raw', 'min', 'max']);
    const now = {
      ...before,
      ...(oldProgress !== 'now' && isOfProgress && { completed: null, progress: null }),
      ...(oldObjectives !== 'now' && isOfObjectives && { satisfied: null, measure: null }),
      ...change,
    };
    this.put(activity, {
      objectives: { ...objectives, [key]: now },
      oldProgress: isOfProgress ? 'now' : oldProgress,
      oldObjectives: isOfObjectives ? 'now' : oldObjectives,
    });
    const told = { ...change, ...measured(activity, objective, change) };
    for (const [target, name] of targetsOf(objective)) {
      const value = told[name];
      if (value === undefined || (value === null && !isSaid)) continue;
      const { globals } = this.#kept;
      const changed = { ...(globals[target] ?? unknownObjective), [name]: value };
      this.#kept = { ...this.#kept, globals: { ...globals, [target]: changed } };
    }
  }

  /** What it reads of global ones, even that nothing is known there; undefined where it reads none. */
  #shared<Name extends Member>(
    { mapInfo }: ObjectiveRules,
    name: Name,
  ): ObjectiveState[Name] | undefined {
    const [reads] = mapWords[name];
    const map = mapInfo.find(
      (one) => one[reads] ?? (one['extended'] === true) !== ofFirstMaps.has(name),
    );
    if (map === undefined) return undefined;
    return (this.#kept.globals[String(map['targetObjectiveID'])] ?? unknownObjective)[name];
  }
}

/** What a measure says besides itself, where it alone counts. */
function measured(
  { primary, threshold }: Activity,
  objective: ObjectiveRules,
  { measure, progress }: Partial<ObjectiveState>,
): Partial<ObjectiveState> {
  const byMeasure = objective.satisfiedByMeasure === true;
  const byProgress = objective === primary && threshold.completedByMeasure;
  const from = (value: number | null | undefined, least: number) =>
    typeof value === 'number' ? value >= least : null;
  return {
    ...(byMeasure && { satisfied: from(measure, objective.minNormalizedMeasure ?? 1) }),
    ...(byProgress && { completed: from(progress, threshold.minProgressMeasure) }),
  };
}

const keyOf = ({ isPrimary, objectiveID }: ObjectiveRules) => (isPrimary ? '' : objectiveID);

function targetsOf({ mapInfo }: ObjectiveRules): readonly (readonly [string, Member])[] {
  return mapInfo.flatMap((map) =>
    members
      .filter((name) => map[mapWords[name][1]] === true)
      .map((name) => [String(map['targetObjectiveID']), name] as const),
  );
}

const members = ['satisfied', 'measure', 'completed', 'progress', 'raw', 'min', 'max'] as const;
