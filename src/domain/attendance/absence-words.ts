import type { Absence } from '../../shared/contracts/lab-attendance.ts';

/** Why somebody was not there, in words: in windows and on paper. None is of law or health ([ATT3]). */
export const absenceWords = {
  excused: { km: 'សុំច្បាប់', en: 'Excused' },
  work: { km: 'ទៅធ្វើការ', en: 'At work' },
  'other-activity': { km: 'សកម្មភាពផ្សេង', en: 'Other activity' },
  transferred: { km: 'ផ្លាស់ទៅកន្លែងផ្សេង', en: 'Transferred' },
  left: { km: 'ចាកចេញហើយ', en: 'Left' },
  unexplained: { km: 'មិនដឹងមូលហេតុ', en: 'Unexplained' },
} as const satisfies Readonly<Record<Absence, { readonly km: string; readonly en: string }>>;
