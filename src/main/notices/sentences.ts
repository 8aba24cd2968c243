import type { ErrorView } from '../../shared/contracts/ipc/views.ts';
import type { ErrorCode } from '../../shared/errors.ts';

/** What happened, what it means for people's work, what to do next. */
export interface Sentences {
  readonly happened: string;
  readonly means: string;
  readonly next: string;
}

export interface Notice {
  readonly km: Sentences;
  readonly en: Sentences;
}

const safeEn = 'Answers given here before are kept in that folder.';
const safeKm = 'ចម្លើយដែលបានធ្វើពីមុន នៅតែរក្សាទុកក្នុងថតនោះ។';

const inUse: Notice = {
  km: {
    happened: 'Rean កំពុងបើករួចហើយ ដោយប្រើថតទិន្នន័យនេះ។',
    means: 'គ្មានអ្វីបាត់បង់ទេ។ បង្អួចដែលបើកមុនដំណើរការធម្មតា។',
    next: 'សូមប្រើបង្អួចដែលបើកមុន ឬបិទវាសិន រួចបើក Rean ម្ដងទៀត។',
  },
  en: {
    happened: 'Rean is already running with this data folder.',
    means: 'Nothing is lost. The window opened first goes on working.',
    next: 'Use the window opened first, or close it and start Rean again.',
  },
};

const notEnrolled: Notice = {
  km: {
    happened: 'កុំព្យូទ័រនេះមិនទាន់បានចុះឈ្មោះជាស្ថានីយ៍ទេ។',
    means: 'មិនទាន់មាននរណាអាចរៀននៅទីនេះបានទេ។',
    next: 'អ្នកបច្ចេកទេស៖ សូមចុះឈ្មោះវាជាមួយម៉ាស៊ីនមេ (rean site) រួចបើកម្ដងទៀត។',
  },
  en: {
    happened: 'This PC is not enrolled as a station.',
    means: 'Nobody can learn here yet.',
    next: 'Technician: enrol it with the hub (rean site), then start it again.',
  },
};

const badConfig: Notice = {
  km: {
    happened: 'ការកំណត់នៃស្ថានីយ៍នេះ អានមិនបាន។',
    means: `គ្មានអ្វីត្រូវបានផ្លាស់ប្ដូរទេ។ ${safeKm}`,
    next: 'អ្នកបច្ចេកទេស៖ សូមពិនិត្យចំណុចដែលរាយខាងក្រោម រួចបើកម្ដងទៀត។',
  },
  en: {
    happened: 'The settings of this station cannot be read.',
    means: `Nothing was changed. ${safeEn}`,
    next: 'Technician: look at what is named below, put it right, and start again.',
  },
};

const outdated: Notice = {
  km: {
    happened: 'ស្ថានីយ៍នេះត្រូវបានរៀបចំដោយ Rean ជំនាន់មុន ដែលជំនាន់នេះលែងប្រើបាន។',
    means: `គ្មានអ្វីត្រូវបានផ្លាស់ប្ដូរទេ។ ${safeKm}`,
    next: 'អ្នកបច្ចេកទេស៖ សូមចុះឈ្មោះស្ថានីយ៍នេះជាថ្មីជាមួយម៉ាស៊ីនមេ (rean site)។',
  },
  en: {
    happened: 'This station was set up by an earlier Rean, in a way this one no longer works with.',
    means: `Nothing was changed. ${safeEn}`,
    next: 'Technician: enrol this station anew with the hub (rean site).',
  },
};

const noStore: Notice = {
  km: {
    happened: 'កន្លែងរក្សាទុកទិន្នន័យនៃស្ថានីយ៍នេះ បើកមិនបាន។',
    means: safeKm,
    next: 'អ្នកបច្ចេកទេស៖ សូមពិនិត្យថាស និងសិទ្ធិនៃថតខាងក្រោម។ កុំលុបវា។',
  },
  en: {
    happened: 'The data store of this station does not open.',
    means: safeEn,
    next: 'Technician: check the disk and the rights of the folder below. Do not delete it.',
  },
};

const diskFull: Notice = {
  km: {
    happened: 'ថាសនៃកុំព្យូទ័រនេះពេញហើយ។',
    means: `មិនអាចរក្សាទុកចម្លើយថ្មីបានទេ។ ${safeKm}`,
    next: 'អ្នកបច្ចេកទេស៖ សូមធ្វើឲ្យមានកន្លែងទំនេរលើថាស រួចបើកម្ដងទៀត។',
  },
  en: {
    happened: 'The disk of this PC is full.',
    means: `New answers cannot be kept. ${safeEn}`,
    next: 'Technician: make room on the disk, then start again.',
  },
};

const unforeseen: Notice = {
  km: {
    happened: 'Rean ចាប់ផ្ដើមមិនបាន។',
    means: safeKm,
    next: 'អ្នកបច្ចេកទេស៖ សូមបើកម្ដងទៀត។ បើនៅតែមិនបាន សូមមើលកំណត់ហេតុក្នុងថតទិន្នន័យ។',
  },
  en: {
    happened: 'Rean could not start.',
    means: safeEn,
    next: 'Technician: start it again. If it fails again, look at the log in the data folder.',
  },
};

const notices: Partial<Record<ErrorCode, Notice>> = {
  'store.in-use': inUse,
  'store.unopenable': noStore,
  'store.full': diskFull,
  'config.invalid': badConfig,
  'config.outdated': outdated,
  'shape.invalid': badConfig,
  'document.unknown-version': badConfig,
  'station.not-enrolled': notEnrolled,
};

/** The sentences for a station that cannot start ([WIN8]). */
export const noticeFor = (code: ErrorCode): Notice => notices[code] ?? unforeseen;

/** Every sentence of every notice, for `npm run strings`. */
export function noticeTexts(): readonly { key: string; km: string; en: string }[] {
  const all = { ...notices, unexpected: unforeseen };
  const parts = ['happened', 'means', 'next'] as const;
  return Object.entries(all).flatMap(([code, { km, en }]) =>
    parts.map((part) => ({ key: `notice.${code}.${part}`, km: km[part], en: en[part] })),
  );
}

/** The facts of an error as lines for the technician: `path: /var/lib/rean`. */
export const factLines = ({ code, facts }: ErrorView): readonly string[] => [
  code,
  ...Object.entries(facts).map(([name, value]) => `${name}: ${String(value)}`),
];
