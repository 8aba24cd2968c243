import type * as z from 'zod';
import {
  learnerCommands,
  mostImported,
} from '../../../../shared/contracts/commands/learner-commands.ts';
import type { RowPreview } from '../../../../shared/contracts/ipc/list-views.ts';

/** One command's worth of a list. */
export type Batch = z.input<(typeof learnerCommands)['learner.import']['input']>;

/** What of a list is to be brought in, besides who is new. */
export interface Wanted {
  /** Rows somebody said are other people, by their numbers. */
  readonly others: ReadonlySet<number>;
  readonly changed: boolean;
  readonly misfits: boolean;
}

type Fitting = Exclude<RowPreview, { outcome: 'bad' }>;

/** The rows that are brought in; nobody is touched whom the list leaves out. */
export function chosenRows(rows: readonly RowPreview[], wanted: Wanted): readonly Fitting[] {
  return rows.flatMap((row) => {
    if (row.outcome === 'bad' || row.outcome === 'same') return [];
    if (row.outcome === 'changed' && !wanted.changed) return [];
    if (row.outcome === 'doubtful' && !wanted.others.has(row.number)) return [];
    return row.misfit && !wanted.misfits ? [] : [row];
  });
}

/**
 * The commands that bring rows in, at most 100 rows each ([IMP3]). Nobody is added as a twin, so that
 * the same again adds nobody twice. Those among others than their own go by themselves, as the hub
 * refuses a command that holds one unless it is said to be known ([ACC5]).
 */
export function batchesOf(rows: readonly Fitting[]): readonly Batch[] {
  const parts = [false, true].map((misfit) => rows.filter((row) => row.misfit === misfit));
  return parts.flatMap((part, at) =>
    chunks(part).map((chunk) => ({ ...batchOf(chunk), misfitKnown: at === 1 })),
  );
}

function batchOf(rows: readonly Fitting[]): Omit<Batch, 'misfitKnown'> {
  return {
    added: rows.flatMap((row) =>
      row.outcome === 'changed' ? [] : [{ ...row.details, twin: false }],
    ),
    changed: rows.flatMap((row) =>
      row.outcome === 'changed' ? [{ ...row.details, learner: row.learner }] : [],
    ),
  };
}

function chunks<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / mostImported) }, (_, at) =>
    values.slice(at * mostImported, (at + 1) * mostImported),
  );
}
