import { importFields } from '../../shared/contracts/ipc/list-views.ts';
import type { ImportField } from '../../shared/contracts/ipc/list-views.ts';
import { nameForm } from '../name-form.ts';

/** How a column may be headed; the first two are what the template has, in Khmer and English. */
export const fieldHeadings: Readonly<Record<ImportField, readonly [string, string, ...string[]]>> =
  {
    name: ['ឈ្មោះ', 'Name', 'ឈ្មោះខ្មែរ', 'ឈ្មោះជាភាសាខ្មែរ', 'Khmer name', 'Name (Khmer)', 'Full name'],
    latin: ['ឈ្មោះឡាតាំង', 'Latin name', 'ឈ្មោះជាអក្សរឡាតាំង', 'Name (Latin)', 'English name'],
    sex: ['ភេទ', 'Sex', 'Gender'],
    birthYear: ['ឆ្នាំកំណើត', 'Birth year', 'Year of birth', 'Born'],
    group: ['ក្រុម', 'Group', 'ថ្នាក់', 'Class'],
    language: ['ភាសា', 'Language', 'Preferred language'],
  };

/** A file can't do without these. */
const needed: readonly ImportField[] = ['name', 'sex', 'group'];

export interface Columns {
  /** Place of each field's column, from 0. */
  readonly places: ReadonlyMap<ImportField, number>;
  /** Needed ones that no column is headed by. */
  readonly missing: readonly ImportField[];
  /** Headings nobody knows: their columns are left out. */
  readonly ignored: readonly string[];
}

const fieldsByHeading: ReadonlyMap<string, ImportField> = new Map(
  importFields.flatMap((field) =>
    fieldHeadings[field].map((heading) => [nameForm(heading), field] as const),
  ),
);

/** Which column is which, by the first row of a file. */
export function readHeadings(headings: readonly string[]): Columns {
  const places = new Map<ImportField, number>();
  const ignored: string[] = [];
  for (const [place, heading] of headings.entries()) {
    const field = fieldsByHeading.get(nameForm(heading));
    if (field !== undefined && !places.has(field)) places.set(field, place);
    else if (heading.trim() !== '') ignored.push(heading.trim());
  }
  return { places, missing: needed.filter((field) => !places.has(field)), ignored };
}
