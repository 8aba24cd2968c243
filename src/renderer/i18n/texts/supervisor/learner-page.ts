import { noteWords } from '../../../../domain/record/note-words.ts';
import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-learner-page' });
const why = at('Under it: the reason');
const note = at('A note of how somebody learns, to choose from');

/** A learner's page over the whole place, and what to do next in their panel. */
export const learnerPageTexts = {
  open: {
    km: 'មើលទំព័រពេញ',
    en: 'See the whole page',
    context: 'Button in the panel of a learner',
    screen: 'supervisor-learner',
  },
  title: { km: 'អ្នករៀន', en: 'Learner', ...at('Heading, until the name is there') },
  back: { km: 'ត្រឡប់ទៅបញ្ជី', en: 'Back to the list', ...at('Button') },
  next: { km: 'អ្វីត្រូវធ្វើបន្ទាប់', en: 'What to do next', ...at('Heading') },
  'next.none': { km: 'គ្មានអ្វីប្រញាប់ទេ។', en: 'Nothing in particular.', ...at('Under the heading') },
  'next.sign-in': {
    km: 'ឱ្យលេខចូលលើកដំបូង',
    en: 'Give them a first sign-in',
    ...at('What to do next'),
  },
  'why.sign-in': { km: 'មិនទាន់ចូលបានទេ', en: 'They can’t sign in yet', ...why },
  'next.help': {
    km: 'ទៅអង្គុយជាមួយ៖ {lesson}',
    en: 'Sit down with them: {lesson}',
    ...at('What to do next: in which lesson'),
  },
  'why.help': {
    km: 'ចម្លើយមិនទាន់ត្រូវ {wrong} ដងជាប់គ្នា',
    en: '{wrong} wrong {wrong|answer|answers} and none right since',
    ...why,
  },
  'next.away': { km: 'សួររកថាគាត់នៅឯណា', en: 'Ask why they do not come', ...at('What to do next') },
  'why.away': {
    km: 'មិនបានមក {days} ថ្ងៃហើយ',
    en: 'Last here {days} {days|day|days} ago',
    ...why,
  },
  'next.never': {
    km: 'នាំគាត់មករៀនលើកដំបូង',
    en: 'Bring them for a first time',
    ...at('What to do next'),
  },
  'why.never': { km: 'មិនទាន់មានកំណត់ត្រាអ្វីទេ', en: 'Nothing is recorded of them yet', ...why },
  'next.skill': {
    km: 'ហាត់បន្ថែម៖ {skill}',
    en: 'Practise together: {skill}',
    ...at('What to do next: a skill'),
  },
  'why.skill': {
    km: 'ត្រូវ {right} ក្នុង {of} ចុងក្រោយ · ត្រូវការ {needed}',
    en: '{right} of the last {of} right · {needed} needed',
    ...why,
  },
  'next.review': { km: 'រំលឹកអ្វីដែលដល់ពេល', en: 'Go through what is due', ...at('What to do next') },
  'why.review': { km: 'ដល់ពេលរំលឹក៖ {count}', en: 'Due for review: {count}', ...why },
  'next.go-on': {
    km: 'បន្ត៖ {lesson}',
    en: 'Go on with: {lesson}',
    ...at('What to do next: a lesson'),
  },
  'why.go-on': { km: 'ចាប់ផ្ដើមហើយ មិនទាន់ចប់', en: 'It is begun and not done', ...why },
  'next.begin': {
    km: 'ចាប់ផ្ដើម៖ {lesson}',
    en: 'Begin: {lesson}',
    ...at('What to do next: a lesson'),
  },
  'why.begin': { km: 'មេរៀនបន្ទាប់ក្នុងវគ្គ', en: 'It comes next in their course', ...why },
  'next.all-done': { km: 'ដាក់ក្នុងវគ្គថ្មី', en: 'Put them into another course', ...at('What to do next') },
  'why.all-done': { km: 'ចប់អស់ហើយ', en: 'All they take is done', ...why },
  'next.no-course': {
    km: 'ដាក់ក្នុងវគ្គដំបូង',
    en: 'Put them into a first course',
    ...at('What to do next'),
  },
  'why.no-course': { km: 'មិនទាន់មានវគ្គទេ', en: 'They take no course', ...why },
  notes: { km: 'ចំណាំអំពីការរៀន', en: 'Notes of how they learn', ...at('Heading') },
  'notes.none': { km: 'មិនទាន់មានចំណាំទេ។', en: 'No note yet.', ...at('Under the heading') },
  'notes.new': { km: 'ចំណាំថ្មី', en: 'Another note', ...at('Choice of one') },
  'notes.choose': { km: 'ជ្រើសពីបញ្ជី', en: 'Choose from the list', ...at('Before one is chosen') },
  'notes.make': { km: 'កត់ចំណាំ', en: 'Note it', ...at('Button') },
  'notes.back': { km: 'ដកចេញ', en: 'Take back', ...at('Button beside a note') },
  'note.does-well': { ...noteWords['does-well'], ...note },
  'note.steady': { ...noteWords.steady, ...note },
  'note.works-alone': { ...noteWords['works-alone'], ...note },
  'note.needs-beside': { ...noteWords['needs-beside'], ...note },
  'note.read-aloud': { ...noteWords['read-aloud'], ...note },
  'note.more-time': { ...noteWords['more-time'], ...note },
  'note.smaller-steps': { ...noteWords['smaller-steps'], ...note },
  'note.more-practice': { ...noteWords['more-practice'], ...note },
  'note.shy-to-ask': { ...noteWords['shy-to-ask'], ...note },
  'note.ready-next': { ...noteWords['ready-next'], ...note },
  'note.helps-others': { ...noteWords['helps-others'], ...note },
  'note.tutor-candidate': { ...noteWords['tutor-candidate'], ...note },
  answers: { km: 'ចម្លើយតាមថ្ងៃ', en: 'Answers by day', ...at('Heading') },
  'answers.none': {
    km: 'មិនទាន់មានចម្លើយទេ។',
    en: 'No answers yet.',
    ...at('Under the heading'),
  },
  'answers.chart': {
    km: 'ចម្លើយក្នុង {days} ថ្ងៃ ជារបារ។ តារាងខាងក្រោមមានចំនួន។',
    en: 'Bars of the answers of {days} {days|day|days}. The table below has the figures.',
    ...at('The chart, for screen readers'),
  },
  'answers.right': { km: 'ត្រូវ', en: 'Right', ...at('Kind of answers') },
  'answers.notYet': {
    km: 'មិនទាន់ត្រូវ',
    en: 'Not yet',
    ...at('Kind of answers: there was another try'),
  },
  'answers.shown': { km: 'បានបង្ហាញ', en: 'Shown', ...at('Kind of answers: the answer was shown') },
  'answers.table': { km: 'មើលជាតារាង', en: 'As a table', ...at('Unfolds the figures') },
  'answers.day': { km: 'ថ្ងៃ', en: 'Day', ...at('Column') },
  here: { km: 'ថ្ងៃដែលមក', en: 'Days here', ...at('Heading') },
  'here.none': { km: 'មិនទាន់បានមកទេ។', en: 'Not here yet.', ...at('Under the heading') },
  'here.days': { km: '{days} ថ្ងៃ', en: '{days} {days|day|days}', ...at('Of a month') },
  help: { km: 'ជំនួយ', en: 'Help', ...at('Heading') },
  'help.none': { km: 'រៀនបានល្អ មិនជាប់គាំងទេ។', en: 'They get on.', ...at('Under the heading') },
  due: { km: 'ដល់ពេលរំលឹក៖ {count}', en: 'Due for review: {count}', ...at('Over the courses') },
} as const satisfies Texts;
