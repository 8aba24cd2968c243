import type { TroubleTexts } from './troubles.ts';

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

/** After several wrong tries at a passphrase, also a second person's. */
export const waitFirst: TroubleTexts = {
  what: {
    km: 'មុននេះបានវាយខុសច្រើនដង',
    en: 'It was typed wrongly several times',
    ...on('A passphrase was tried again before the wait was over'),
  },
  work: {
    km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ ហើយឃ្លាសម្ងាត់មិនបានពិនិត្យទេ។',
    en: 'Nothing was changed, and the passphrase was not looked at.',
    ...on('As above'),
  },
  next: {
    km: 'សូមរង់ចាំ {time} រួចវាយម្ដងទៀតដោយយឺតៗ។',
    en: 'Wait {time}, then type it slowly.',
    ...on('{time} is “12 seconds” or “30 minutes”'),
  },
};

/** A new passphrase that is too easy to guess. */
export const weak: TroubleTexts = {
  what: {
    km: 'ឃ្លាសម្ងាត់នេះងាយទាយពេក',
    en: 'This passphrase is too easy to guess',
    ...on('A new passphrase was refused by the rule'),
  },
  work: {
    km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។ ឃ្លាសម្ងាត់ចាស់នៅប្រើបាន។',
    en: 'Nothing was changed. The passphrase before goes on.',
    ...on('As above'),
  },
  next: {
    km: 'សូមយកយ៉ាងតិច ១២ តួអក្សរ ក្នុងនោះ ៦ ផ្សេងគ្នា។ ពាក្យបួនប្រាំដែលមិនទាក់ទងគ្នា ល្អបំផុត។ កុំប្រើឈ្មោះ។',
    en: 'Take at least 12 letters, 6 of them different. Four or five words that have nothing to do with each other are best. No names.',
    ...on('As above'),
  },
};
