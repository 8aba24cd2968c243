import { nameForm } from '../../../../domain/name-form.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';

/**
 * Who is here already under a name that looks or sounds the same in either script, closed accounts
 * too: perhaps the same person ([PPL4]).
 */
export function namesakes(rows: readonly LearnerRow[], name: Localized): readonly LearnerRow[] {
  const forms = formsOf(name);
  return rows.filter(({ learner }) => formsOf(learner.name).some((form) => forms.includes(form)));
}

function formsOf({ km, en }: Localized): readonly string[] {
  return [km, en ?? ''].map(nameForm).filter((form) => form !== '');
}
