import type { GroupScope, Sex } from '../../shared/contracts/documents/directory.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { GroupId, Language } from '../../shared/ids.ts';
import { isPersonName, plainName } from '../../shared/person-name.ts';
import { readBirthYear } from '../birth-year.ts';
import { nameForm } from '../name-form.ts';
import { importFields } from '../../shared/contracts/ipc/list-views.ts';
import type { ImportField, cellProblems } from '../../shared/contracts/ipc/list-views.ts';
import type { Columns } from './columns.ts';
import type { RowDetails } from './row-details.ts';

/** What is wrong with a cell, to be told with its row's number. */
interface RowProblem {
  readonly field: ImportField;
  readonly problem: (typeof cellProblems)[number];
}

type ReadRow =
  | { readonly ok: true; readonly details: SaidDetails }
  | { readonly ok: false; readonly problems: RowProblem[] };

export interface KnownGroup {
  readonly group: GroupId;
  readonly name: Localized;
  readonly scope: GroupScope;
}

export interface RowReading {
  readonly columns: Columns;
  readonly groups: readonly KnownGroup[];
  /** The present year, Gregorian: nobody is born after it. */
  readonly year: number;
}

const longestName = 100;
const sexWords: Readonly<Record<string, Sex>> = {
  ស្រី: 'female',
  ស: 'female',
  female: 'female',
  f: 'female',
  woman: 'female',
  ប្រុស: 'male',
  ប: 'male',
  male: 'male',
  m: 'male',
  man: 'male',
};
const languageWords: Readonly<Record<string, Language>> = {
  ខ្មែរ: 'km',
  km: 'km',
  khmer: 'km',
  អង់គ្លេស: 'en',
  en: 'en',
  english: 'en',
};

/** A sex is always read: nobody is brought in without. Null is what a row does not say ([IMP3]). */
export type SaidDetails = Omit<RowDetails, 'language'> & {
  readonly sex: Sex;
  readonly language: Language | null;
};

type Cell<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: RowProblem['problem'] };

const holds = <Value>(value: Value): Cell<Value> => ({ ok: true, value });
const wrong = (problem: RowProblem['problem']) => ({ ok: false, problem }) as const;

/** One row's learner, or all that is wrong with it. */
export function readRow(row: readonly string[], { columns, groups, year }: RowReading): ReadRow {
  const cell = (field: ImportField) =>
    (row[columns.places.get(field) ?? -1] ?? '').normalize('NFC').trim();
  const name = readName(cell('name'));
  const latin = cell('latin') === '' ? holds(undefined) : readName(cell('latin'));
  const sex = readWord(cell('sex'), sexWords);
  const birthYear = readYear(cell('birthYear'), year);
  const group = readGroup(cell('group'), groups);
  const language =
    cell('language') === '' ? holds(null) : readWord(cell('language'), languageWords);
  if (name.ok && latin.ok && sex.ok && birthYear.ok && group.ok && language.ok) {
    const en = latin.value === undefined ? {} : { en: latin.value };
    return {
      ok: true,
      details: {
        name: { km: name.value, ...en },
        sex: sex.value,
        birthYear: birthYear.value,
        group: group.value,
        language: language.value,
      },
    };
  }
  const cells = { name, latin, sex, birthYear, group, language };
  const problems = importFields.flatMap((field) => {
    const read = cells[field];
    return read.ok ? [] : [{ field, problem: read.problem }];
  });
  return { ok: false, problems };
}

function readName(text: string): Cell<string> {
  const name = plainName(text);
  if (name === '') return wrong('missing');
  if (name.length > longestName) return wrong('too-long');
  return isPersonName(name) ? holds(name) : wrong('not-a-name');
}

function readWord<Value>(text: string, words: Readonly<Record<string, Value>>): Cell<Value> {
  if (text === '') return wrong('missing');
  const form = nameForm(text);
  const known = Object.entries(words).find(([word]) => nameForm(word) === form);
  return known === undefined ? wrong('unknown') : holds(known[1]);
}

/** Spreadsheets may have written it as 1990.0; of a whole date the year counts, and no more is kept. */
function readYear(text: string, year: number): Cell<number | null> {
  const [, whole, from, , , to] = yearLike.exec(text) ?? [];
  const born = readBirthYear(whole ?? from ?? to ?? text, year);
  return born === undefined ? wrong('no-year') : holds(born);
}

/** 1990.0, 1990-12-31 or 31/12/1990, in either digits. */
const yearLike =
  /^(?:(\p{Nd}{4})\.0+|(\p{Nd}{4})([-/.])\p{Nd}{1,2}\3\p{Nd}{1,2}|\p{Nd}{1,2}([-/.])\p{Nd}{1,2}\4(\p{Nd}{4}))$/u;

function readGroup(text: string, groups: readonly KnownGroup[]): Cell<GroupId> {
  if (text === '') return wrong('missing');
  const form = nameForm(text);
  const named = groups.filter(({ name }) =>
    [name.km, name.en ?? ''].some((each) => nameForm(each) === form),
  );
  const [only] = named;
  if (only === undefined) return wrong('unknown');
  return named.length > 1 ? wrong('ambiguous') : holds(only.group);
}
