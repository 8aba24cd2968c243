import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-learner-told' });

/** How a learner signs in, shown to the officer and the learner once. */
export const toldTexts = {
  card: { km: 'លេខកាត', en: 'Card number', ...at('Over the six digits') },
  code: {
    km: 'រូបសម្ងាត់បួន តាមលំដាប់',
    en: 'The four pictures, in this order',
    ...at('Over the pictures'),
  },
  once: {
    km: 'បង្ហាញតែម្ដងនេះទេ។ សូមឲ្យអ្នករៀនមើល ហើយចងចាំ។ បើបិទ គ្មានអ្នកណាអាចមើលរូបសម្ងាត់នេះម្ដងទៀតបានទេ។',
    en: 'Shown only now. Let the learner look and remember. Once it is put away, nobody can see these pictures again.',
    ...at('Under the pictures'),
  },
  seen: {
    km: 'អ្នករៀនបានឃើញហើយ',
    en: 'The learner has seen it',
    ...at('Button: puts it away for good'),
  },
} as const satisfies Texts;
