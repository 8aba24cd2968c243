import type { Texts } from '../../text.ts';

const card = (context: string) => ({ context, screen: 'supervisor-site' });
const list = (context: string) => ({ context, screen: 'supervisor-spoken' });
const word = (context: string) => ({ context, screen: 'supervisor-spoken-word' });

/** What screens say aloud, in the voice of who records it here. */
export const spokenTexts = {
  title: { km: 'ពាក្យដែលអេក្រង់និយាយ', en: 'What screens say aloud', ...card('Heading of a card') },
  why: {
    km: 'អ្នកដែលអានមិនសូវបាន ស្ដាប់ឮអ្វីដែលអ្នកឱ្យអេក្រង់គេបង្ហាញ ប្រសិនបើមានអ្នកថតសំឡេងនៅទីនេះ។',
    en: 'Who reads little hears what you have their screen show, once somebody here has recorded it.',
    ...card('Under it'),
  },
  open: { km: 'ថតសំឡេង', en: 'Record', ...card('Button: opens the list of words') },
  languages: { km: 'ភាសា', en: 'Language', ...list('Choice: of which language the words are') },
  'language.km': { km: 'ខ្មែរ', en: 'Khmer', ...list('Choice') },
  'language.en': { km: 'អង់គ្លេស', en: 'English', ...list('Choice') },
  counted: {
    km: 'បានថត {count} ក្នុង {all}',
    en: '{count} of {all} recorded',
    ...list('Over the list'),
  },
  recorded: { km: 'បានថតហើយ', en: 'Recorded', ...list('Beside a word, with a loudspeaker') },
  'word.moved-away': {
    km: 'សូមទៅកន្លែងដែលមានលេខនេះ',
    en: 'Please go to the seat with this number',
    ...list('To be spoken; the screen shows the number'),
  },
  'word.time-near': {
    km: 'ម៉ោងរបស់អ្នកជិតអស់ហើយ',
    en: 'Your time is nearly over',
    ...list('To be spoken; the screen shows how many minutes are left'),
  },
  'word.time-given': {
    km: 'គ្រូឱ្យម៉ោងអ្នកថែម',
    en: 'The teacher gives you more time',
    ...list('To be spoken; the screen shows how many minutes'),
  },
  back: { km: 'ត្រឡប់ទៅបញ្ជី', en: 'Back to the list', ...word('Button') },
  how: {
    km: 'អានឱ្យឮៗ យឺតៗ ក្បែរមីក្រូហ្វូន ដូចអ្នកនិយាយជាមួយអ្នករៀន។ គ្រប់អ្នករៀននឹងឮសំឡេងអ្នក។',
    en: 'Read it aloud, slowly, close to the microphone, as you speak to a learner. Every learner will hear your voice.',
    ...word('Under the words that are to be spoken'),
  },
  record: { km: 'ចាប់ផ្ដើមថត', en: 'Record', ...word('Button: the microphone hears from now on') },
  stop: { km: 'ឈប់', en: 'Stop', ...word('Button, while the microphone hears; also ends playing') },
  left: { km: 'ពេលនៅសល់', en: 'Time left', ...word('Beside it, for who hears the screen') },
  again: { km: 'ថតម្ដងទៀត', en: 'Record again', ...word('Button') },
  hear: { km: 'ស្ដាប់', en: 'Hear it', ...word('Button: plays what was just recorded') },
  'hear-now': {
    km: 'ស្ដាប់អ្វីដែលអេក្រង់និយាយឥឡូវ',
    en: 'Hear what screens say now',
    ...word('Button: plays what is recorded so far'),
  },
  keep: { km: 'ប្រើសំឡេងនេះ', en: 'Use this voice', ...word('Button: all seats say it so') },
  kept: {
    km: 'បានរក្សាទុក។ គ្រប់កន្លែងនិយាយដូច្នេះ។',
    en: 'Kept. All seats say it so.',
    ...word('After it'),
  },
  'take-away': {
    km: 'ដកសំឡេងនេះចេញ',
    en: 'Take this voice away',
    ...word('Button: seats say nothing in its place'),
  },
  'taken-away': {
    km: 'បានដកចេញ។ អេក្រង់បង្ហាញតែរូប និងពាក្យ។',
    en: 'Taken away. Screens show picture and words only.',
    ...word('After it'),
  },
  silent: {
    km: 'កុំព្យូទ័រនេះគ្មានមីក្រូហ្វូន។ សូមដោតមីក្រូហ្វូន ឬកាសដែលមានមីក្រូហ្វូន។',
    en: 'This computer has no microphone. Plug in one, or a headset.',
    ...word('In place of the button that records'),
  },
} as const satisfies Texts;
