import type { ErrorCode } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

/** Why a learner's screen was not shown. */

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });
const sawNothing = {
  km: 'អ្នកមិនបានឃើញអ្វីទេ ហើយការងាររបស់អ្នករៀនបន្តធម្មតា។',
  en: 'You saw nothing, and the learner’s work goes on.',
  ...on('As above'),
};
const lookThere = {
  km: 'បើអ្នករៀនត្រូវការជំនួយ សូមទៅមើលនៅកន្លែងគេ។',
  en: 'If the learner needs help, go and look at their seat.',
  ...on('As above'),
};

const lookGone: TroubleTexts = {
  what: {
    km: 'អ្នករៀនបានចេញពីមេរៀននោះហើយ',
    en: 'The learner has left that lesson',
    ...on(
      'Somebody asked to see a learner’s lesson: none is open any more, or somebody else sits there',
    ),
  },
  work: sawNothing,
  next: {
    km: 'សូមរង់ចាំដល់គេបើកមេរៀន រួចសុំម្ដងទៀត។',
    en: 'Wait until a lesson is open there, then ask again.',
    ...on('As above'),
  },
};

const lookPrivate: TroubleTexts = {
  what: {
    km: 'អ្នករៀនកំពុងអានអ្វីដែលខ្លួនជ្រើស',
    en: 'The learner reads something of their own choice',
    ...on('What somebody chooses from the library is shown to nobody'),
  },
  work: {
    km: 'អ្វីដែលគេជ្រើសអាន មិនបង្ហាញដល់អ្នកណាទេ។',
    en: 'What somebody chooses to read is shown to nobody.',
    ...on('As above'),
  },
  next: lookThere,
};

const lookBusy: TroubleTexts = {
  what: {
    km: 'ទើបតែមានគេមើលកន្លែងនេះ',
    en: 'Somebody looked at this seat just now',
    ...on('Two looks at one seat within two seconds, from whichever window'),
  },
  work: sawNothing,
  next: {
    km: 'សូមរង់ចាំពីរវិនាទី រួចសុំម្ដងទៀត។',
    en: 'Wait two seconds, then ask again.',
    ...on('As above'),
  },
};

const lookFailed: TroubleTexts = {
  what: {
    km: 'កុំព្យូទ័រនៅកន្លែងនោះមិនបានផ្ញើរូបទេ',
    en: 'The computer at that seat sent no picture',
    ...on('It did not answer in time, or what it sent was no picture'),
  },
  work: sawNothing,
  next: {
    km: 'សូមសាកម្ដងទៀត ឬទៅមើលនៅកន្លែងនោះ។',
    en: 'Try again, or go to the seat.',
    ...on('As above'),
  },
};

/** For the list of strings. */
export const lookTroubles = { lookGone, lookPrivate, lookBusy, lookFailed } as const;

export const lookByCode = {
  'look.gone': lookGone,
  'look.private': lookPrivate,
  'look.busy': lookBusy,
  'look.failed': lookFailed,
} as const satisfies Partial<Readonly<Record<ErrorCode, TroubleTexts>>>;
