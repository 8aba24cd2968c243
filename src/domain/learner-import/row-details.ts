import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';

/** What a form, or a row of a list, says of a learner. */
export type RowDetails = Pick<LearnerAccount, 'name' | 'sex' | 'birthYear' | 'group' | 'language'>;

/** Whether a row says of somebody just what is known. */
export function isSame(known: RowDetails, row: RowDetails): boolean {
  return (
    known.name.km === row.name.km &&
    (row.name.en === undefined || known.name.en === row.name.en) &&
    known.sex === row.sex &&
    known.birthYear === row.birthYear &&
    known.group === row.group &&
    known.language === row.language
  );
}
