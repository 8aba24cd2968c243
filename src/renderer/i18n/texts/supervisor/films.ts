import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-films') => ({ context, screen });
const showing = (context: string) => at(context, 'supervisor-film-showing');
const held = (context: string) => at(context, 'supervisor-film-held');
const big = (context: string) => at(context, 'big-screen');

/** Films shown to a group: started, driven, asked about, and who was there ([GRP1]–[GRP7]). */
export const filmsTexts = {
  title: { km: 'ភាពយន្ត', en: 'Films', ...at('Heading') },
  count: { km: 'សរុប {count}', en: '{count} in all', ...at('Beside the heading') },
  'empty.title': { km: 'មិនទាន់មានភាពយន្តទេ', en: 'No film yet', ...at('Nothing in the place') },
  'empty.do': {
    km: 'ភាពយន្តមកជាមួយកញ្ចប់មេរៀន។ សូមសុំអ្នកបច្ចេកទេសដាក់កញ្ចប់ដែលមានភាពយន្ត។',
    en: 'Films come in packs. Ask a technician to put in a pack that has some.',
    ...at('As above'),
  },
  questions: {
    km: 'មានសំណួរ {count}',
    en: '{count} {count|question|questions} for the group',
    ...at('On a film’s card: at how many places it asks something'),
  },
  show: { km: 'បញ្ចាំងឱ្យក្រុមមើល', en: 'Show to a group', ...at('Button on a film’s card') },
  held: { km: 'ភាពយន្តដែលបានបញ្ចាំង', en: 'Films shown', ...at('Heading over those of before') },
  'held.none': {
    km: 'មិនទាន់បានបញ្ចាំងនៅឡើយ។',
    en: 'None has been shown yet.',
    ...at('Under that heading'),
  },
  'held.there': {
    km: 'មើល {count} នាក់ · {time}',
    en: '{count} there · {time}',
    ...at('A film shown: how many were there and how long it played'),
  },
  'day.unknown': { km: 'មិនដឹងថ្ងៃ', en: 'Day not known', ...at('No hub had told the date') },
  another: {
    km: 'មានការបញ្ចាំងមួយរបស់ក្រុមផ្សេងមិនទាន់ចប់។ មន្ត្រីដែលមើលក្រុមនោះត្រូវបញ្ចប់វាសិន។',
    en: 'A showing to another group is not finished. An officer who sees to that group has to end it first.',
    ...at('Somebody else’s viewing waits at this PC'),
  },
  waits: {
    km: 'ការបញ្ចាំងនេះមិនទាន់ចប់ទេ',
    en: 'This showing was not finished',
    ...showing('A viewing that a stop or a sign-out cut off'),
  },
  'waits.kept': {
    km: 'ឈ្មោះអ្នកមើល {count} នាក់ និងរយៈពេល {time} នៅរក្សាទុក។',
    en: '{count} {count|name|names} and {time} of film are kept.',
    ...showing('As above'),
  },
  resume: { km: 'បញ្ចាំងបន្ត', en: 'Go on with it', ...showing('Button') },
  'on-screen': {
    km: 'កំពុងបង្ហាញលើអេក្រង់ធំ',
    en: 'It is on the big screen',
    ...showing('Where the film would stand, when it is on another display'),
  },
  'here.only': {
    km: 'មានអេក្រង់តែមួយ ដូច្នេះភាពយន្តនៅទីនេះ។',
    en: 'There is one display, so the film is here.',
    ...showing('Under the film'),
  },
  failed: {
    km: 'បើកភាពយន្តនេះមិនបាន',
    en: 'This film can’t be played',
    ...showing('The player failed; the reason stands below'),
  },
  'failed.again': { km: 'សាកម្ដងទៀត', en: 'Try again', ...showing('Button') },
  play: { km: 'ចាក់', en: 'Play', ...showing('Button') },
  hold: { km: 'ផ្អាក', en: 'Pause', ...showing('Button') },
  back: { km: 'ថយ ១០ វិនាទី', en: 'Back 10 s', ...showing('Button') },
  forward: { km: 'ទៅមុខ ១០ វិនាទី', en: 'On 10 s', ...showing('Button') },
  whole: { km: 'ពេញបង្អួច', en: 'Fill the window', ...showing('Button: the film takes all room') },
  'whole.end': { km: 'បង្ហាញតារាងវិញ', en: 'Back to the desk', ...showing('Button') },
  'to-screen': {
    km: 'លើអេក្រង់ធំ',
    en: 'On the big screen',
    ...showing('Button: moves the film to the other display'),
  },
  'to-here': { km: 'ក្នុងបង្អួចនេះ', en: 'In this window', ...showing('Button: moves it back') },
  place: { km: '{at} នៃ {of}', en: '{at} of {of}', ...showing('Minutes and seconds of film') },
  question: { km: 'សំណួរសម្រាប់ក្រុម', en: 'Question for the group', ...showing('Heading') },
  'question.right': {
    km: 'ឆ្លើយត្រូវប៉ុន្មាននាក់ ក្នុង {count} នាក់?',
    en: 'How many of the {count} answered right?',
    ...showing('Field: a number'),
  },
  'question.too-many': {
    km: 'ច្រើនជាងអ្នកដែលនៅទីនេះ។',
    en: 'More than are there.',
    ...showing('Under that field'),
  },
  'question.show': { km: 'បង្ហាញចម្លើយ', en: 'Show the answer', ...showing('Button') },
  'question.record': {
    km: 'កត់ទុក រួចបន្ត',
    en: 'Record and go on',
    ...showing('Button that leads on'),
  },
  'question.on': { km: 'បន្តដោយមិនកត់', en: 'Go on without', ...showing('Button') },
  answers: {
    km: 'សំណួរទី {number}៖ ត្រូវ {right} ក្នុង {asked}',
    en: 'Question {number}: {right} of {asked} right',
    ...held('What a group answered at a pause'),
  },
  there: { km: 'អ្នកមើល {count} នាក់', en: '{count} there', ...showing('Heading of the panel') },
  group: { km: 'ក្រុម', en: 'Group', ...showing('Choice of whose names to tick') },
  'group.none': { km: 'សូមជ្រើសក្រុម', en: 'Choose a group', ...showing('Nothing chosen yet') },
  names: { km: 'អ្នកណានៅទីនេះ?', en: 'Who is there?', ...showing('Over the names to tick') },
  all: { km: 'ទាំងអស់គ្នា', en: 'All of them', ...showing('The tick that stands for all') },
  list: { km: 'ពីបញ្ជី', en: 'From a list', ...showing('Button: reads who is there from a file') },
  'list.found': {
    km: 'បានគូសឈ្មោះ {count} នាក់ពីបញ្ជី។',
    en: '{count} {count|name|names} of the list are ticked.',
    ...showing('After a list was read'),
  },
  'list.row': { km: 'ជួរទី {number}៖ {shown}', en: 'Row {number}: {shown}', ...showing('A row') },
  'row.again': { km: 'មានក្នុងជួរមុនហើយ', en: 'In an earlier row', ...showing('Why not ticked') },
  'row.unknown': { km: 'រកមិនឃើញអ្នកនេះទេ', en: 'Nobody of this name', ...showing('Why not ticked') },
  'row.several': {
    km: 'មានច្រើនជាងម្នាក់។ សូមគូសដោយដៃ។',
    en: 'More than one. Tick by hand.',
    ...showing('Why not ticked'),
  },
  'row.closed': { km: 'គណនីបានបិទ', en: 'The account is closed', ...showing('Why not ticked') },
  'row.missing': { km: 'គ្មានឈ្មោះ', en: 'No name there', ...showing('Why not ticked') },
  'no-names': {
    km: 'គ្មានជួរឈរ «ឈ្មោះ» ឬ «លេខកាត» ក្នុងឯកសារនេះទេ។',
    en: 'No column of this file is headed “Name” or “Card”.',
    ...showing('Why a file can’t be used'),
  },
  end: { km: 'បញ្ចប់ និងកត់ទុក', en: 'End and record', ...showing('Button') },
  'end.will': {
    km: 'នឹងកត់ថា {count} នាក់បានមើលភាពយន្តនេះ {time}។ កំណត់ត្រានេះលុបមិនបានទេ តែអាចកែដោយកំណត់ត្រាថ្មី។',
    en: '{count} {count|person|people} will be recorded as having watched this film for {time}. It can’t be deleted, only corrected by a new record.',
    ...showing('What will happen, before the second step'),
  },
  'end.nobody': {
    km: 'គ្មានឈ្មោះណាត្រូវបានគូសទេ ដូច្នេះនឹងគ្មានអ្វីត្រូវកត់ទុក។',
    en: 'No name is ticked, so nothing will be recorded.',
    ...showing('As above, with nobody ticked'),
  },
  'end.yes': { km: 'កត់ទុក', en: 'Record it', ...showing('The second step') },
  'end.nothing': { km: 'បញ្ចប់', en: 'End it', ...showing('The second step, nobody ticked') },
  'end.no': { km: 'ត្រឡប់', en: 'Back', ...showing('Leaves the question; nothing was done') },
  done: {
    km: 'បានកត់ទុកក្នុងម៉ាស៊ីននេះ។ វានឹងទៅម៉ាស៊ីនមេដោយខ្លួនឯង។',
    en: 'Recorded on this PC. It goes to the hub by itself.',
    ...at('After a viewing was recorded, with the hub there or away'),
  },
  'who.there': { km: 'បានមើល', en: 'Was there', ...held('Beside a name') },
  'who.not': { km: 'មិនបានមក', en: 'Was not there', ...held('Beside a name, after a correction') },
  'who.added': {
    km: 'បានមើល (បន្ថែមក្រោយ)',
    en: 'Was there (added later)',
    ...held('Beside a name, after a correction'),
  },
  'by.words': { km: 'កត់ដោយ {name}', en: 'Recorded by {name}', ...held('Under a name') },
  correct: { km: 'កែអ្នកមើល', en: 'Correct who was there', ...held('Button') },
  'correct.who': { km: 'អ្នកណា?', en: 'Who?', ...held('Choice of a learner') },
  'correct.none': { km: 'សូមជ្រើសឈ្មោះ', en: 'Choose a name', ...held('Nothing chosen yet') },
  'correct.will-not': {
    km: 'នឹងកត់ថា {name} មិនបានមើលទេ។ កំណត់ត្រាមុននៅដដែល តែលែងរាប់។',
    en: 'It will be recorded that {name} was not there. What was recorded before stays, and does not count.',
    ...held('What a correction will do'),
  },
  'correct.will': {
    km: 'នឹងកត់ថា {name} បានមើលភាពយន្តនេះ។',
    en: 'It will be recorded that {name} was there.',
    ...held('What a correction will do'),
  },
  'correct.yes': { km: 'កត់ការកែ', en: 'Record the correction', ...held('Button') },
  'screen.answer': { km: 'ចម្លើយត្រូវ', en: 'This one is right', ...big('Beside the right answer') },
  'screen.wait': { km: 'ភាពយន្តនឹងចាប់ផ្ដើមបន្តិចទៀត', en: 'The film begins soon', ...big('No film') },
} as const satisfies Texts;
