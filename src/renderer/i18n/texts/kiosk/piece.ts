import type { Texts } from '../../text.ts';

/** Films, and content made by others, in a frame of its own. */
export const kioskPieceTexts = {
  'piece.opening': {
    km: 'កំពុងបើក',
    en: 'Opening',
    context: 'While a film or exercise opens',
    screen: 'piece-film',
  },
  'piece.finish': {
    km: 'ខ្ញុំធ្វើចប់ហើយ',
    en: 'I’m done',
    context: 'Button: the learner says that an exercise made by others is finished',
    screen: 'piece-page',
  },
  'piece.failed': {
    km: 'អ្នកមើលវាមិនទាន់បានទេ',
    en: 'This can’t be shown just now',
    context: 'A film or exercise could not be played',
    screen: 'piece-failed',
  },
  'piece.failed-safe': {
    km: 'វាមិនមែនជាកំហុសរបស់អ្នកទេ។ អ្វីៗដែលអ្នកបានរៀន រក្សាទុកហើយ។ មន្ត្រីនឹងដឹងអំពីបញ្ហានេះ។',
    en: 'It is not your fault. What you have done is saved. The officer will know about it.',
    context: 'As above',
    screen: 'piece-failed',
  },
  'kind.html': {
    km: 'លំហាត់',
    en: 'Exercise',
    context: 'Sign on a card, for screen readers: content made by others',
    screen: 'course-pieces',
  },
  'kind.media': {
    km: 'ភាពយន្ត',
    en: 'Film',
    context: 'Sign on a card, for screen readers',
    screen: 'course-pieces',
  },
} as const satisfies Texts;
