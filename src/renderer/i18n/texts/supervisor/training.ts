import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-training') => ({ context, screen });
const questions = (context: string) => at(context, 'supervisor-training-questions');
const tour = (context: string) => at(context, 'supervisor-training-tour');
const acts = (context: string) => at(context, 'supervisor-training-acts');
const news = (context: string) => at(context, 'supervisor-training-new');
const done = (context: string) => at(context, 'supervisor-training-done');

/** The course for staff, taken in the window ([HPG5]). */
export const trainingTexts = {
  open: {
    km: 'វគ្គបុគ្គលិក',
    en: 'Staff course',
    context: 'In the menu of the “?”: a short course for staff',
    screen: 'supervisor-help-menu',
  },
  'course.supervising': {
    km: 'ការមើលបន្ទប់រៀន',
    en: 'Supervising the lab',
    ...at('Name of the course'),
  },
  about: {
    km: 'អានទំព័រទាំងនេះ ឆ្លើយសំណួរ រួចបញ្ចប់។ ប្រហែលកន្លះម៉ោង។',
    en: 'Read these pages, answer the questions, finish. Half an hour or so.',
    ...at('Beside the title'),
  },
  'about.practice': {
    km: 'អាន អនុវត្ត ឆ្លើយសំណួរ រួចបញ្ចប់។ ប្រហែលមួយម៉ោង។',
    en: 'Read, practise, answer the questions, finish. An hour or so.',
    ...at('Beside the title, for who practises in it too'),
  },
  steps: { km: 'ជំហាននៃវគ្គ', en: 'Steps of the course', ...at('The list, for screen readers') },
  'part.reading': { km: '{number}. អាន', en: '{number}. Read', ...at('Heading of the first part') },
  'part.tour': {
    km: '{number}. ដំណើរណែនាំ',
    en: '{number}. Guided tour',
    ...at('Heading of the part in which the tour of the practice lab is walked'),
  },
  'part.acts': {
    km: '{number}. អនុវត្ត',
    en: '{number}. Practise',
    ...at('Heading of the part in which things are done in the practice lab'),
  },
  'part.questions': {
    km: '{number}. សំណួរ',
    en: '{number}. Questions',
    ...at('Heading of the part with questions'),
  },
  'part.finish': { km: '{number}. បញ្ចប់', en: '{number}. Finish', ...at('Heading of the last part') },
  'part.kept': {
    km: 'ធ្វើរួចជាមួយកំណែ {version}',
    en: 'Done with version {version}',
    ...at('Under the heading of a part that an earlier version had too, which they finished'),
  },
  'read.not': { km: 'មិនទាន់ធ្វើ', en: 'not done yet', ...at('At a step, for screen readers') },
  'read.done': { km: 'រួចហើយ', en: 'done', ...at('As above') },
  'read.count': {
    km: 'អានហើយ {done} ក្នុង {of}',
    en: '{done} of {of} read',
    ...at('Under the heading'),
  },
  'steps.count': {
    km: 'ធ្វើបាន {done} ក្នុង {of} ជំហាន',
    en: '{done} of {of} {of|step|steps} done',
    ...at('Under the heading of the tour'),
  },
  'acts.count': {
    km: 'ធ្វើបាន {done} ក្នុង {of}',
    en: '{done} of {of} done',
    ...at('Under the heading of the practice'),
  },
  tour: {
    km: 'ដំណើរណែនាំ ១០ ជំហាន',
    en: 'The tour: 10 steps',
    ...tour('In the list, and heading of the pane it opens'),
  },
  'tour.means': {
    km: 'ដំណើរនេះនាំអ្នកក្នុងបន្ទប់សាកល្បង។ ជំហានមួយរាប់ពេលធ្វើបាន មិនមែនពេលរំលងទេ។ អ្នកអាចឈប់ ហើយមកវិញបាន។',
    en: 'It leads you through the practice lab. A step counts once it was done, not where it was skipped. You can stop and come back.',
    ...tour('Under the heading'),
  },
  'tour.begin': {
    km: 'ចាប់ផ្ដើមដំណើរណែនាំ',
    en: 'Begin the tour',
    ...tour('Button: opens the practice lab with its tour'),
  },
  acts: {
    km: 'អនុវត្តក្នុងបន្ទប់សាកល្បង',
    en: 'Do these in the practice lab',
    ...acts('In the list, and heading of the pane it opens'),
  },
  'acts.means': {
    km: 'ធ្វើម្ដងនីមួយៗ តាមលំដាប់ណាក៏បាន។ វាត្រូវបានកត់ចំណាំដោយខ្លួនឯង។',
    en: 'Do each of them once, in any order. They are ticked as you do them.',
    ...acts('Under the heading'),
  },
  'acts.begin': {
    km: 'បើកបន្ទប់សាកល្បង',
    en: 'Open the practice lab',
    ...acts('Button'),
  },
  'task.lesson': {
    km: 'បើកមេរៀនមួយឱ្យអ្នករៀន',
    en: 'Start a lesson for somebody',
    ...acts('A thing to do'),
  },
  'task.time': {
    km: 'ថែមម៉ោងឱ្យអ្នករៀនម្នាក់',
    en: 'Give somebody more time',
    ...acts('As above'),
  },
  'task.move': {
    km: 'ប្ដូរអ្នករៀនម្នាក់ទៅកន្លែងទំនេរ',
    en: 'Move somebody to a free seat',
    ...acts('As above'),
  },
  'task.restart': {
    km: 'បិទបើកកុំព្យូទ័រមួយឡើងវិញ',
    en: 'Restart a computer',
    ...acts('As above'),
  },
  'task.without-hub': {
    km: 'ប្រាប់កន្លែងមួយ ពេលម៉ាស៊ីនមេដាច់',
    en: 'Tell a seat something while the hub is away',
    ...acts('As above'),
  },
  'task.code': {
    km: 'បើកកន្លែងជាប់សោ ដោយលេខកូដលើក្រដាស',
    en: 'Open a locked seat with a code of paper',
    ...acts('As above'),
  },
  'task.close': {
    km: 'បិទបន្ទប់រៀន រហូតដល់អាចផ្ដាច់ភ្លើងបាន',
    en: 'Close the lab, until the power can be cut',
    ...acts('As above'),
  },
  'task.how': { km: 'របៀបធ្វើ៖', en: 'How:', ...acts('Before the name of the help page') },
  new: {
    km: 'អ្វីថ្មីក្នុងកំណែ {version}',
    en: 'New in version {version}',
    ...news('In the list, and heading of the pane it opens'),
  },
  'new.kept': {
    km: 'អ្នកបានបញ្ចប់កំណែ {version} ថ្ងៃទី {day}។ កំណត់ត្រានោះនៅដដែល ហើយអ្វីដែលធ្វើរួច មិនចាំបាច់ធ្វើម្ដងទៀតទេ។',
    en: 'You finished version {version} on {day}. That record stays, and what you did then need not be done again.',
    ...news('Under the heading'),
  },
  'new.reading': { km: 'ទំព័រថ្មីត្រូវអាន', en: 'New pages to read', ...news('A new part') },
  'new.tour': {
    km: 'ដំណើរណែនាំ ១០ ជំហាន ក្នុងបន្ទប់សាកល្បង',
    en: 'A tour of the practice lab, in ten steps',
    ...news('A new part'),
  },
  'new.acts': {
    km: 'អនុវត្តអ្វីដែលអ្នកធ្វើក្នុងបន្ទប់ពិត',
    en: 'Practise what you do in the real lab',
    ...news('A new part'),
  },
  'new.questions': { km: 'សំណួរថ្មី', en: 'New questions', ...news('A new part') },
  'new.begin': { km: 'ចាប់ផ្ដើម', en: 'Begin', ...news('Button: to the first new part') },
  questions: {
    km: 'ឆ្លើយសំណួរ',
    en: 'Answer the questions',
    ...at('In the list: leads to the questions'),
  },
  'questions.passed': {
    km: 'ឆ្លើយត្រូវទាំងអស់',
    en: 'All answered right',
    ...at('In the place of that line, once they are right'),
  },
  finish: { km: 'បញ្ចប់វគ្គ', en: 'Finish the course', ...at('Button: records it at the hub') },
  finishing: { km: 'កំពុងកត់ត្រា', en: 'Recording it', ...at('The same button meanwhile') },
  'finish.left': {
    km: 'អានទំព័រទាំងអស់ ហើយឆ្លើយសំណួរឱ្យត្រូវជាមុនសិន។',
    en: 'First read all pages and answer all questions right.',
    ...at('Under the button, while something is left'),
  },
  'finish.left-practice': {
    km: 'ធ្វើគ្រប់ផ្នែកខាងលើជាមុនសិន។',
    en: 'First do all of the parts above.',
    ...at('Under the button, while something is left, of who practises too'),
  },
  'finish.away': {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយ។ អ្វីដែលបានអាន និងឆ្លើយ រក្សាទុក រហូតដល់បិទបង្អួចនេះ។ បញ្ចប់ពេលម៉ាស៊ីនមេត្រឡប់មក។',
    en: 'The hub does not answer. What you read and answered stays until this window is closed. Finish once the hub is back.',
    ...at('Under the button, while the hub is away', 'supervisor-training-away'),
  },
  finished: {
    km: 'អ្នកបានបញ្ចប់វគ្គនេះ ថ្ងៃទី {day} (កំណែ {version})។',
    en: 'You finished this course on {day} (version {version}).',
    ...done('In the place of the button'),
  },
  'finished.again': {
    km: 'អ្នកអាចអាន និងឆ្លើយម្ដងទៀតបាន។ កំណត់ត្រានៅដដែល។',
    en: 'You can read and answer again. The record stays as it is.',
    ...done('Under it'),
  },
  check: { km: 'ពិនិត្យចម្លើយ', en: 'Check the answers', ...questions('Button under the questions') },
  'check.left': {
    km: 'នៅសល់ {count} សំណួរ',
    en: '{count} {count|question|questions} left',
    ...questions('Beside it, while not all are answered'),
  },
  'check.right': { km: 'ត្រូវ', en: 'Right', ...questions('At a question, after the check') },
  'check.again': {
    km: 'មិនទាន់ត្រូវទេ។ អានម្ដងទៀត៖',
    en: 'Not yet. Read again:',
    ...questions('At a question, after the check; a page’s title follows'),
  },
  'staff.trained': {
    km: 'ចប់វគ្គ៖ {course} · {day}',
    en: 'Trained: {course} · {day}',
    ...at('In the line of somebody of the staff', 'supervisor-staff'),
  },
  'staff.version': {
    km: '{course} · {day} · កំណែ {version}',
    en: '{course} · {day} · version {version}',
    ...at('In the panel of somebody of the staff, under “Courses finished”', 'supervisor-staff'),
  },
  'staff.courses': {
    km: 'វគ្គបុគ្គលិកដែលបានបញ្ចប់',
    en: 'Courses finished',
    ...at('Heading in the panel of somebody of the staff', 'supervisor-staff'),
  },
  'staff.none': {
    km: 'មិនទាន់បញ្ចប់វគ្គណាទេ។',
    en: 'None yet.',
    ...at('Under it, where there is none', 'supervisor-staff'),
  },
} as const satisfies Texts;
