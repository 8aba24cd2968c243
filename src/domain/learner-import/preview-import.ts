import type { LearnerAccount } from '../../shared/contracts/documents/directory.ts';
import type { RowPreview } from '../../shared/contracts/ipc/list-views.ts';
import type { GroupId } from '../../shared/ids.ts';
import { misfitOf } from '../group-fit.ts';
import { readHeadings } from './columns.ts';
import type { Columns } from './columns.ts';
import { readRow } from './read-row.ts';
import type { KnownGroup, SaidDetails } from './read-row.ts';
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
type Details = RowDetails & Pick<SaidDetails, 'sex'>;

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

  outcomeOf(said: SaidDetails): Outcome {
    const forms = this.#formsOf(said.name);
    const like = distinct(forms.flatMap((form) => this.#known.get(form) ?? []));
    const earlier = distinct(forms.flatMap((form) => this.#seen.get(form) ?? []));
    const outcome = outcomeAmong(said, like, earlier);
    const { details } = outcome;
    for (const form of forms) put(this.#seen, form, details);
    const { sex, birthYear, group } = details;
    const scope = this.#scopes.get(group) ?? 'men';
    const misfit = misfitOf(scope, { sex, birthYear }, this.#ground.year) !== null;
    return { ...outcome, misfit };
  }

  #formsOf({ km, en }: RowDetails['name']): readonly string[] {
    const forms = [km, en ?? ''].map((name) => this.#ground.formOf(name));
    return distinct(forms).filter((form) => form !== '');
  }
}

type Said = { readonly details: Details } & (
  | { readonly outcome: 'new' | 'same' }
  | { readonly outcome: 'changed'; readonly learner: Known['learner'] }
  | { readonly outcome: 'doubtful'; readonly like: number }
);

function outcomeAmong(
  said: SaidDetails,
  like: readonly Known[],
  earlier: readonly Details[],
): Said {
  const same = [...like, ...earlier].find((each) => isSame(each, filled(said, each)));
  if (same !== undefined) return { outcome: 'same', details: filled(said, same) };
  const [only] = like;
  const one = like.length === 1 && earlier.length === 0;
  if (only !== undefined && one && mayBeOne(only.birthYear, said.birthYear)) {
    return { outcome: 'changed', learner: only.learner, details: filled(said, only) };
  }
  const details = filled(said, newcomer);
  if (like.length > 0 || earlier.length > 0) {
    return { outcome: 'doubtful', like: like.length, details };
  }
  return { outcome: 'new', details };
}

/** What is kept of somebody where a list does not say it; without a language column, say. */
type Kept = Pick<RowDetails, 'birthYear' | 'language'>;

const newcomer: Kept = { birthYear: null, language: 'km' };

function filled(said: SaidDetails, { birthYear, language }: Kept): Details {
  return {
    ...said,
    birthYear: said.birthYear ?? birthYear,
    language: said.language ?? language,
  };
}

/** The same year, or one that was not known before or is not said. */
function mayBeOne(known: number | null, said: number | null): boolean {
  return known === said || known === null || said === null;
}

const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

function put<Value>(map: Map<string, Value[]>, form: string, value: Value): void {
  const others = map.get(form);
  if (others === undefined) map.set(form, [value]);
  else others.push(value);
}
