import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-timetable-wrong-day' });
const of = at('Under a group’s name: learners of it');

/** A whole lab day that was confirmed wrong, and is put right. */
export const wrongDayTexts = {
  open: {
    km: 'ថ្ងៃមួយត្រូវបានបញ្ជាក់ខុស',
    en: 'A day was confirmed wrong',
    ...at('Button: opens the form under it'),
  },
  title: { km: 'កែថ្ងៃដែលបានបញ្ជាក់ខុស', en: 'Put a wrong day right', ...at('Heading') },
  wrong: { km: 'ថ្ងៃខុស', en: 'The wrong day', ...at('Over the parts of a date') },
  right: { km: 'ថ្ងៃត្រឹមត្រូវ', en: 'The day it was', ...at('Over the parts of a date') },
  told: {
    km: 'វត្តមាននៃថ្ងៃ {from} នឹងរាប់ជាថ្ងៃ {to}៖ បានបញ្ជាក់ {confirmed} នាក់ មានតែកំណត់ត្រា {recorded} នាក់។',
    en: 'Attendance of {from} will count as {to}: confirmed: {confirmed}, recorded only: {recorded}.',
    ...at('What will happen, before the button'),
  },
  holds: {
    km: 'អ្វីដែលបាននិយាយ និងបានកត់ នៅដដែល។ ការកែនេះជាកំណត់ត្រាថ្មី ដែលមានឈ្មោះអ្នក។',
    en: 'What was said and recorded stays as it is. This is a new record, in your name.',
    ...at('Under that'),
  },
  do: { km: 'រាប់ជាថ្ងៃត្រឹមត្រូវ', en: 'Count it as the right day', ...at('Button: does it') },
  done: { km: 'បានកែហើយ។', en: 'It is put right.', ...at('After it') },
  nobody: {
    km: 'គ្មានអ្វីបានកត់ ឬបញ្ជាក់នៅថ្ងៃខុសនោះទេ។',
    en: 'Nothing was recorded or confirmed on the wrong day.',
    ...at('Instead of what will happen'),
  },
  clash: {
    km: 'មិនអាចធ្វើបានទេ៖ {count} នាក់មានការបញ្ជាក់ទាំងនៅថ្ងៃ {from} និងថ្ងៃ {to}។ សូមកែម្ដងមួយនាក់។',
    en: 'This can’t be done: {count} {count|learner is|learners are} confirmed on both {from} and {to}. Correct them line by line.',
    ...at('Instead of what will happen'),
  },
  'group.confirmed': { km: 'បានបញ្ជាក់៖ {count}', en: 'Confirmed: {count}', ...of },
  'group.recorded': { km: 'មានតែកំណត់ត្រា៖ {count}', en: 'Recorded only: {count}', ...of },
  'group.adding': {
    km: 'មកទាំងពីរថ្ងៃ ហើយនាទីនឹងបូកចូលគ្នា៖ {count}',
    en: 'Recorded on both days, minutes are added: {count}',
    ...of,
  },
  'group.clashing': {
    km: 'បានបញ្ជាក់ទាំងពីរថ្ងៃ៖ {count}',
    en: 'Confirmed on both days: {count}',
    ...of,
  },
  back: {
    km: 'ឥឡូវ ថ្ងៃ {from} រាប់ជាថ្ងៃ {to}។ ដើម្បីដកការនោះវិញ សូមជ្រើសថ្ងៃដដែលជាថ្ងៃត្រឹមត្រូវ។',
    en: 'Attendance of {from} is with {to} by now. To take that back, choose the same day as the day it was.',
    ...at('Over what will happen, of a day that was moved before'),
  },
  near: {
    km: 'ថ្ងៃ {from} ស្ថិតក្នុង ៦២ ថ្ងៃចុងក្រោយ។ អ្វីទាំងអស់ដែលបានកត់នៅថ្ងៃនោះនឹងទៅថ្ងៃ {to} រួមទាំងកំណត់ត្រាដែលមកដល់ក្រោយ។ បើបន្ទប់ពិតជាបានបើកនៅថ្ងៃនោះដែរ សូមកែម្ដងមួយនាក់វិញ។',
    en: '{from} is one of the last 62 days. All that was recorded on it goes to {to}, and so do records that come later. If the lab was open on that day, too, correct line by line instead.',
    ...at('Warning before the tick and the button'),
  },
  'near.tick': {
    km: 'បន្ទប់មិនបានបើកនៅថ្ងៃ {from} ទេ',
    en: 'The lab was not open on {from}',
    ...at('Has to be ticked before the button can be pressed'),
  },
  'refused.today': {
    km: 'ថ្ងៃខុសនេះជាថ្ងៃនេះឯង ហើយនៅមានកំណត់ត្រាចូលទៀត។ សូមធ្វើវានៅថ្ងៃស្អែក ឬកែម្ដងមួយនាក់។',
    en: 'The wrong day is today, and gets records still. Do it tomorrow, or correct line by line.',
    ...at('Instead of what will happen'),
  },
  'refused.same': {
    km: 'ថ្ងៃនោះរាប់ដូច្នេះរួចហើយ។',
    en: 'It counts as that day already.',
    ...at('Instead of what will happen'),
  },
  'refused.to': {
    km: 'ថ្ងៃត្រឹមត្រូវ ត្រូវតែជាថ្ងៃមួយក្នុង ៦២ ថ្ងៃចុងក្រោយ។',
    en: 'The day it was has to be one of the last 62.',
    ...at('Instead of what will happen'),
  },
} as const satisfies Texts;
