import { readBirthYear } from '../../../../domain/birth-year.ts';
import type { AskedDetails } from '../../../../shared/contracts/commands/learner-commands.ts';
import type { Sex } from '../../../../shared/contracts/documents/directory.ts';
import type { LearnerPage } from '../../../../shared/contracts/ipc/views.ts';
import type { GroupId, Language } from '../../../../shared/ids.ts';
import { isPersonName, plainName } from '../../../../shared/person-name.ts';

/** What a form says of a learner, as it is typed. */
export interface TypedDetails {
  readonly km: string;
  readonly en: string;
  readonly sex: Sex | null;
  readonly birthYear: string;
  readonly group: GroupId | null;
  readonly language: Language;
}

export const nothingTyped: TypedDetails = {
  km: '',
  en: '',
  sex: null,
  birthYear: '',
  group: null,
  language: 'km',
};

/** A learner's form as it begins. @param writeYear writes a year in the window's digits */
export function typedOf(
  { row, account }: LearnerPage,
  writeYear: (year: number) => string,
): TypedDetails {
  const { name, group } = row.learner;
  return {
    km: name.km,
    en: name.en ?? '',
    sex: account?.sex ?? null,
    birthYear: account?.birthYear ? writeYear(account.birthYear) : '',
    group,
    language: account?.language ?? 'km',
  };
}

/** What is asked of the hub ([PPL1]); null while something is missing or can't be. */
export function detailsOf(typed: TypedDetails): AskedDetails | null {
  const [km, en] = [plainName(typed.km), plainName(typed.en)];
  const birthYear = readBirthYear(typed.birthYear);
  const { sex, group, language } = typed;
  if (!isPersonName(km) || (en !== '' && !isPersonName(en))) return null;
  if (sex === null || group === null || birthYear === undefined) return null;
  return { name: en === '' ? { km } : { km, en }, sex, birthYear, group, language };
}

/** Whether what was typed so far can be a name, as lists take them ([PPL1]). */
export function canBeName(typed: string): boolean {
  const name = plainName(typed);
  return name === '' || isPersonName(name);
}
