import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-training') => ({ context, screen });
const questions = (context: string) => at(context, 'supervisor-training-questions');
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
  steps: { km: 'ជំហាននៃវគ្គ', en: 'Steps of the course', ...at('The list, for screen readers') },
  'part.reading': { km: '១. អាន', en: '1. Read', ...at('Heading of the first part') },
  'part.questions': { km: '២. សំណួរ', en: '2. Questions', ...at('Heading of the second part') },
  'part.finish': { km: '៣. បញ្ចប់', en: '3. Finish', ...at('Heading of the last part') },
  'read.not': { km: 'មិនទាន់អាន', en: 'not read yet', ...at('At a page, for screen readers') },
  'read.done': { km: 'អានហើយ', en: 'read', ...at('As above') },
  'read.count': {
    km: 'អានហើយ {done} ក្នុង {of}',
    en: '{done} of {of} read',
    ...at('Under the heading'),
  },
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
