import type { LaunchableItem, ScormPackage } from '../../../domain/scorm/scorm-package.ts';
import type { CourseState } from './course-state.ts';
import type { Request, Sco, ScoEvents, ToldLearner } from './sco.ts';

export interface WayParts {
  readonly package: ScormPackage;
  /** As it stands now. */
  readonly state: () => CourseState;
  readonly learner: ToldLearner;
  readonly events: ScoEvents;
}

/** What a learner may do next. */
export interface Steps {
  readonly next: boolean;
  readonly back: boolean;
  /** Items that may be chosen, by id. */
  readonly choices: ReadonlySet<string>;
}

/**
 * The way through a package: which item comes when. SCORM 1.2 leaves that to the player; 2004 may have
 * rules of its own.
 */
export interface Way {
  /** The item to begin with; null where the learner has to choose. */
  begin(): LaunchableItem | null;
  /** Opens an item's runtime. */
  open(item: LaunchableItem): Sco;
  /**
   * The item that follows a request, once the one before it ended; null where none does.
   */
  follow(request: Request): LaunchableItem | null;
  /** Whether what content asked for as it ended is already on its way. */
  readonly delivered: boolean;
  /** Tells content that is about to be ended where its learner wants to go. */
  wish(request: Request): void;
  steps(): Steps;
  /** What it keeps between sittings. */
  kept(): string | null;
  /** What became of the whole; null where only its items say. */
  outcome(): { readonly completed: boolean; readonly passed: boolean | null } | null;
}
