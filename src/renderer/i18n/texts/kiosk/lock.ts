import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'locked' });

/** What stands on a seat that an officer has locked. */
export const kioskLockTexts = {
  'lock.wait': {
    km: 'សូមរង់ចាំបន្តិច',
    en: 'Please wait a moment',
    ...on('On the locked kiosk, under an hourglass'),
  },
  'lock.listen': {
    km: 'សូមស្ដាប់គ្រូសិន',
    en: 'Please listen to the teacher',
    ...on('On the locked kiosk, under an ear'),
  },
  'lock.break': {
    km: 'ដល់ម៉ោងសម្រាក',
    en: 'Time for a break',
    ...on('On the locked kiosk, under a cup'),
  },
  'lock.over': {
    km: 'អស់ម៉ោងហើយ។ ជួបគ្នាលើកក្រោយ',
    en: 'Time is over. See you next time',
    ...on('On the locked kiosk, under a door'),
  },
  'lock.repair': {
    km: 'កុំព្យូទ័រនេះកំពុងជួសជុល',
    en: 'This computer is being repaired',
    ...on('On the locked kiosk, under a wrench'),
  },
  'lock.safe': {
    km: 'អ្វីដែលអ្នកបានធ្វើ រក្សាទុកហើយ គ្មានអ្វីបាត់ទេ',
    en: 'What you did is kept. Nothing is lost',
    ...on('As above, under all of them'),
  },
} as const satisfies Texts;
