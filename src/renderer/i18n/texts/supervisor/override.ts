import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-override' });

/** Sheets of codes that open locked seats. */
export const overrideTexts = {
  title: { km: 'លេខកូដដោះសោ', en: 'Opening codes', ...at('Heading, in the panel of stations') },
  what: {
    km: 'សន្លឹកដែលមានលេខកូដ ២០ បើកកុំព្យូទ័រដែលជាប់សោ ពេលម៉ាស៊ីនមេ ឬបណ្ដាញខូច។ បោះពុម្ព បិទស្រោម ហើយទុកឱ្យជិត។',
    en: 'A sheet of 20 codes opens a locked seat when hub or network are down. Print it, seal it, keep it locked away.',
    ...at('Under the heading'),
  },
  ends: {
    km: 'សន្លឹកថ្មីធ្វើឱ្យសន្លឹកចាស់លែងប្រើបាន។ ការធ្វើសន្លឹកមានក្នុងកំណត់ហេតុ។',
    en: 'A new sheet ends the one before. Who made one stands in the trail.',
    ...at('As above'),
  },
  'make.all': {
    km: 'ធ្វើសន្លឹកថ្មីសម្រាប់គ្រប់កន្លែង',
    en: 'Make new sheets for all seats',
    ...at('Button'),
  },
  'make.one': {
    km: 'ធ្វើសន្លឹកលេខកូដដោះសោថ្មី',
    en: 'Make a new sheet of opening codes',
    ...at('Button in the panel of one station'),
  },
  'made.title': {
    km: 'ធ្វើសន្លឹក {count} រួចហើយ',
    en: '{count} {count|sheet|sheets} made',
    ...at('Heading over what was just made'),
  },
  'made.once': {
    km: 'លេខកូដបង្ហាញតែលើសន្លឹកនេះម្ដងប៉ុណ្ណោះ។ រក្សាទុកជា PDF រួចបោះពុម្ពឥឡូវនេះ។ បន្ទាប់មក លុបឯកសារ PDF ចោល។',
    en: 'The codes are told only this once. Save them as a PDF and print it now. Then delete the PDF.',
    ...at('Under that heading'),
  },
  'made.sheet': {
    km: 'កន្លែងទី {seat} សន្លឹកទី {sheet}',
    en: 'Seat {seat}, sheet {sheet}',
    ...at('One of the sheets'),
  },
  print: { km: 'រក្សាទុកជា PDF', en: 'Save as PDF', ...at('Button') },
  saved: { km: 'បានរក្សាទុក {name}', en: 'Saved as {name}', ...at('After saving') },
  done: {
    km: 'ខ្ញុំបានបោះពុម្ពរួចហើយ',
    en: 'I have them on paper',
    ...at('Button: the codes are gone then'),
  },
} as const satisfies Texts;
