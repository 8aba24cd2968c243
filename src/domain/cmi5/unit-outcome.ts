import type { ItemOutcome } from '../scorm/item-outcome.ts';
import type { MoveOn } from './course-structure.ts';

/** Statements that cmi5 defines for units, by their verb's address; all others are the content's own. */
const verbs = {
  'http://adlnet.gov/expapi/verbs/initialized': 'initialized',
  'http://adlnet.gov/expapi/verbs/completed': 'completed',
  'http://adlnet.gov/expapi/verbs/passed': 'passed',
  'http://adlnet.gov/expapi/verbs/failed': 'failed',
  'http://adlnet.gov/expapi/verbs/terminated': 'terminated',
} as const;
export const unitVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const;
export type UnitVerb = (typeof unitVerbs)[number];

const isDefined = (id: string): id is keyof typeof verbs => Object.hasOwn(verbs, id);

/** The verb of cmi5 an address stands for; null for any other. */
export const unitVerb = (id: string): UnitVerb | null => (isDefined(id) ? verbs[id] : null);

/** What a unit said of itself so far. */
export interface UnitOutcome {
  readonly begun: boolean;
  readonly completed: boolean;
  readonly passed: boolean | null;
  /** 0 to 1. */
  readonly score: number | null;
  /** It ended by itself, at least once. */
  readonly ended: boolean;
  /** Its learner said that it is done, as it says nothing of that itself. */
  readonly ownWord: boolean;
}

export const newOutcome: UnitOutcome = {
  begun: false,
  completed: false,
  passed: null,
  score: null,
  ended: false,
  ownWord: false,
};

/**
 * After one more statement of cmi5's; passed once stays passed.
 * @param score 0 to 1; null where the statement has none
 */
export function afterStatement(
  before: UnitOutcome,
  verb: UnitVerb,
  score: number | null,
): UnitOutcome {
  switch (verb) {
    case 'initialized':
      return { ...before, begun: true };
    case 'completed':
      return { ...before, completed: true };
    case 'passed':
      return { ...before, passed: true, score: score ?? before.score };
    case 'failed':
      return { ...before, passed: before.passed === true, score: score ?? before.score };
    case 'terminated':
      return { ...before, ended: true };
  }
}

/**
 * Whether a unit is satisfied, by its rule. One that needs nothing is when it says so or ended, so that a
 * course has an end and what was left in the middle is gone on with.
 */
export function isSatisfied(moveOn: MoveOn, outcome: UnitOutcome): boolean {
  const { completed, ended, ownWord } = outcome;
  const passed = outcome.passed === true;
  if (ownWord) return true;
  switch (moveOn) {
    case 'NotApplicable':
      return completed || passed || ended;
    case 'Passed':
      return passed;
    case 'Completed':
      return completed;
    case 'CompletedAndPassed':
      return completed && passed;
    case 'CompletedOrPassed':
      return completed || passed;
  }
}

/**
 * Whether nobody but its learner can say that a unit is done: it needs nothing, or talks with nobody, or ended
 * and said nothing of it. One that goes on and needs something may still say it.
 * @param inSession what it said since it was launched
 */
export function isUnsaid(
  moveOn: MoveOn,
  outcome: UnitOutcome,
  inSession: readonly UnitVerb[],
): boolean {
  if (isSatisfied(moveOn, outcome) || outcome.completed || outcome.passed !== null) return false;
  return moveOn === 'NotApplicable' || inSession.length === 0 || inSession.includes('terminated');
}

/** As a part of the whole course's outcome: done is what its rule asks for. */
export const partOutcome = (moveOn: MoveOn, outcome: UnitOutcome): ItemOutcome => ({
  completed: isSatisfied(moveOn, outcome),
  passed: outcome.passed,
  score: outcome.score,
});
