import type { Texts } from '../../text.ts';

/** Films, and content made by others, in a frame of its own. */
export const kioskPieceTexts = {
  'piece.opening': {
    km: 'កំពុងបើក',
    en: 'Opening',
    context: 'While a film or exercise opens',
    screen: 'piece-film',
  },
  'piece.begun': {
    km: 'បានចាប់ផ្ដើម',
    en: 'Begun',
    context: 'On the card of a film or exercise that was opened and is not done',
    screen: 'course-pieces',
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
  'piece.anyway': {
    km: 'មើលសាកសិន',
    en: 'Look all the same',
    context: 'Button: show an exercise though something in it failed at its start',
    screen: 'piece-failed-faulty',
  },
  'kind.html': {
    km: 'លំហាត់',
    en: 'Exercise',
    context: 'Sign on a card, for screen readers: content made by others',
    screen: 'course-pieces',
  },
  'kind.scorm': {
    km: 'មេរៀនអន្តរកម្ម',
    en: 'Interactive course',
    context: 'Sign on a card, for screen readers: a course made by others',
    screen: 'course-pieces',
  },
  'kind.cmi5': {
    km: 'មេរៀនអន្តរកម្ម',
    en: 'Interactive course',
    context: 'Sign on a card, for screen readers: a course made by others',
    screen: 'course-pieces',
  },
  'kind.media': {
    km: 'ភាពយន្ត',
    en: 'Film',
    context: 'Sign on a card, for screen readers',
    screen: 'course-pieces',
  },
  'kind.epub': {
    km: 'សៀវភៅ',
    en: 'Book',
    context: 'Sign on a card, for screen readers',
    screen: 'course-pieces',
  },
  'kind.pdf': {
    km: 'សៀវភៅ (PDF)',
    en: 'Book (PDF)',
    context: 'Sign on a card, for screen readers: a book in PDF',
    screen: 'course-pieces',
  },
  'kind.h5p': {
    km: 'លំហាត់អន្តរកម្ម',
    en: 'Interactive exercise',
    context: 'Sign on a card, for screen readers: an exercise made by others (H5P)',
    screen: 'course-pieces',
  },
  'kind.zim': {
    km: 'បណ្ណាល័យអត្ថបទ',
    en: 'Articles to search',
    context: 'Sign on a card, for screen readers: many pages, such as an encyclopaedia',
    screen: 'course-pieces',
  },
} as const satisfies Texts;
