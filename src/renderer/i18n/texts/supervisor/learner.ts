import type { Texts } from '../../text.ts';

/** One learner: in the panel of a seat and in the panel of the list. */
export const learnerTexts = {
  panel: {
    km: 'អំពីអ្នករៀន',
    en: 'About the learner',
    context: 'Panel at the right, for screen readers',
    screen: 'supervisor-learner',
  },
  'sits-at': {
    km: 'ឥឡូវអង្គុយនៅ {station}',
    en: 'Now at {station}',
    context: 'Under the name, while the learner sits at a station',
    screen: 'supervisor-learner',
  },
  'figure.done': {
    km: 'មេរៀនចប់',
    en: 'Lessons done',
    context: 'Figure: lessons finished at least once',
    screen: 'supervisor-learner',
  },
  'figure.attempts': {
    km: 'ចម្លើយ',
    en: 'Answers',
    context: 'Figure: answers given',
    screen: 'supervisor-learner',
  },
  'figure.right': {
    km: 'ត្រូវ',
    en: 'Right',
    context: 'Figure: answers that were right',
    screen: 'supervisor-learner',
  },
  'figure.time': {
    km: 'ពេលរៀន',
    en: 'Time learning',
    context: 'Figure: time spent on lessons',
    screen: 'supervisor-learner',
  },
  attended: {
    km: 'វត្តមាន',
    en: 'Attendance',
    context: 'Heading on a learner’s page: days in the lab',
    screen: 'supervisor-learner',
  },
  'attended.confirmed': {
    km: 'បានបញ្ជាក់៖ {count} ថ្ងៃ · {time}',
    en: 'Confirmed: {count} {count|day|days} · {time}',
    context: 'Under it',
    screen: 'supervisor-learner',
  },
  'attended.about': {
    km: 'នាទីខ្លះជាការប៉ាន់ស្មាន។',
    en: 'Some of the minutes are uncertain.',
    context: 'Under it, where a clock or a restart made them so',
    screen: 'supervisor-learner',
  },
  'attended.proposed': {
    km: 'មិនទាន់បញ្ជាក់៖ {count} ថ្ងៃ · {time}',
    en: 'Not confirmed yet: {count} {count|day|days} · {time}',
    context: 'Under it: days of which no officer has said anything',
    screen: 'supervisor-learner',
  },
  films: {
    km: 'ភាពយន្តដែលបានមើលជាក្រុម',
    en: 'Films watched with a group',
    context: 'Heading over the films a learner was there for',
    screen: 'supervisor-learner-films',
  },
  courses: {
    km: 'វគ្គសិក្សា',
    en: 'Courses',
    context: 'Heading over the courses',
    screen: 'supervisor-learner',
  },
  'course.done': {
    km: 'ចប់ {done} ក្នុង {total} មេរៀន',
    en: '{done} of {total} {total|lesson|lessons} done',
    context: 'Under a course’s title',
    screen: 'supervisor-learner',
  },
  'stuck.sign': {
    km: 'ត្រូវការជំនួយ',
    en: 'Needs help',
    context:
      'On a seat: several wrong answers, and none right since. Quiet: the learner did not ask',
    screen: 'supervisor-room-stuck',
  },
  'stuck.wrong': {
    km: 'ចម្លើយមិនទាន់ត្រូវ {wrong} ដងជាប់គ្នា',
    en: '{wrong} wrong {wrong|answer|answers} and none right since',
    context: 'Panel of a learner who does not get on',
    screen: 'supervisor-room-stuck',
  },
  'stuck.where': {
    km: '{lesson} · សំណួរទី {place} ក្នុង {total}',
    en: '{lesson} · item {place} of {total}',
    context: 'As above: where that is; what is asked there follows',
    screen: 'supervisor-room-stuck',
  },
  skills: {
    km: 'ជំនាញ',
    en: 'Skills',
    context: 'Heading over the skills of a course',
    screen: 'supervisor-skills',
  },
  'skill.mastered': {
    km: 'ចេះហើយ · {needed} ក្នុង {of}',
    en: 'Mastered · {needed} of {of}',
    context: 'A skill: so many of so many answers in a row were right at the first try',
    screen: 'supervisor-skills',
  },
  'skill.so-far': {
    km: 'ត្រូវ {right} ក្នុង {of} ចុងក្រោយ · ត្រូវការ {needed}',
    en: '{right} of the last {of} right · {needed} needed',
    context: 'A skill not mastered yet',
    screen: 'supervisor-skills',
  },
  'skill.none': {
    km: 'មិនទាន់មានចម្លើយ · ត្រូវការ {needed} ក្នុង {of}',
    en: 'No answers yet · {needed} of {of} needed',
    context: 'A skill nothing was answered of',
    screen: 'supervisor-skills',
  },
  'lesson.new': {
    km: 'មិនទាន់ចាប់ផ្ដើម',
    en: 'Not begun',
    context: 'A lesson’s status',
    screen: 'supervisor-learner',
  },
  'lesson.begun': {
    km: '{done} ក្នុង {total}',
    en: '{done} of {total}',
    context: 'A lesson’s status: items done so far',
    screen: 'supervisor-learner',
  },
  'piece.begun': {
    km: 'បានចាប់ផ្ដើម',
    en: 'Begun',
    context: 'The status of a film or exercise',
    screen: 'supervisor-learner',
  },
  'piece.score': {
    km: '{percent}% តាមវារាយការណ៍ខ្លួនឯង',
    en: '{percent}% by its own account',
    context:
      'Under the status of a course made by others: the score it reported itself; nobody checked it',
    screen: 'supervisor-learner-courses',
  },
  'lesson.done': {
    km: 'ចប់ហើយ',
    en: 'Done',
    context: 'A lesson’s status',
    screen: 'supervisor-learner',
  },
  'no-courses.title': {
    km: 'មិនទាន់មានវគ្គសិក្សាទេ',
    en: 'No course yet',
    context: 'The learner is enrolled in nothing, or its packs are not here',
    screen: 'supervisor-learner-none',
  },
  'no-courses.do': {
    km: 'អ្នករៀននេះមិនទាន់ចុះឈ្មោះក្នុងវគ្គណាមួយ ដែលមាននៅកុំព្យូទ័រនេះ។ អ្នកបច្ចេកទេសអាចមើលកញ្ចប់មេរៀននៅ «មជ្ឈមណ្ឌល»។',
    en: 'They are in no course whose pack is on this computer. A technician can look at the packs under “Site”.',
    context: 'As above',
    screen: 'supervisor-learner-none',
  },
  'tries.many': {
    km: 'ព្យាយាមចូលមិនត្រូវ {tries} ដង',
    en: '{tries} wrong {tries|try|tries} to sign in',
    context: 'Notice under the name: somebody tried to sign in as this learner, at any station',
    screen: 'supervisor-learner',
  },
  'tries.means': {
    km: 'អាចភ្លេចរូប ឬមានគេទាយ។ ការងារមិនប៉ះពាល់ទេ ប៉ុន្តែការសាកម្ដងៗត្រូវរង់ចាំ ច្រើនបំផុតប្រាំនាទី។',
    en: 'They may have forgotten, or somebody is guessing. Their work is safe; each try has to wait, five minutes at most.',
    context: 'Under it: what it means',
    screen: 'supervisor-learner',
  },
  'tries.do': {
    km: 'សូមសួរអ្នករៀន និងមើលថាអ្នកណាអង្គុយនៅកុំព្យូទ័រ។ បើរូបត្រូវ គាត់ចូលបាន ហើយសារនេះនឹងបាត់។',
    en: 'Ask the learner, and see who sits at the stations. Once they sign in, this goes.',
    context: 'Under it: what to do',
    screen: 'supervisor-learner',
  },
  'tries.sign': {
    km: 'ព្យាយាមចូលមិនត្រូវច្រើនដង',
    en: 'Many wrong tries to sign in',
    context: 'Sign beside the name in the list, for screen readers',
    screen: 'supervisor-learners',
  },
} as const satisfies Texts;
