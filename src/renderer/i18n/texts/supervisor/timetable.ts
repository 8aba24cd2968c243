import type { Texts } from '../../text.ts';

/** The lab’s week in the supervisor’s window ([TTB1]). */
export const timetableTexts = {
  title: {
    km: 'កាលវិភាគ',
    en: 'Timetable',
    context: 'Heading of the place: the week of the lab',
    screen: 'supervisor-timetable',
  },
  slots: {
    km: '{count} ម៉ោងរៀន',
    en: '{count} {count|slot|slots} a week',
    context: 'Beside the heading',
    screen: 'supervisor-timetable',
  },
  new: {
    km: 'ម៉ោងថ្មី',
    en: 'New slot',
    context: 'Button over the week: plans a time for a group',
    screen: 'supervisor-timetable',
  },
  hours: {
    km: 'ម៉ោងរបស់ក្រុម',
    en: 'Hours',
    context: 'Button over the week: opens how many hours each group gets, and suggestions',
    screen: 'supervisor-timetable',
  },
  waiting: {
    km: 'បញ្ជីរង់ចាំ',
    en: 'Waiting list',
    context: 'Button over the week',
    screen: 'supervisor-timetable',
  },
  today: {
    km: 'ថ្ងៃនេះ',
    en: 'Today',
    context: 'Button over the week: who should be here now, the printed list, which day it is',
    screen: 'supervisor-timetable',
  },
  rules: {
    km: 'វិធាន',
    en: 'Rules',
    context: 'Button over the week: closed days, seats out of order, what happens outside of slots',
    screen: 'supervisor-timetable',
  },
  grid: {
    km: 'សប្ដាហ៍',
    en: 'The week',
    context: 'Name of the table, for who hears the screen',
    screen: 'supervisor-timetable',
  },
  time: {
    km: 'ម៉ោង',
    en: 'Time',
    context: 'Heading of the column of times',
    screen: 'supervisor-timetable',
  },
  add: {
    km: 'បន្ថែម៖ {day} {time}',
    en: 'Add: {day}, {time}',
    context: 'Name of the button in an empty field of the week',
    screen: 'supervisor-timetable',
  },
  'empty.title': {
    km: 'មិនទាន់មានកាលវិភាគទេ',
    en: 'There is no timetable yet',
    context: 'Instead of the week',
    screen: 'supervisor-timetable',
  },
  'empty.do': {
    km: 'សូមចុច «ម៉ោងថ្មី» ហើយជ្រើសថ្ងៃ ម៉ោង និងក្រុម។ រហូតដល់ពេលនោះ អ្នករៀនអាចចូលរៀនបានគ្រប់ពេល។',
    en: 'Press “New slot” and choose day, time and groups. Until then learners may come at any time.',
    context: 'As above',
    screen: 'supervisor-timetable',
  },
  'empty.see': {
    km: 'មន្ត្រីមិនទាន់បានរៀបចំកាលវិភាគទេ។',
    en: 'Officers have not planned a week yet.',
    context: 'As above, for somebody who may only look',
    screen: 'supervisor-timetable',
  },
  taken: {
    km: 'ក្រុមផ្សេង',
    en: 'Another group',
    context: 'On a slot of groups that this person does not see to',
    screen: 'supervisor-timetable',
  },
  nobody: {
    km: 'ទំនេរ',
    en: 'Free',
    context: 'On a slot without a group',
    screen: 'supervisor-timetable',
  },
  seated: {
    km: '{learners} នាក់ / {seats} កន្លែង',
    en: '{learners} for {seats} {seats|seat|seats}',
    context: 'On a slot: how many learners, and how many seats there are',
    screen: 'supervisor-timetable',
  },
  clash: {
    km: 'ត្រូវមើល',
    en: 'Look here',
    context: 'Sign on a slot at which something clashes',
    screen: 'supervisor-timetable',
  },
  unsure: {
    km: 'មិនទាន់មាននរណាបញ្ជាក់ថ្ងៃ និងម៉ោងទេ។ រហូតដល់ពេលនោះ ម៉ាស៊ីនអ្នករៀនឱ្យចូលទាំងអស់គ្នា។',
    en: 'Nobody has confirmed day and time yet. Until then learners’ computers let everybody in.',
    context: 'Band over the week; leads to where the day is confirmed',
    screen: 'supervisor-timetable',
  },
  'unsure.do': {
    km: 'បញ្ជាក់ថ្ងៃនេះ',
    en: 'Confirm today',
    context: 'Button of the same band',
    screen: 'supervisor-timetable',
  },
} as const satisfies Texts;
