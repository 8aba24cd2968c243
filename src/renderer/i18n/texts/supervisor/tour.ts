import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-tour' });
const step = on(
  'A step of the guided tour: what it is about, and what to do; {button} is a button',
);
const over = (context: string) => ({ context, screen: 'supervisor-tour-over' });

/** The guided tour of the practice lab. */
export const tourTexts = {
  begin: {
    km: 'ដំណើរណែនាំ ១០ ជំហាន',
    en: 'Guided tour: 10 steps',
    ...on('Button of the band: begins the tour'),
  },
  title: { km: 'ដំណើរណែនាំ', en: 'Guided tour', ...on('Name of the strip, for screen readers') },
  at: { km: 'ជំហាន {step} ក្នុង {total}', en: 'Step {step} of {total}', ...on('Over the step') },
  done: { km: 'ធ្វើបានហើយ', en: 'Done', ...on('After a step was done, beside the next one') },
  back: { km: 'ជំហានមុន', en: 'Step before', ...on('Button') },
  skip: { km: 'រំលងជំហាននេះ', en: 'Skip this step', ...on('Button') },
  leave: { km: 'ឈប់ណែនាំ', en: 'Leave the tour', ...on('Button: the practice lab stays') },
  'step.see': {
    km: 'កាតនីមួយៗជាកន្លែងអង្គុយមួយ៖ អ្នកណាអង្គុយ និងកំពុងធ្វើអ្វី។ សូមចុចកន្លែងទី {seat}។',
    en: 'Each card is a seat: who sits there, and what they do. Press seat {seat}.',
    ...step,
  },
  'step.lock': {
    km: 'អ្នកអាចចាក់សោកន្លែងមួយ។ នៅកន្លែងទី {seat} ចុច «{button}» រួចជ្រើសពាក្យមួយ។',
    en: 'A seat can be locked. At seat {seat}, press “{button}”, then choose what is to stand there.',
    ...step,
  },
  'step.unlock': {
    km: 'សោនៅជាប់ ទោះបិទបើកម៉ាស៊ីន។ ចុច «{button}» ដើម្បីឱ្យកន្លែងទី {seat} រៀនបន្ត។',
    en: 'A lock stays, though the computer be restarted. Press “{button}” so that seat {seat} can go on.',
    ...step,
  },
  'step.word': {
    km: 'ផ្ញើពាក្យទៅអ្នករៀន៖ នៅកន្លែងទី {seat} ចុច «{button}» រួចជ្រើសពាក្យមួយ។',
    en: 'Say a word to a learner: at seat {seat}, press “{button}”, then choose one.',
    ...step,
  },
  'step.look': {
    km: 'មើលមេរៀនដែលគេកំពុងរៀន៖ ចុច «{button}»។ អ្នករៀនឃើញថាអ្នកមើល។',
    en: 'See the lesson somebody has open: press “{button}”. The learner sees that you look.',
    ...step,
  },
  'step.pause': {
    km: 'ឱ្យទាំងអស់គ្នាមើលមកអ្នក៖ ជ្រើស «{all}» ចុច «{button}» រួចជ្រើសពេល។',
    en: 'Have everybody look up: choose “{all}”, press “{button}”, then for how long.',
    ...step,
  },
  'step.resume': {
    km: 'ម៉ាស៊ីនដែលបិទ ឬដាច់ខ្សែ មិនទទួលទេ ហើយវាប្រាប់អ្នក។ ចុច «{button}» ដើម្បីឱ្យគេរៀនបន្ត។',
    en: 'Computers that are off or cut off get nothing, and it says so. Press “{button}” to have the others go on.',
    ...step,
  },
  'step.take': {
    km: 'មានអ្នកសុំជំនួយ។ បើក «{place}» ចុចលើឈ្មោះគេ រួចចុច «{button}»។',
    en: 'Somebody asks for help. Open “{place}”, press their name, then “{button}”.',
    ...step,
  },
  'step.answer': {
    km: 'អ្នកទៅជួយគេរួចហើយ។ ចុច «{button}» រួចប្រាប់ថាបានធ្វើអ្វី។',
    en: 'You have been there. Press “{button}”, and say what came of it.',
    ...step,
  },
  'step.end': {
    km: 'អ្នករៀននៅកន្លែងទី {seat} បានចេញ ដោយមិនបានចាកចេញ។ ចុចកន្លែងនោះ រួច «{button}»។',
    en: 'The learner at seat {seat} left without signing out. Press that seat, then “{button}”.',
    ...step,
  },
  over: {
    km: 'អ្នកបានធ្វើគ្រប់ជំហានហើយ!',
    en: 'You have been through all of it.',
    ...over('After the last step'),
  },
  'over.means': {
    km: 'អ្នកអាចសាកធ្វើបន្តនៅទីនេះ ឬត្រឡប់ទៅបន្ទប់ពិត។',
    en: 'Go on trying things here, or go back to the real lab.',
    ...over('Under it'),
  },
  'over.skipped': {
    km: 'រំលង {count} ជំហាន៖ វារាប់ក្នុងវគ្គបុគ្គលិក ពេលធ្វើបាន។',
    en: '{count} {count|step was|steps were} skipped: {count|it counts|they count} for the staff course once done.',
    ...over('In its place, where steps were skipped'),
  },
  'over.again': { km: 'ធ្វើម្ដងទៀត', en: 'Once more', ...over('Button: the tour from its start') },
  'over.stay': { km: 'សាកធ្វើបន្ត', en: 'Go on trying', ...over('Button: closes the strip') },
} as const satisfies Texts;
