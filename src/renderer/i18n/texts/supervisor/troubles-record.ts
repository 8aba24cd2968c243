import type { ErrorCode } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

/** Why something about records, or a document made of them, was not done. */

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

const onHold: TroubleTexts = {
  what: {
    km: 'កំណត់ត្រានេះត្រូវរក្សាទុកតាមផ្លូវច្បាប់',
    en: 'This record is held by law',
    ...on('Somebody wanted to erase a record on which a legal hold stands'),
  },
  work: { km: 'គ្មានអ្វីត្រូវបានលុបទេ។', en: 'Nothing was erased.', ...on('As above') },
  next: {
    km: 'ពេលរឿងចប់ ប្រធានមជ្ឈមណ្ឌលអាចបញ្ឈប់ការរក្សាទុក។',
    en: 'Once the matter is over, a site manager can lift the hold.',
    ...on('As above'),
  },
};

const pointless: TroubleTexts = {
  what: {
    km: 'គ្មានអ្វីត្រូវកែទេ',
    en: 'There is nothing to correct',
    ...on('A correction that would change nothing: somebody else may have made it'),
  },
  work: { km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។', en: 'Nothing was changed.', ...on('As above') },
  next: {
    km: 'សូមត្រឡប់ក្រោយ ហើយមើលថាឥឡូវកត់ទុកអ្វី។',
    en: 'Go back, and look at what is recorded now.',
    ...on('As above'),
  },
};

const viewingOpen: TroubleTexts = {
  what: {
    km: 'មានការបញ្ចាំងមួយទៀតមិនទាន់ចប់',
    en: 'Another showing is not finished',
    ...on('A film was to be shown to a group while another is, or was cut off'),
  },
  work: {
    km: 'ឈ្មោះអ្នកមើលរបស់វានៅរក្សាទុក។',
    en: 'Who was ticked there is kept.',
    ...on('As above'),
  },
  next: {
    km: 'សូមបញ្ចប់ការបញ្ចាំងនោះសិន។',
    en: 'End that showing first.',
    ...on('As above'),
  },
};

const viewingOver: TroubleTexts = {
  what: {
    km: 'ការបញ្ចាំងនេះចប់ហើយ',
    en: 'This showing is over',
    ...on('Something was asked of a showing that was ended, here or by a second press'),
  },
  work: { km: 'អ្វីដែលបានកត់ទុក នៅដដែល។', en: 'What was recorded stays.', ...on('As above') },
  next: {
    km: 'សូមមើលបញ្ជីភាពយន្តដែលបានបញ្ចាំង។',
    en: 'Look at the list of films shown.',
    ...on('As above'),
  },
};

const noPrint: TroubleTexts = {
  what: {
    km: 'មិនអាចធ្វើឯកសារបានទេ',
    en: 'The document could not be made',
    ...on('The page that was to be printed could not be drawn'),
  },
  work: { km: 'គ្មានអ្វីបាត់ទេ។', en: 'Nothing is lost.', ...on('As above') },
  next: {
    km: 'សូមសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Try again. If it does not help, call a technician.',
    ...on('As above'),
  },
};

const unwritable: TroubleTexts = {
  what: {
    km: 'មិនអាចសរសេរឯកសារនៅកន្លែងនោះបានទេ',
    en: 'The file can’t be written there',
    ...on('The place chosen for a file is full, read-only, or gone'),
  },
  work: {
    km: 'ឯកសារមិនទាន់បានរក្សាទុកទេ។ អ្វីផ្សេងទៀតមិនបាត់ទេ។',
    en: 'The file was not saved. Nothing else is lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមជ្រើសកន្លែងផ្សេង ឬ USB ផ្សេង រួចសាកម្ដងទៀត។',
    en: 'Choose another place or another USB stick, and try again.',
    ...on('As above'),
  },
};

const helpOver: TroubleTexts = {
  what: {
    km: 'សំណើជំនួយនេះចប់ហើយ',
    en: 'This request for help is over',
    ...on('It was answered, taken back, or its sitting ended, as somebody acted on it'),
  },
  work: { km: 'គ្មានអ្វីត្រូវបានកត់ទុកទេ។', en: 'Nothing was recorded.', ...on('As above') },
  next: {
    km: 'សូមមើលបញ្ជីជំនួយ ក្រែងមានអ្នកផ្សេងរង់ចាំ។',
    en: 'Look at the queue: others may wait.',
    ...on('As above'),
  },
};

const helpMoved: TroubleTexts = {
  what: {
    km: 'មានអ្នកផ្សេងលឿនជាងបន្តិច',
    en: 'Somebody else was a moment quicker',
    ...on('Two acted on one request for help at once'),
  },
  work: { km: 'គ្មានអ្វីត្រូវបានកត់ទុកទេ។', en: 'Nothing was recorded.', ...on('As above') },
  next: {
    km: 'សូមមើលថាឥឡូវនរណាទៅ។',
    en: 'See who goes there now.',
    ...on('As above'),
  },
};

export const recordByCode: Partial<Readonly<Record<ErrorCode, TroubleTexts>>> = {
  'viewing.open': viewingOpen,
  'viewing.none': viewingOver,
  'viewing.pointless': pointless,
  'help.over': helpOver,
  'help.moved': helpMoved,
  'record.on-hold': onHold,
  'correction.pointless': pointless,
  'print.failed': noPrint,
  'file.unwritable': unwritable,
};

export const recordTroubles = {
  onHold,
  pointless,
  noPrint,
  unwritable,
  helpOver,
  helpMoved,
} as const;
