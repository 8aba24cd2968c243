import type { Texts } from '../../text.ts';

/** When a learner's time in the lab is, told to who comes at another ([TTB9]). */
export const kioskWhenTexts = {
  'when.title': {
    km: 'ម៉ោងរៀនរបស់អ្នក៖ {day} {time}',
    en: 'Your time here: {day}, {time}',
    context: 'Over a row of days and a clock, after signing in at another time than one’s own',
    screen: 'when-not-now',
  },
  'when.today': {
    km: 'ថ្ងៃនេះ',
    en: 'today',
    context: 'Filled into the title in the place of the day, and under today in the row of days',
    screen: 'when-not-now',
  },
  'when.tomorrow': {
    km: 'ថ្ងៃស្អែក',
    en: 'tomorrow',
    context: 'Filled into the title in the place of the day',
    screen: 'when-not-now',
  },
  'when.nights': {
    km: '{count} យប់ទៀត',
    en: '{count} {count|night|nights} from now',
    context: 'Beside a moon in the row of days: how many nights until one’s time',
    screen: 'when-not-now',
  },
  'when.not-now': {
    km: 'សូមអញ្ជើញមកវិញពេលនោះ។ បើមានសំណួរ សូមសួរមន្ត្រី។',
    en: 'Please come back then. If you have a question, ask the officer.',
    context: 'Under the clock, where nobody is let in outside of their time',
    screen: 'when-not-now',
  },
  'when.understood': {
    km: 'យល់ហើយ',
    en: 'I understand',
    context: 'Button under it: leads back to the first screen',
    screen: 'when-not-now',
  },
  'when.let-in': {
    km: 'ឥឡូវនេះមានកន្លែងទំនេរ។ អ្នកអាចរៀនបាន។',
    en: 'There is a free seat now. You can learn.',
    context: 'Under the clock, where a learner is let in outside of their time',
    screen: 'when-let-in',
  },
  'when.go-on': {
    km: 'ទៅរៀន',
    en: 'Go and learn',
    context: 'Button under it: leads to the learner’s home screen',
    screen: 'when-let-in',
  },
} as const satisfies Texts;
