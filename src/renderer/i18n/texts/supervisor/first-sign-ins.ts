import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-group-first') => ({ context, screen });
const told = (context: string) => at(context, 'supervisor-group-numbers');
const list = (context: string) => at(context, 'supervisor-learners-without');

/** Numbers that open first sign-ins, for a group or a part of one. */
export const firstSignInTexts = {
  title: {
    km: 'លេខចូលលើកដំបូង',
    en: 'Numbers for the first time',
    ...at('Button in a group’s panel: numbers for those who can’t sign in yet', 'supervisor-group'),
  },
  will: {
    km: 'អ្នកដែលបានជ្រើស ទទួលលេខម្នាក់មួយ។ គាត់ចុចរូបសម្គាល់របស់ខ្លួននៅកុំព្យូទ័ររៀន វាយលេខ ហើយឃើញរូបសម្ងាត់ដែលមានតែគាត់ស្គាល់។',
    en: 'Everybody ticked gets a number. They touch their tile at a learners’ computer, type it, and see pictures that only they know.',
    ...at('What will happen'),
  },
  whose: {
    km: 'មិនទាន់មានរបៀបចូល {without} នាក់ (បានជ្រើស {count})',
    en: 'Without a sign-in: {without} ({count} ticked)',
    ...at('Over the learners to tick'),
  },
  all: { km: 'ទាំងអស់', en: 'All of them', ...at('Ticks everybody') },
  'has-number': {
    km: '{name} (មានលេខហើយ មិនទាន់ប្រើ)',
    en: '{name} (has a number, not used yet)',
    ...at('A learner to tick, who was given a number before'),
  },
  anew: {
    km: 'អ្នកដែលមានលេខហើយ ទទួលលេខថ្មី។ លេខដែលបានឱ្យពីមុន លែងប្រើបាន។',
    en: 'Who has a number gets another. The one they were given before stops working.',
    ...at('Where somebody is ticked who was given a number before'),
  },
  give: {
    km: 'ឱ្យលេខ {count} នាក់',
    en: 'Give {count} {count|number|numbers}',
    ...at('The one button that leads on'),
  },
  nobody: {
    km: 'គ្រប់គ្នាក្នុងក្រុមនេះមានរបៀបចូលរួចហើយ។ បើនរណាម្នាក់ភ្លេច សូមបើកអ្នករៀននោះ ហើយឱ្យរបៀបចូលថ្មី។',
    en: 'Everybody in this group signs in already. If somebody has forgotten, open that learner and give them a new way to sign in.',
    ...at('Instead of the learners'),
  },
  back: { km: 'ត្រឡប់', en: 'Back', ...at('Leaves the form; nothing was done') },
  told: { km: 'លេខរបស់អ្នករៀន', en: 'The learners’ numbers', ...told('Heading of the list') },
  progress: {
    km: 'កំពុងធ្វើ {done} ក្នុង {of}',
    en: '{done} of {of} done',
    ...told('While the numbers are being given'),
  },
  'go-on': { km: 'បន្ត', en: 'Go on', ...told('Button: after it stopped in the middle') },
  'go-on.what': {
    km: 'លេខខាងក្រោមប្រើបាន។ ចុចបន្ត ដើម្បីឱ្យលេខអ្នកដែលនៅសល់។',
    en: 'The numbers below are good. Go on, to give the others theirs.',
    ...told('After it stopped in the middle'),
  },
  left: {
    km: '{count} នាក់មិនបានទទួលលេខក្នុងបញ្ជីនេះទេ៖ គាត់មានរបៀបចូល ឬលេខផ្សេងរួចហើយ។ សូមមើលក្រុមនេះម្ដងទៀត ពេលបិទបញ្ជី។',
    en: '{count} {count|is|are} not on this list: they have a sign-in or another number by now. Look at the group again once this is closed.',
    ...told('Under the list'),
  },
  print: {
    km: 'រក្សាទុកជា PDF ដើម្បីបោះពុម្ព',
    en: 'Save as PDF, to print',
    ...told('Button: strips to be cut apart'),
  },
  once: {
    km: 'បង្ហាញតែម្ដងនេះទេ។ សូមបោះពុម្ព ឬកត់ទុក ហើយឱ្យម្នាក់ៗឃើញតែលេខរបស់ខ្លួន។ លេខលែងប្រើបាន ពេលអ្នករៀនចូលរួច។ សូមបំផ្លាញក្រដាស និងឯកសារនៅពេលនោះ។',
    en: 'Shown only now. Print or write them down, and let everybody see only their own. A number is worth nothing once its learner has signed in: destroy paper and file then.',
    ...told('Under the list'),
  },
  seen: { km: 'ខ្ញុំបានកត់ទុកហើយ', en: 'I have them on paper', ...told('Button: puts them away') },
  close: { km: 'បិទ', en: 'Close', ...told('Button, where there is no number') },
  without: {
    km: 'មិនទាន់មានរបៀបចូល {count}',
    en: 'Without a sign-in: {count}',
    ...list('Button beside the filters: shows those who can’t sign in by themselves yet'),
  },
  'sign.none': {
    km: 'មិនទាន់មានរបៀបចូល',
    en: 'no sign-in yet',
    ...list('In a learner’s line'),
  },
  'sign.number': {
    km: 'មានលេខ មិនទាន់ប្រើ',
    en: 'number not used yet',
    ...list('In a learner’s line'),
  },
} as const satisfies Texts;
