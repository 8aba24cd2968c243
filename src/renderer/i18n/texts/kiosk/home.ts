import type { Texts } from '../../text.ts';

/** Home, the bar around it, and leaving. */
export const kioskHomeTexts = {
  'page.next': {
    km: 'បន្ទាប់',
    en: 'Next',
    context: 'Large arrow to the next page of tiles or lessons',
    screen: 'who-group',
  },
  'page.back': {
    km: 'ថយក្រោយ',
    en: 'Back',
    context: 'Large arrow to the page before; also leaves a list of lessons',
    screen: 'who-group',
  },
  'home.go-on': {
    km: 'រៀនបន្តនៅទីនេះ',
    en: 'Go on here',
    context: 'Large card: the lesson last left',
    screen: 'home',
  },
  'home.begin': {
    km: 'ចាប់ផ្ដើមនៅទីនេះ',
    en: 'Begin here',
    context: 'Large card: the next new lesson',
    screen: 'home-new',
  },
  'home.all-done': {
    km: 'អ្នកបានរៀនចប់គ្រប់មេរៀនហើយ',
    en: 'You have finished every lesson',
    context: 'Large card, when nothing is left to go on with',
    screen: 'home-all-done',
  },
  'home.all-done-next': {
    km: 'អ្នកអាចរៀនមេរៀនណាមួយម្ដងទៀតបាន។',
    en: 'You can do any lesson again.',
    context: 'As above',
    screen: 'home-all-done',
  },
  'home.courses': {
    km: 'វគ្គសិក្សារបស់ខ្ញុំ',
    en: 'My courses',
    context: 'Above the courses of the learner',
    screen: 'home',
  },
  'home.no-courses': {
    km: 'អ្នកមិនទាន់មានវគ្គសិក្សាទេ',
    en: 'You have no course yet',
    context: 'A learner who is enrolled in nothing',
    screen: 'home-empty',
  },
  'home.no-courses-next': {
    km: 'សូមឱ្យមន្ត្រីជ្រើសវគ្គសិក្សាមួយជាមួយអ្នក។',
    en: 'Ask an officer to choose a course with you.',
    context: 'As above',
    screen: 'home-empty',
  },
  'lesson.new': {
    km: 'ថ្មី',
    en: 'New',
    context: 'Lesson in a course’s list, not yet begun',
    screen: 'course',
  },
  'lesson.done': {
    km: 'ចប់',
    en: 'Done',
    context: 'Lesson in a course’s list, finished',
    screen: 'course',
  },
  'help.ask': {
    km: 'សុំជំនួយ',
    en: 'Ask for help',
    context: 'Hand in the bar: calls an officer or peer tutor',
    screen: 'home',
  },
  'help.asked': {
    km: 'បានហៅហើយ',
    en: 'Help is called',
    context: 'The same hand, raised; touching it takes the call back',
    screen: 'home-help',
  },
  'help.failed': {
    km: 'ហៅជំនួយមិនទាន់បានទេ សូមលើកដៃ',
    en: 'Help could not be called; raise your hand',
    context: 'The call for help could not be written down; shown above the reason',
    screen: 'help-failed',
  },
  'sound.on': {
    km: 'មានសំឡេង',
    en: 'Sound on',
    context: 'Prompts are played by themselves; touching turns that off',
    screen: 'lesson-choice',
  },
  'sound.off': {
    km: 'បិទសំឡេង',
    en: 'Sound off',
    context: 'Prompts are not played by themselves; touching turns that on',
    screen: 'lesson-choice',
  },
  'out.button': {
    km: 'ចាកចេញ',
    en: 'Sign out',
    context: 'Under the learner’s own tile in the bar',
    screen: 'home',
  },
  'out.question': {
    km: 'ឈប់រៀនសម្រាប់ពេលនេះឬ?',
    en: 'Stop for now?',
    context: 'Before signing out',
    screen: 'sign-out',
  },
  'out.safe': {
    km: 'ការងាររបស់អ្នករក្សាទុករួចហើយ។ លើកក្រោយ អ្នករៀនបន្តពីកន្លែងដដែល។',
    en: 'Your work is saved. Next time you go on from the same place.',
    context: 'As above',
    screen: 'sign-out',
  },
  'out.yes': {
    km: 'ចាកចេញ',
    en: 'Sign out',
    context: 'As above: yes',
    screen: 'sign-out',
  },
  'out.no': {
    km: 'រៀនបន្ត',
    en: 'Keep learning',
    context: 'As above: no',
    screen: 'sign-out',
  },
  'idle.question': {
    km: 'តើអ្នកនៅទីនេះទេ?',
    en: 'Are you still here?',
    context: 'Nobody has touched anything for ten minutes',
    screen: 'idle',
  },
  'idle.safe': {
    km: 'បើអ្នកមិនចុចទេ ម៉ាស៊ីននឹងឱ្យអ្នកចាកចេញ។ ការងាររបស់អ្នករក្សាទុករួចហើយ។',
    en: 'If nobody touches, you will be signed out. Your work is saved.',
    context: 'As above',
    screen: 'idle',
  },
  'idle.yes': {
    km: 'ខ្ញុំនៅទីនេះ',
    en: 'I am here',
    context: 'As above: the one button',
    screen: 'idle',
  },
} as const satisfies Texts;
