import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-practice' });
const codes = (context: string) => ({ context, screen: 'supervisor-practice-codes' });

const trial = (context: string) => ({ context, screen: 'supervisor-practice-override' });
const off = (context: string) => ({ context, screen: 'supervisor-practice-off' });
const shut = (context: string) => ({ context, screen: 'supervisor-practice-closed' });

/** The pretend lab in the supervisor’s window, where staff practise. */
export const practiceTexts = {
  open: {
    km: 'អនុវត្តសាកល្បង',
    en: 'Practise',
    ...on('Entry of the “?” menu at the rail’s head: opens the pretend lab'),
  },
  title: {
    km: 'បន្ទប់សាកល្បង',
    en: 'Practice lab',
    ...on('Band over the whole window while somebody practises'),
  },
  means: {
    km: 'គ្មានអ្វីពិតនៅទីនេះទេ។ សាកធ្វើអ្វីក៏បាន។',
    en: 'Nothing here is real. Try whatever you like.',
    ...on('Under it'),
  },
  leave: {
    km: 'ត្រឡប់ទៅបន្ទប់ពិត',
    en: 'Back to the real lab',
    ...on('Large button of the band: ends the practice'),
  },
  'leave.waiting': {
    km: 'មានអ្នកសុំជំនួយពិត {count}',
    en: '{count} real {count|call|calls} for help',
    ...on('On that button: how many learners of the real lab wait for help'),
  },
  places: {
    km: 'កន្លែងនៃបន្ទប់សាកល្បង',
    en: 'Places of the practice lab',
    ...on('The rail at the left, for screen readers'),
  },
  codes: {
    km: 'កូដដោះសោ',
    en: 'Opening codes',
    ...codes('Rail of the practice lab, and heading: opening a locked seat with everything down'),
  },
  'codes.when': {
    km: 'ពេលម៉ាស៊ីនមេ បណ្ដាញ និងម៉ាស៊ីននេះខូចទាំងអស់ កន្លែងដែលជាប់សោនៅតែបើកបាន ដោយសន្លឹកលេខកូដរបស់វា។',
    en: 'When hub, network and this computer are all down, a locked seat still opens: with its own sheet of codes.',
    ...codes('Under the heading'),
  },
  'codes.1': {
    km: 'យកសន្លឹករបស់កន្លែងនោះចេញពីស្រោម។ កន្លែងនីមួយៗមានសន្លឹករបស់ខ្លួន។',
    en: 'Take that seat’s sheet out of its envelope. Each seat has a sheet of its own.',
    ...codes('First of five steps'),
  },
  'codes.2': {
    km: 'នៅកន្លែងដែលជាប់សោ ចុចរូបសោប្រាំដង។',
    en: 'At the locked seat, press the padlock five times.',
    ...codes('Second step'),
  },
  'codes.3': {
    km: 'វាយលេខកូដទីមួយ ដែលមិនទាន់គូសចោល។ បើវាយខុសមួយខ្ទង់ ម៉ាស៊ីនប្រាប់។',
    en: 'Type the first code that is not crossed out. Where a digit is wrong the seat says so.',
    ...codes('Third step'),
  },
  'codes.4': {
    km: 'កន្លែងបើក ហើយអ្នករៀនបន្តពីកន្លែងដដែល។ គូសលេខកូដនោះចោល ហើយសរសេរឈ្មោះអ្នក។',
    en: 'The seat opens, and its learner goes on where they were. Cross the code out and write your name.',
    ...codes('Fourth step'),
  },
  'codes.5': {
    km: 'ដាក់សន្លឹកចូលស្រោមវិញ។ ការប្រើនោះនឹងមានក្នុងកំណត់ហេតុ។ សន្លឹកថ្មីធ្វើនៅ «មជ្ឈមណ្ឌល»។',
    en: 'Put the sheet back into its envelope. The use will stand in the trail. New sheets are made at “Site”.',
    ...codes('Fifth step'),
  },
  'codes.try': {
    km: 'សាកបើកសោ',
    en: 'Try it',
    ...codes('Button: a pretend seat that is locked, and its sheet of codes'),
  },
  'codes.seat': {
    km: 'កន្លែងសាកល្បងទី {seat} ជាប់សោ',
    en: 'Pretend seat {seat} is locked',
    ...trial('Heading'),
  },
  'codes.try-how': {
    km: 'សន្មតថាម៉ាស៊ីនមេ និងបណ្ដាញដាច់ហើយ។ ចុចរូបសោប្រាំដង រួចវាយលេខកូដពីសន្លឹក។',
    en: 'Pretend that hub and network are down. Press the padlock five times, then type a code of the sheet.',
    ...trial('Under the heading'),
  },
  'codes.back': { km: 'ត្រឡប់', en: 'Back', ...trial('Button: to the five steps') },
  'codes.screen': {
    km: 'អេក្រង់របស់កន្លែងសាកល្បង',
    en: 'Screen of the pretend seat',
    ...trial('The drawn screen, for screen readers'),
  },
  'codes.padlock': { km: 'រូបសោ', en: 'Padlock', ...trial('The padlock, for screen readers') },
  'codes.locked': {
    km: 'សូមរង់ចាំគ្រូ',
    en: 'Wait for your teacher',
    ...trial('On the pretend seat’s screen, as it is locked'),
  },
  'codes.opened': {
    km: 'កន្លែងបើកហើយ អ្នករៀនបន្តពីកន្លែងដដែល។ គូសលេខកូដនោះចោល៖ វាលែងបើកអ្វីទៀត។',
    en: 'The seat is open, and its learner goes on. Cross that code out: it opens nothing any more.',
    ...trial('On the pretend seat’s screen, after a code opened it'),
  },
  'codes.again': { km: 'ចាក់សោម្ដងទៀត', en: 'Lock it again', ...trial('Button under it') },
  'codes.sheet': {
    km: 'សន្លឹកសាកល្បង៖ លេខកូដទី {code} មិនទាន់ប្រើ។',
    en: 'A pretend sheet: code {code} is the first that was not used.',
    ...trial('Under the sheet'),
  },
  'codes.sheet-used': {
    km: 'សន្លឹកនេះប្រើអស់ហើយ។ ត្រូវធ្វើសន្លឹកថ្មី។',
    en: 'This sheet is used up. A new one has to be made.',
    ...trial('Under the sheet, when all codes are used'),
  },
  'hub.away': {
    km: 'សន្មតថាម៉ាស៊ីនមេដាច់',
    en: 'Pretend the hub is away',
    ...on('Button in the rail, on or off: how things are done without the hub'),
  },
  closed: {
    km: 'បន្ទប់សាកល្បងបិទហើយ៖ អាចផ្ដាច់ភ្លើងបាន។',
    en: 'The pretend lab is closed: its power could be cut.',
    ...shut('Strip under the lab, after it was closed'),
  },
  'closed.means': {
    km: 'នៅបន្ទប់ពិត អ្វីៗនៅលើថាសហើយ។ ទីនេះអាចបើកវិញដូចដើម។',
    en: 'In the real lab all is on the disks by then. Here it can be as it was again.',
    ...shut('Under it'),
  },
  off: {
    km: 'កុំព្យូទ័រនេះបិទហើយ (សាកល្បង)',
    en: 'This computer is off (pretend)',
    ...off('Heading on a dark screen'),
  },
  'off.means': {
    km: 'នៅបន្ទប់ពិត អ្នកបានចាកចេញ អេក្រង់ខ្មៅ ហើយអាចផ្ដាច់ភ្លើងបាន។',
    en: 'In the real lab you are signed out by now, the screen is dark, and the power can be cut.',
    ...off('Under it'),
  },
  'closed.open': {
    km: 'បើកបន្ទប់សាកល្បងវិញ',
    en: 'Open the pretend lab again',
    ...shut('Button'),
  },
} as const satisfies Texts;
