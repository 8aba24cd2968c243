import type { Texts } from '../text.ts';

const at = (context: string) => ({ context, screen: 'preview' });

/** What `rean pack dev` says to the author of lessons. */
export const previewTexts = {
  faulty: {
    km: 'ត្រូវកែសិន',
    en: 'To be mended first',
    ...at('Heading over the mistakes of a source'),
  },
  'faulty.then': {
    km: 'កែ រួចរក្សាទុកឯកសារ។ ទំព័រនេះនឹងបង្ហាញមេរៀនវិញដោយខ្លួនឯង។',
    en: 'Mend it and save the file. This page then shows the lessons again by itself.',
    ...at('Under that heading'),
  },
  fix: { km: 'របៀបកែ', en: 'What to do', ...at('Before how a mistake is mended') },
  begin: {
    km: 'ចុចលើលំហាត់ ដើម្បីចាប់ផ្ដើមពីទីនោះ។',
    en: 'Click an item to begin there.',
    ...at('Over the list of lessons'),
  },
  unrecorded: {
    km: 'មិនទាន់ថតសំឡេង {count}',
    en: '{count} not recorded yet',
    ...at('Beside a lesson’s title: instructions without a recording'),
  },
  list: { km: 'គ្រប់មេរៀន', en: 'All lessons', ...at('Button: leaves the lesson that is played') },
} as const satisfies Texts;
