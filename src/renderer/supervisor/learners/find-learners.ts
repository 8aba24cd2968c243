import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { GroupId, LearnerId } from '../../../shared/ids.ts';
import { fits, searchForms, wordsOf } from './name-search.ts';

export interface Wanted {
  /** As typed, in either script; empty for everybody. */
  readonly typed: string;
  readonly group: GroupId | null;
  /** Those whose account is closed, instead of the others. */
  readonly closed: boolean;
  /** Only those who can't sign in by themselves yet ([SGN13]). */
  readonly without: boolean;
}

/** Whether somebody's account is open and they can't sign in by themselves yet. */
export function isWithout({ disabled, signIn }: LearnerRow): boolean {
  return !disabled && signIn !== 'own';
}

/** Finds learners by name and group. Keeps each name's forms, as the rows come anew with every answer given. */
export function createFinder(): (rows: readonly LearnerRow[], wanted: Wanted) => LearnerRow[] {
  const kept = new Map<LearnerId, { readonly written: string; readonly forms: string }>();
  const formsOf = ({ learner }: LearnerRow): string => {
    const written = `${learner.name.km}\n${learner.name.en ?? ''}`;
    const known = kept.get(learner.learner);
    if (known?.written === written) return known.forms;
    const forms = searchForms(learner.name);
    kept.set(learner.learner, { written, forms });
    return forms;
  };
  return (rows, { typed, group, closed, without }) => {
    const words = wordsOf(typed);
    return rows.filter(
      (row) =>
        row.disabled === closed &&
        (!without || isWithout(row)) &&
        (group === null || row.learner.group === group) &&
        (words.length === 0 || fits(formsOf(row), words)),
    );
  };
}
