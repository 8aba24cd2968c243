import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { RowPreview } from '../../shared/contracts/ipc/list-views.ts';
import type { GroupId } from '../../shared/ids.ts';
import { misfitOf } from '../group-fit.ts';
import { readHeadings } from './columns.ts';
import type { Columns } from './columns.ts';
import { readRow } from './read-row.ts';
import type { KnownGroup, ReadRow } from './read-row.ts';
import { isSame } from './row-details.ts';
import type { RowDetails } from './row-details.ts';

/** A row of a file with the number a spreadsheet shows beside it, from 1. */
export interface FileRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface ImportPreview {
  readonly columns: Columns;
  readonly rows: readonly RowPreview[];
}

type Known = Pick<LearnerAccount, 'learner' | keyof RowDetails>;
type Details = Extract<ReadRow, { ok: true }>['details'];

export interface ImportGround {
  /** Those within the reach of who brings the list, closed accounts too. */
  readonly learners: readonly Known[];
  readonly groups: readonly KnownGroup[];
  /** The present year, Gregorian. */
  readonly year: number;
  /** A name in its normal form: the same for two that look or sound the same. */
  readonly formOf: (name: string) => string;
}

/**
 * Compares a file, its headings at the top, with who is here ([IMP1]). Who is not in the file is not
 * touched.
 */
export function previewImport(table: readonly FileRow[], ground: ImportGround): ImportPreview {
  const { columns, rest } = underHeadings(table);
  if (columns.missing.length > 0) return { columns, rows: [] };
  const judge = new Judge(ground);
  const place = columns.places.get('name') ?? 0;
  const rows = rest.map(({ number, cells }): RowPreview => {
    const read = readRow(cells, { ...ground, columns });
    if (read.ok) return { number, ...judge.outcomeOf(read.details) };
    return { number, outcome: 'bad', shown: cells[place] ?? '', problems: [...read.problems] };
  });
  return { columns, rows };
}

/** Above the headings may stand whose list it is: they are the first of the top rows that can be headings. */
function underHeadings(table: readonly FileRow[]) {
  const top = table.slice(0, mostAbove + 1).map(({ cells }) => readHeadings(cells));
  const at = Math.max(
    0,
    top.findIndex(({ missing }) => missing.length === 0),
  );
  return { columns: top[at] ?? readHeadings([]), rest: table.slice(at + 1) };
}

const mostAbove = 9;

type Outcome = RowPreview extends infer Row
  ? Row extends { number: number }
    ? Omit<Row, 'number'>
    : never
  : never;

/** Row by row, by the normal forms of names, so that thousands are compared quickly. */
class Judge {
  readonly #ground: ImportGround;
  readonly #known = new Map<string, Known[]>();
  /** What earlier rows said, by the forms of their names. */
  readonly #seen = new Map<string, Details[]>();
  readonly #scopes: ReadonlyMap<GroupId, KnownGroup['scope']>;

  constructor(ground: ImportGround) {
    this.#ground = ground;
    this.#scopes = new Map(ground.groups.map(({ group, scope }) => [group, scope]));
    for (const learner of ground.learners) {
      for (const form of this.#formsOf(learner.name)) put(this.#known, form, learner);
    }
  }

  outcomeOf(details: Details): Outcome {
    const forms = this.#formsOf(details.name);
    const like = distinct(forms.flatMap((form) => this.#known.get(form) ?? []));
    const earlier = distinct(forms.flatMap((form) => this.#seen.get(form) ?? []));
    for (const form of forms) put(this.#seen, form, details);
    const { sex, birthYear, group } = details;
    const scope = this.#scopes.get(group) ?? 'men';
    const misfit = misfitOf(scope, { sex, birthYear }, this.#ground.year) !== null;
    return { ...outcomeAmong(details, like, earlier), details, misfit };
  }

  #formsOf({ km, en }: RowDetails['name']): readonly string[] {
    const forms = [km, en ?? ''].map((name) => this.#ground.formOf(name));
    return distinct(forms).filter((form) => form !== '');
  }
}

type Said =
  | { readonly outcome: 'new' | 'same' }
  | { readonly outcome: 'changed'; readonly learner: Known['learner'] }
  | { readonly outcome: 'doubtful'; readonly like: number };

function outcomeAmong(details: Details, like: readonly Known[], earlier: readonly Details[]): Said {
  const said = (each: RowDetails) => isSame(each, details);
  if (like.some(said) || earlier.some(said)) return { outcome: 'same' };
  const [only] = like;
  const one = like.length === 1 && earlier.length === 0;
  if (only !== undefined && one && mayBeOne(only.birthYear, details.birthYear)) {
    return { outcome: 'changed', learner: only.learner };
  }
  if (like.length > 0 || earlier.length > 0) return { outcome: 'doubtful', like: like.length };
  return { outcome: 'new' };
}

/** The same year, or one that was not known before. */
function mayBeOne(known: number | null, said: number | null): boolean {
  return known === said || known === null;
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

function put<Value>(map: Map<string, Value[]>, form: string, value: Value): void {
  const others = map.get(form);
  if (others === undefined) map.set(form, [value]);
  else others.push(value);
}
