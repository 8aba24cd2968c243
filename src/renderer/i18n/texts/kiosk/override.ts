import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'override' });

/** Where an officer opens a locked seat with a code of a printed sheet. */
export const kioskOverrideTexts = {
  'override.officers': {
    km: 'សម្រាប់មន្ត្រី៖ ចុច ៥ ដង ដើម្បីវាយលេខកូដ',
    en: 'For officers: press five times to type a code',
    ...on('Name of the padlock on a locked kiosk, for those who do not see it'),
  },
  'override.title': {
    km: 'វាយលេខកូដដោះសោ',
    en: 'Type an opening code',
    ...on('Heading over the places for digits'),
  },
  'override.which': {
    km: 'សន្លឹកទី {sheet}៖ លេខកូដទី {next} ឬក្រោយនោះ',
    en: 'Sheet {sheet}: code {next} or a later one',
    ...on('Under the heading: which paper sheet, and which code on it'),
  },
  'override.typed': {
    km: 'វាយបាន {done} ក្នុង ៩',
    en: '{done} of 9 typed',
    ...on('For those who do not see the places'),
  },
  'override.misread': {
    km: 'មានលេខខុស។ សូមមើលសន្លឹកម្ដងទៀត។',
    en: 'A digit is not right. Look at the sheet again.',
    ...on('The last digit does not fit the others; it does not count as a try'),
  },
  'override.wrong': {
    km: 'លេខកូដនេះដោះសោមិនបានទេ។ មើលលេខកន្លែង និងលេខសន្លឹក។',
    en: 'This code does not open this seat. Look at the seat’s number and the sheet’s.',
    ...on('A code of another seat or sheet, one that was used, or none'),
  },
  'override.no-sheet': {
    km: 'កន្លែងនេះមិនទាន់មានសន្លឹកលេខកូដទេ',
    en: 'This seat has no sheet of codes',
    ...on('Heading: an officer wants to type a code'),
  },
  'override.used-up': {
    km: 'លេខកូដលើសន្លឹកនេះប្រើអស់ហើយ',
    en: 'The codes of this sheet are used up',
    ...on('As above'),
  },
  'override.no-sheet-next': {
    km: 'សូមដោះសោពីបង្អួចមន្ត្រី ឬបោះពុម្ពសន្លឹកថ្មីនៅទីនោះ។',
    en: 'Open it from the officer’s window, or print a new sheet there.',
    ...on('As above: what to do'),
  },
  'override.back': {
    km: 'ថយក្រោយ',
    en: 'Back',
    ...on('Button: back to the locked screen'),
  },
} as const satisfies Texts;
