import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-station-tested' });

/** What a PC found of itself, as the Site screen tells it. */
export const stationTestTexts = {
  good: {
    km: 'សាកល្បងល្អ',
    en: 'Tested, good',
    ...at('Beside a station: no check of its self-test failed'),
  },
  bad: {
    km: 'សាកល្បង៖ {count} មិនល្អ',
    en: 'Tested: {count} not good',
    ...at('Beside a station: so many checks failed'),
  },
  title: { km: 'ការសាកល្បងចុងក្រោយ', en: 'Last self-test', ...at('Heading in a station’s panel') },
  none: {
    km: 'កុំព្យូទ័រនេះមិនទាន់បានសាកល្បងខ្លួនឯងទេ។',
    en: 'This computer has not tested itself yet.',
    ...at('Under that heading'),
  },
  when: {
    km: '{date} · លេខកូដ {code}',
    en: '{date} · code {code}',
    ...at('Under that heading: the day, and the code on its slip'),
  },
  undated: {
    km: 'មិនដឹងថ្ងៃ · លេខកូដ {code}',
    en: 'Day not known · code {code}',
    ...at('Under that heading, where the PC did not know the day'),
  },
  failed: { km: 'មិនល្អ៖', en: 'Not good:', ...at('Before the checks that failed') },
  open: {
    km: 'មិនទាន់ដឹង៖',
    en: 'Not known:',
    ...at('Before the checks that were not tried, or not possible'),
  },
} as const satisfies Texts;
