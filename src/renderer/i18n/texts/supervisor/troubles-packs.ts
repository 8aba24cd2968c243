import type { ErrorCode } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

/** Why another version of a pack was not chosen. */

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

const notAtHub: TroubleTexts = {
  what: {
    km: 'កំណែនេះលែងមាននៅម៉ាស៊ីនមេ',
    en: 'That version is no longer at the hub',
    ...on('An officer chose a version of a pack that the hub does not have'),
  },
  work: {
    km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។ ស្ថានីយ៍នៅតែប្រើកំណែដដែល។',
    en: 'Nothing was changed. Stations go on with the version they have.',
    ...on('As above'),
  },
  next: {
    km: 'សូមឱ្យអ្នកបច្ចេកទេសដាក់កំណែនោះនៅម៉ាស៊ីនមេម្ដងទៀត។',
    en: 'Ask a technician to publish it at the hub again.',
    ...on('As above'),
  },
};

const needsOthers: TroubleTexts = {
  what: {
    km: 'កញ្ចប់មួយត្រូវការកំណែផ្សេង៖ {missing}',
    en: 'A pack needs another one or another version: {missing}',
    ...on('An officer chose a version of a pack with which some pack would lack what it requires'),
  },
  work: {
    km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។ ស្ថានីយ៍នៅតែប្រើកំណែដដែល។',
    en: 'Nothing was changed. Stations go on with the version they have.',
    ...on('As above'),
  },
  next: {
    km: 'សូមប្ដូរកញ្ចប់ដែលត្រូវការវាសិន ឬឱ្យអ្នកបច្ចេកទេសដាក់អ្វីដែលខ្វះ។',
    en: 'Change the pack that needs it first, or ask a technician to publish what is lacking.',
    ...on('As above'),
  },
};

export const packsByCode = {
  'pack.not-installed': notAtHub,
  'pack.requirement-missing': needsOthers,
} as const satisfies Partial<Record<ErrorCode, TroubleTexts>>;

/** For the list of strings. */
export const packTroubles = { notAtHub, needsOthers } as const;
