import { fieldHeadings } from '../../domain/learner-import/columns.ts';
import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import { importFields } from '../../shared/contracts/ipc/list-views.ts';
import type { ListFile, ListFormat } from '../../shared/contracts/ipc/list-views.ts';
import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import { inNameOrder } from '../../shared/khmer/collation.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { Directory } from '../directory/directory.ts';
import { csvOf } from './write-list.ts';
import type { TextTable } from './write-list.ts';
import { writeWorkbook } from './write-workbook.ts';

/** Headings as {@link fieldHeadings} has them first, so that a list that was saved can be brought in. */
const headings = importFields.map((field) => fieldHeadings[field][0]);
const cardHeading = 'លេខកាត';
const sexWords = { female: 'ស្រី', male: 'ប្រុស' } as const;
const languageWords = { km: 'ខ្មែរ', en: 'អង់គ្លេស' } as const;

/** An empty list, to be filled in. */
export async function emptyList(): Promise<ListFile> {
  return fileOf('rean-empty-list', 'xlsx', [headings]);
}

/**
 * The learners within somebody's reach whose account is open, by group and name ([IMP5]).
 * @param only those among these; everybody where it is left out
 */
export async function savedList(
  { learners, groups }: Pick<Directory, 'learners' | 'groups'>,
  actor: Actor,
  format: ListFormat,
  only?: readonly LearnerId[],
): Promise<ListFile> {
  const asked = only && new Set(only);
  const scopeOf = (group: GroupId) => groups.get(group)?.scope ?? 'men';
  const rows = [...learners.values()]
    .filter(
      ({ disabled, group, learner }) =>
        !disabled &&
        (asked?.has(learner) ?? true) &&
        groups.has(group) &&
        may(actor, 'record.print', { groups: [group], scopes: [scopeOf(group)] }),
    )
    .map((account) => rowOf(account, groups.get(account.group)?.name.km ?? ''));
  const byGroup = inNameOrder(inNameOrder(rows, nameIn), groupIn);
  return fileOf('rean-learners', format, [[...headings, cardHeading], ...byGroup]);
}

function rowOf(account: LearnerAccount, group: string): readonly string[] {
  const { name, sex, birthYear, language, card } = account;
  return [
    name.km,
    name.en ?? '',
    sex === null ? '' : sexWords[sex],
    birthYear === null ? '' : String(birthYear),
    group,
    languageWords[language],
    card ?? '',
  ];
}

const nameIn = (row: readonly string[]) => row[0] ?? '';
const groupIn = (row: readonly string[]) => row[4] ?? '';

async function fileOf(name: string, format: ListFormat, table: TextTable): Promise<ListFile> {
  const bytes = format === 'csv' ? csvOf(table) : await writeWorkbook(table);
  return { name: `${name}.${format}`, content: Buffer.from(bytes).toString('base64') };
}
