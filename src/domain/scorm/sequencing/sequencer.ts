import type { ScormPackage } from '../scorm-package.ts';
import { activityTree, commonAncestor, everyActivity, pathTo } from './activity.ts';
import type { Activity } from './activity.ts';
import { beginAttempts, chooseChildren, endAttemptsTo, rollUpShared } from './attempts.ts';
import type { Chance } from './attempts.ts';
import { mayChoose } from './choice.ts';
import { completionOf, isClosed } from './conditions.ts';
import type { Verdict } from './conditions.ts';
import { flow } from './flow.ts';
import type { Direction, Walked } from './flow.ts';
import { Termination } from './termination.ts';
import type { Ends, Sequencing } from './termination.ts';
import { Tracking } from './tracking.ts';
import type { KeptTracking, ObjectiveState } from './tracking.ts';

/** What may be asked for: the navigation requests of SCORM 2004. */
export type Navigation =
  | {
      readonly to:
        | 'start'
        | 'resumeAll'
        | 'continue'
        | 'previous'
        | 'exit'
        | 'exitAll'
        | 'abandon'
        | 'abandonAll'
        | 'suspendAll';
    }
  | { readonly to: 'choice' | 'jump'; readonly id: string };

/** What content said of itself; what it never said is not there. */
export interface Said {
  /** By the objective's id; what it said of the whole under the empty one. */
  readonly objectives: Readonly<Record<string, Partial<ObjectiveState>>>;
  /** Which of these it spoke of, be it to say that nothing is known: then nothing is taken for granted. */
  readonly spoken: readonly ('completed' | 'satisfied')[];
}

/** What content is told of one of its objectives. */
export interface ToldObjective extends ObjectiveState {
  readonly id: string;
  readonly isPrimary: boolean;
  /** From where on it is satisfied; null where its measure doesn't say. */
  readonly passing: number | null;
}

/**
 * The rules of a SCORM 2004 package (4th edition), and what became of its activities: says which is opened next.
 * Nothing is drawn or told here.
 */
export class Sequencer {
  readonly #root: Activity;
  readonly #byId: ReadonlyMap<string, Activity>;
  readonly #tracking: Tracking;
  readonly #termination: Termination;

