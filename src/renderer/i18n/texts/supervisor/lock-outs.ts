import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-lock-outs' });

/** Staff locked out by wrong passphrases. */
export const lockOutTexts = {
  what: {
    km: 'មានគេវាយឃ្លាសម្ងាត់របស់ {name} ខុសដប់ដងជាប់គ្នា',
    en: 'The passphrase of {name} was typed wrongly ten times in a row',
    ...on('Notice for the site manager: what happened'),
  },
  work: {
    km: 'នៅ {at} {when}។ គាត់មិនអាចចូលបានកន្លះម៉ោង។ ការងាររបស់អ្នករៀនមិនប៉ះពាល់ទេ។',
    en: 'At {at}, {when}. They could not sign in for half an hour. Learners’ work goes on.',
    ...on('Notice: what it means; {when} is a date and time by the hub’s clock'),
  },
  next: {
    km: 'សូមសួរ {name} ថាជាគាត់ឬទេ។ បើមិនមែនទេ សូមឱ្យគាត់ប្ដូរឃ្លាសម្ងាត់ ហើយមើលថាអ្នកណានៅក្បែរកុំព្យូទ័រនោះ។',
    en: 'Ask {name} whether it was they. If not, have them change the passphrase, and find out who was at that computer.',
    ...on('Notice: what to do'),
  },
} as const satisfies Texts;
