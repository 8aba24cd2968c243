import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-learner-told' });

/** What a new learner needs, shown to the officer once. */
export const toldTexts = {
  card: {
    km: 'លេខកាត សម្រាប់រករូបសម្គាល់',
    en: 'Card number: finds their tile',
    ...at('Over six digits'),
  },
  number: {
    km: 'លេខសម្រាប់ចូលលើកដំបូង',
    en: 'Number for the first time',
    ...at('Over six digits'),
  },
  'number.what': {
    km: 'អ្នករៀនវាយលេខនេះម្ដងនៅកុំព្យូទ័ររៀន ហើយឃើញរបៀបចូលរបស់ខ្លួន។ គ្មានអ្នកណាផ្សេងឃើញទេ។',
    en: 'The learner types it once at a learners’ computer, and sees how they sign in. Nobody else sees that.',
    ...at('Under the second number'),
  },
  once: {
    km: 'បង្ហាញតែម្ដងនេះទេ។ សូមសរសេរលេខទាំងពីរលើក្រដាស ហើយឱ្យទៅអ្នករៀន។',
    en: 'Shown only now. Write both numbers on paper and give it to the learner.',
    ...at('Under the numbers'),
  },
  seen: {
    km: 'ខ្ញុំបានសរសេរហើយ',
    en: 'I have written it down',
    ...at('Button: puts it away for good'),
  },
} as const satisfies Texts;
