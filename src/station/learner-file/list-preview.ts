import { previewImport } from '../../domain/learner-import/preview-import.ts';
import { nameForm } from '../../domain/name-form.ts';
import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { ListPreview } from '../../shared/contracts/ipc/list-views.ts';
import type { Directory } from '../directory/directory.ts';
import { normalizeAnswer } from '../khmer/normalize-answer.ts';
import { readTable } from './read-table.ts';
import { TableError } from './table.ts';

interface PreviewGround {
  readonly actor: Actor;
  readonly directory: Pick<Directory, 'learners' | 'groups'>;
  /** The present year at the hub, Gregorian. */
  readonly year: number;
}

/** What a list would come to, for who brings it: nobody out of their reach takes part ([IMP1]). */
export async function previewList(
  bytes: Uint8Array,
  { actor, directory, year }: PreviewGround,
): Promise<ListPreview> {
  try {
    const table = await readTable(bytes);
    const groups = [...directory.groups.values()]
      .map(({ group, name, scope = 'men' }) => ({ group, name, scope }))
      .filter(({ group, scope }) =>
        may(actor, 'learner.import', { groups: [group], scopes: [scope] }),
      );
    const within = new Set(groups.map(({ group }) => group));
    const learners = [...directory.learners.values()].filter(({ group }) => within.has(group));
    const formOf = (name: string) => nameForm(normalizeAnswer(name));
    const { columns, rows } = previewImport(table, { learners, groups, year, formOf });
    const { missing, ignored } = columns;
    return { read: true, missing: [...missing], ignored: [...ignored], rows: [...rows] };
  } catch (error) {
    if (error instanceof TableError) return { read: false, problem: error.problem };
    throw error;
  }
}
