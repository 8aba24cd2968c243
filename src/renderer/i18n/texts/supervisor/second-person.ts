import type { Texts } from '../../text.ts';

const screen = 'supervisor-second-person';

/** Where something takes two: the second person signs on the same screen ([PRM4]). */
export const secondPersonTexts = {
  title: {
    km: 'ហត្ថលេខាទីពីរ',
    en: 'The second signature',
    context: 'Head of the form in which the second person signs',
    screen,
  },
  about: {
    km: 'ការនេះត្រូវការមនុស្សពីរនាក់។ សូមឱ្យអ្នកទីពីរអានអ្វីដែលនឹងកើតឡើង រួចវាយឃ្លាសម្ងាត់របស់ខ្លួនដោយខ្លួនឯង។',
    en: 'This takes two people. Have the second one read what will happen, and type their own passphrase themselves.',
    context: 'Under the head',
    screen,
  },
  who: {
    km: 'អ្នកទីពីរ',
    en: 'Second person',
    context: 'Label over the list of names',
    screen,
  },
  choose: {
    km: 'សូមជ្រើសឈ្មោះ',
    en: 'Choose a name',
    context: 'First line of the list of names',
    screen,
  },
  passphrase: {
    km: 'ឃ្លាសម្ងាត់របស់អ្នកទីពីរ',
    en: 'The second person’s passphrase',
    context: 'Label over the field under the list of names',
    screen,
  },
  nobody: {
    km: 'គ្មានអ្នកណាផ្សេងដែលមានសិទ្ធិចុះហត្ថលេខាទីពីរទេ។ ត្រូវតែងតាំងប្រធានមជ្ឈមណ្ឌលម្នាក់ទៀតជាមុនសិន។',
    en: 'Nobody else may sign as the second person here. First another site manager is to be appointed.',
    context: 'Instead of the list where there is nobody',
    screen,
  },
  sign: {
    km: 'ចុះហត្ថលេខា',
    en: 'Sign',
    context: 'The one button that leads on',
    screen,
  },
  signing: {
    km: 'កំពុងពិនិត្យ',
    en: 'Checking',
    context: 'The same button while the passphrase is checked',
    screen,
  },
  back: {
    km: 'ត្រឡប់ក្រោយ',
    en: 'Back',
    context: 'Leaves the form; nothing was done',
    screen,
  },
} as const satisfies Texts;
