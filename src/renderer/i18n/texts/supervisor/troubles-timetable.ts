import type { ErrorCode } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

const nothingDone = {
  km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។',
  en: 'Nothing was changed.',
  ...on('As above'),
};

const weekChanged: TroubleTexts = {
  what: {
    km: 'មាននរណាម្នាក់បានកែវាមុននេះបន្តិច',
    en: 'Somebody has changed this just now',
    ...on('Two people changed the same of the timetable at once: the second is told'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលថាវាយ៉ាងណាឥឡូវនេះ រួចធ្វើម្ដងទៀត បើនៅតែចង់។',
    en: 'Look how it stands now, then do it again if you still want to.',
    ...on('As above'),
  },
};

const weekClash: TroubleTexts = {
  what: {
    km: 'វាប៉ះនឹងអ្វីផ្សេងក្នុងសប្ដាហ៍',
    en: 'It clashes with something else in the week',
    ...on('A slot or a seat in the timetable can’t be so; the panel says what it clashes with'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលសញ្ញា «ត្រូវមើល» ហើយប្ដូរពេល ក្រុម ឬកន្លែង។',
    en: 'Look what the panel says, and change the time, the groups or the seat.',
    ...on('As above'),
  },
};

const slotGone: TroubleTexts = {
  what: {
    km: 'ម៉ោងនេះត្រូវបានលុបចេញហើយ',
    en: 'This slot was taken away',
    ...on('An officer changes a slot of the timetable that somebody took away meanwhile'),
  },
  work: nothingDone,
  next: {
    km: 'សូមបិទ ហើយមើលសប្ដាហ៍ម្ដងទៀត។',
    en: 'Close it, and look at the week again.',
    ...on('As above'),
  },
};

const dayNear: TroubleTexts = {
  what: {
    km: 'មិនអាចប្ដូរថ្ងៃនេះទាំងមូលបានទេ',
    en: 'This day can’t be moved as a whole',
    ...on(
      'A wrong lab day that is today, or counts as that already, or a right day that is too long ago or to come',
    ),
  },
  work: nothingDone,
  next: {
    km: 'ថ្ងៃខុសមិនអាចជាថ្ងៃនេះទេ ហើយថ្ងៃត្រឹមត្រូវត្រូវតែក្នុង ៦២ ថ្ងៃចុងក្រោយ។ សូមជ្រើសថ្ងៃផ្សេង ឬកែវត្តមានម្ដងមួយនាក់។',
    en: 'The wrong day can’t be today, and the right one has to be one of the last 62. Choose other days, or correct attendance line by line.',
    ...on('As above'),
  },
};

const dayClash: TroubleTexts = {
  what: {
    km: 'ថ្ងៃត្រឹមត្រូវមានបញ្ជីដែលបានបញ្ជាក់រួចហើយ',
    en: 'The right day has confirmed lines already',
    ...on('Learners of a wrong lab day have words on the right day, too'),
  },
  work: nothingDone,
  next: {
    km: 'សូមកែវត្តមានម្ដងមួយនាក់ នៅថ្ងៃត្រឹមត្រូវ។',
    en: 'Correct attendance line by line, on the right day.',
    ...on('As above'),
  },
};

/** For the list of strings. */
export const timetableTroubles = { weekChanged, weekClash, slotGone, dayNear, dayClash } as const;

export const timetableByCode = {
  'timetable.changed': weekChanged,
  'timetable.clash': weekClash,
  'timetable.gone': slotGone,
  'lab-day.near': dayNear,
  'lab-day.clash': dayClash,
} as const satisfies Partial<Readonly<Record<ErrorCode, TroubleTexts>>>;
