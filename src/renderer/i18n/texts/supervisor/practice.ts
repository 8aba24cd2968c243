import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-practice' });
const codes = (context: string) => ({ context, screen: 'supervisor-practice-codes' });

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
} as const satisfies Texts;