  /** @param kept what `kept` of an earlier one gave; null for a new one */
  constructor(scormPackage: ScormPackage, kept: KeptTracking | null, chance: Chance) {
    this.#root = activityTree(scormPackage);
    const all = everyActivity(this.#root);
    this.#byId = new Map(all.map((activity) => [activity.id, activity]));
    this.#tracking = new Tracking(kept);
    this.#termination = new Termination({
      root: this.#root,
      tracking: this.#tracking,
      chance,
      current: () => this.#current,
    });
    // Another sitting begins before the first, or goes on in what is open.
    if (this.open === null) this.#tracking.current = null;
    const isNew = Object.keys(this.#tracking.kept.activities).length === 0;
    if (isNew) for (const each of all) chooseChildren(each, false, this.#tracking, chance);
  }

  get kept(): KeptTracking {
    return this.#tracking.kept;
  }

  /** What is open; null where nothing is. */
  get open(): string | null {
    const current = this.#current;
    return current !== null && this.#tracking.of(current).active && current.children.length === 0
      ? current.id
      : null;
  }

  /** Carries a request out; the id of what is opened then, null where nothing is. */
  ask(navigation: Navigation): string | null {
    if (!this.mayAsk(navigation)) return null;
    const asked = this.#sequencingOf(navigation);
    const ends = this.#endOf(navigation);
    const wanted = ends === null ? asked : this.#termination.carryOut(ends, asked);
    const found = this.#sequence(wanted);
    return found === null ? null : this.#deliver(found, wanted.to === 'retry');
  }

  /** Whether a request is one that may be made now. */
  mayAsk(navigation: Navigation): boolean {
    const current = this.#current;
    const { to } = navigation;
    if (to === 'start') return current === null;
    if (to === 'resumeAll') return current === null && this.#tracking.suspended !== null;
    if (to === 'jump') return this.#available(navigation.id) !== null;
    if (to === 'choice') return this.#mayChoose(navigation.id);
    if (current === null) return false;
    if (to === 'exit' || to === 'abandon') return this.#tracking.of(current).active;
    if (to === 'continue') return current.parent?.controls.flow === true;
    if (to === 'previous') return this.#walk('backward').kind === 'found';
    return true;
  }

  /** Whether what is open lies where one activity follows the other. */
  get flows(): boolean {
    return this.#current?.parent?.controls.flow === true;
  }

  /** Notes what the content that is open says of itself; what depends on it follows. */
  hear(id: string, { objectives, spoken }: Said): void {
    const activity = this.#byId.get(id);
    if (activity === undefined) return;
    this.#tracking.put(activity, { spoken: [...spoken] });
    for (const objective of activity.objectives) {
      const said = objectives[objective.isPrimary ? '' : objective.objectiveID];
      if (said !== undefined) this.#tracking.write(activity, objective, said, true);
    }
    rollUpShared(activity, this.#root, this.#tracking);
  }

  /** Notes whether what is open is to be gone on with where it was left. */
  suspend(id: string, isSuspended: boolean): void {
    const activity = this.#byId.get(id);
    if (activity !== undefined) this.#tracking.put(activity, { suspended: isSuspended });
  }

  /** What content is told of its objectives as it begins. */
  objectivesOf(id: string): readonly ToldObjective[] {
    const activity = this.#byId.get(id);
    if (activity === undefined) return [];
    const read = <Name extends keyof ObjectiveState>(
      objective: Activity['primary'],
      name: Name,
    ): ObjectiveState[Name] => this.#tracking.read(activity, objective, name);
    return activity.objectives.map((objective) => ({
      id: objective.objectiveID,
      isPrimary: objective.isPrimary,
      passing: objective.satisfiedByMeasure === true ? (objective.minNormalizedMeasure ?? 1) : null,
      satisfied: read(objective, 'satisfied'),
      measure: read(objective, 'measure'),
      completed: objective.isPrimary
        ? completionOf(activity, this.#tracking)
        : read(objective, 'completed'),
      progress: read(objective, 'progress'),
      raw: read(objective, 'raw'),
      min: read(objective, 'min'),
      max: read(objective, 'max'),
    }));
  }

  /** From where on an activity's progress counts as completed; null where that is not measured. */
  thresholdOf(id: string): number | null {
    const threshold = this.#byId.get(id)?.threshold;
    return threshold?.completedByMeasure === true ? threshold.minProgressMeasure : null;
  }

  /** What became of the whole. */
  get outcome(): { readonly completed: Verdict; readonly passed: Verdict } {
    return {
      completed: completionOf(this.#root, this.#tracking),
      passed: this.#tracking.read(this.#root, this.#root.primary, 'satisfied'),
    };
  }

  get #current(): Activity | null {
    const id = this.#tracking.current;
    return id === null ? null : (this.#byId.get(id) ?? null);
  }

  #available(id: string): Activity | null {
    const activity = this.#byId.get(id);
    if (activity === undefined) return null;
    const isThere = pathTo(activity).every(
      (each) => each.parent === null || this.#tracking.children(each.parent).includes(each),
    );
    return isThere ? activity : null;
  }

  #mayChoose(id: string): boolean {
    const target = this.#available(id);
    if (target === null) return false;
    if (!mayChoose(target, this.#current, this.#root, this.#tracking)) return false;
    const opens = this.#opening(target);
    return opens !== null && !pathTo(opens).some((each) => isClosed(each, this.#tracking));
  }

  /** What choosing an activity opens: itself, or the first that its flow comes to. */
  #opening(target: Activity): Activity | null {
    if (target.children.length === 0) return target;
    return foundIn(flow(target, 'forward', true, this.#tracking));
  }

  #walk(direction: Direction): Walked {
    const current = this.#current;
    if (current?.parent?.controls.flow !== true) return { kind: 'stopped' };
    return flow(current, direction, false, this.#tracking);
  }

  #sequencingOf(navigation: Navigation): Sequencing {
    const { to } = navigation;
    if (to === 'choice' || to === 'jump') {
      const target = this.#byId.get(navigation.id);
      return target === undefined ? { to: 'none' } : { to, target };
    }
    if (to === 'start' || to === 'resumeAll' || to === 'continue' || to === 'previous')
      return { to };
    return { to: 'exit' };
  }

  /** How what is open ends for a request; null where nothing has to. */
  #endOf({ to }: Navigation): Ends | null {
    if (to === 'exitAll' || to === 'suspendAll' || to === 'abandon' || to === 'abandonAll')
      return to;
    const current = this.#current;
    return current !== null && this.#tracking.of(current).active ? 'exit' : null;
  }

  /** What a request comes to; null where nothing is to be opened. */
  #sequence(wanted: Sequencing): Activity | null {
    const current = this.#current;
    switch (wanted.to) {
      case 'start':
        return this.#root.children.length === 0
          ? this.#root
          : foundIn(flow(this.#root, 'forward', true, this.#tracking));
      case 'resumeAll':
        return this.#byId.get(this.#tracking.suspended ?? '') ?? null;
      case 'continue':
        return this.#leave(this.#walk('forward'));
      case 'previous':
        return foundIn(this.#walk('backward'));
      case 'retry':
        return current === null ? null : this.#opening(current);
      case 'choice':
        return this.#choose(wanted.target);
      case 'jump':
        return this.#opening(wanted.target);
      default:
        return null;
    }
  }

  /** Who goes on beyond the last is at the end of the whole. */
  #leave(walked: Walked): Activity | null {
    if (walked.kind === 'end') this.#termination.exitAll({ to: 'none' });
    return foundIn(walked);
  }

  #choose(target: Activity): Activity | null {
    const current = this.#current;
    if (!mayChoose(target, current, this.#root, this.#tracking)) return null;
    const found = this.#opening(target);
    if (found !== null) return found;
    if (current !== null) {
      endAttemptsTo(target, current, this.#root, this.#tracking);
      this.#termination.end(commonAncestor(current, target));
    }
    this.#tracking.current = target.id;
    return null;
  }

  #deliver(found: Activity, isRetry: boolean): string | null {
    if (found.children.length > 0) return null;
    if (pathTo(found).some((each) => isClosed(each, this.#tracking))) return null;
    const current = this.#current;
    const { suspended } = this.#tracking;
    if (suspended !== null && suspended !== found.id) this.#forgetSuspended(suspended, found);
    if (current !== null) endAttemptsTo(found, current, this.#root, this.#tracking);
    this.#tracking.suspended = null;
    beginAttempts(found, isRetry, this.#tracking);
    this.#tracking.current = found.id;
    this.#tracking.mark();
    return found.id;
  }

  /** Who goes elsewhere than to where they left leaves that, up to where the ways part. */
  #forgetSuspended(id: string, found: Activity): void {
    const left = this.#byId.get(id);
    if (left === undefined) return;
    const shared = new Set(pathTo(commonAncestor(left, found)));
    for (const each of pathTo(left).toReversed()) {
      const isHalfDone = each.children.some((child) => this.#tracking.of(child).suspended);
      if (!shared.has(each) && !isHalfDone) this.#tracking.put(each, { suspended: false });
    }
  }
}

const foundIn = (walked: Walked): Activity | null =>
  walked.kind === 'found' ? walked.activity : null;
