import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-timetable-wrong-day' });

/** A whole lab day that was confirmed wrong, and is put right. */
export const wrongDayTexts = {
  open: {
    km: 'ថ្ងៃមួយត្រូវបានបញ្ជាក់ខុស',
    en: 'A day was confirmed wrong',
    ...at('Button for site managers: opens the form under it'),
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
  'refused.near': {
    km: 'ថ្ងៃខុសនេះស្ថិតក្នុង ៦២ ថ្ងៃចុងក្រោយ៖ បន្ទប់អាចបានបើកនៅថ្ងៃនោះដែរ។ សូមកែវត្តមានម្ដងមួយនាក់។',
    en: 'This wrong day is one of the last 62: the lab may have been open on it, too. Correct attendance line by line.',
    ...at('Instead of what will happen'),
  },
  'refused.to': {
    km: 'ថ្ងៃត្រឹមត្រូវ ត្រូវតែជាថ្ងៃមួយក្នុង ៦២ ថ្ងៃចុងក្រោយ។',
    en: 'The day it was has to be one of the last 62.',
    ...at('Instead of what will happen'),
  },
} as const satisfies Texts;
