import type { Texts } from '../text.ts';

/** What the player of courses made by others (SCORM, cmi5) says: one word under a large picture. */
export const coursePlayerTexts = {
  learner: {
    km: 'អ្នករៀន',
    en: 'Learner',
    context: 'The name that a course made by others is told, in place of the learner’s own',
    screen: 'piece-course',
  },
  back: { km: 'មុន', en: 'Back', context: 'Button: the part before', screen: 'piece-course' },
  next: { km: 'បន្ទាប់', en: 'Next', context: 'Button: the part after', screen: 'piece-course' },
  list: { km: 'បញ្ជី', en: 'Parts', context: 'Button: all parts of a course', screen: 'piece-course' },
  close: {
    km: 'ត្រឡប់ទៅវិញ',
    en: 'Go back',
    context: 'Button: from the list of parts back to the part that is open',
    screen: 'piece-course-list',
  },
  again: {
    km: 'ម្ដងទៀត',
    en: 'Again',
    context: 'Button: the same part once more',
    screen: 'piece-course-ended',
  },
  ended: {
    km: 'ចប់វគ្គនេះហើយ',
    en: 'This part is finished',
    context: 'A part of a course ended by itself',
    screen: 'piece-course-ended',
  },
  'ended-safe': {
    km: 'អ្វីៗដែលអ្នកបានធ្វើ រក្សាទុកហើយ។',
    en: 'What you have done is saved.',
    context: 'As above',
    screen: 'piece-course-ended',
  },
  part: {
    km: 'វគ្គទី {number}',
    en: 'Part {number}',
    context: 'A part of a course that has no name of its own',
    screen: 'piece-course-list',
  },
  'state.new': {
    km: 'ថ្មី',
    en: 'New',
    context: 'A part nobody opened yet, for screen readers',
    screen: 'piece-course-list',
  },
  'state.begun': {
    km: 'បានចាប់ផ្ដើម',
    en: 'Begun',
    context: 'A part that was begun, for screen readers',
    screen: 'piece-course-list',
  },
  'state.done': {
    km: 'រួចហើយ',
    en: 'Done',
    context: 'A part that is done, for screen readers',
    screen: 'piece-course-list',
  },
  'state.failed': {
    km: 'ធ្វើម្ដងទៀត',
    en: 'Try again',
    context: 'A part that was not passed, for screen readers',
    screen: 'piece-course-list',
  },
  'state.closed': {
    km: 'មិនទាន់បើក',
    en: 'Not yet',
    context: 'A part that opens later, for screen readers',
    screen: 'piece-course-list',
  },
  earlier: {
    km: 'ទំព័រមុន',
    en: 'Earlier',
    context: 'Button: the page of parts before',
    screen: 'piece-course-list',
  },
  later: {
    km: 'ទំព័របន្ទាប់',
    en: 'Later',
    context: 'Button: the page of parts after',
    screen: 'piece-course-list',
  },
} as const satisfies Texts;
