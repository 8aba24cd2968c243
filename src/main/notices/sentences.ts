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

type Sentence = readonly [km: string, en: string];

function notice(happened: Sentence, means: Sentence, next: Sentence): Notice {
  const inLanguage = (at: 0 | 1) => ({ happened: happened[at], means: means[at], next: next[at] });
  return { km: inLanguage(0), en: inLanguage(1) };
}

const safe: Sentence = [
  'ចម្លើយដែលបានធ្វើពីមុន នៅតែរក្សាទុកក្នុងថតនោះ។',
  'Answers given here before are kept in that folder.',
];
const andSafe = ([km, en]: Sentence): Sentence => [`${km} ${safe[0]}`, `${en} ${safe[1]}`];
const untouched = andSafe(['គ្មានអ្វីត្រូវបានផ្លាស់ប្ដូរទេ។', 'Nothing was changed.']);

const inUse = notice(
  ['Rean កំពុងបើករួចហើយ ដោយប្រើថតទិន្នន័យនេះ។', 'Rean is already running with this data folder.'],
  [
    'គ្មានអ្វីបាត់បង់ទេ។ បង្អួចដែលបើកមុនដំណើរការធម្មតា។',
    'Nothing is lost. The window opened first goes on working.',
  ],
  [
    'សូមប្រើបង្អួចដែលបើកមុន ឬបិទវាសិន រួចបើក Rean ម្ដងទៀត។',
    'Use the window opened first, or close it and start Rean again.',
  ],
);

const notEnrolled = notice(
  ['កុំព្យូទ័រនេះមិនទាន់បានចុះឈ្មោះជាស្ថានីយ៍ទេ។', 'This PC is not enrolled as a station.'],
  ['មិនទាន់មាននរណាអាចរៀននៅទីនេះបានទេ។', 'Nobody can learn here yet.'],
  [
    'អ្នកបច្ចេកទេស៖ សូមចុះឈ្មោះវាជាមួយម៉ាស៊ីនមេ (rean site) រួចបើកម្ដងទៀត។',
    'Technician: enrol it with the hub (rean site), then start it again.',
  ],
);

const badConfig = notice(
  ['ការកំណត់នៃស្ថានីយ៍នេះ អានមិនបាន។', 'The settings of this station cannot be read.'],
  untouched,
  [
    'អ្នកបច្ចេកទេស៖ សូមពិនិត្យចំណុចដែលរាយខាងក្រោម រួចបើកម្ដងទៀត។',
    'Technician: look at what is named below, put it right, and start again.',
  ],
);

const outdated = notice(
  [
    'ស្ថានីយ៍នេះត្រូវបានរៀបចំដោយ Rean ជំនាន់មុន ដែលជំនាន់នេះលែងប្រើបាន។',
    'This station was set up by an earlier Rean, in a way this one no longer works with.',
  ],
  untouched,
  [
    'អ្នកបច្ចេកទេស៖ សូមចុះឈ្មោះស្ថានីយ៍នេះជាថ្មីជាមួយម៉ាស៊ីនមេ (rean site)។',
    'Technician: enrol this station anew with the hub (rean site).',
  ],
);

const noStore = notice(
  ['កន្លែងរក្សាទុកទិន្នន័យនៃស្ថានីយ៍នេះ បើកមិនបាន។', 'The data store of this station does not open.'],
  safe,
  [
    'អ្នកបច្ចេកទេស៖ សូមពិនិត្យថាស និងសិទ្ធិនៃថតខាងក្រោម។ កុំលុបវា។',
    'Technician: check the disk and the rights of the folder below. Do not delete it.',
  ],
);

const diskFull = notice(
  ['ថាសនៃកុំព្យូទ័រនេះពេញហើយ។', 'The disk of this PC is full.'],
  andSafe(['មិនអាចរក្សាទុកចម្លើយថ្មីបានទេ។', 'New answers cannot be kept.']),
  [
    'អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរលើថាស រួចបើកម្ដងទៀត។',
    'Technician: make room on the disk, then start again.',
  ],
);

const unlocked = notice(
  ['អេក្រង់នេះចាក់សោមិនបាន ដូច្នេះ Rean មិនបើកទេ។', 'This screen cannot be locked, so Rean does not open.'],
  untouched,
  [
    'វានឹងសាកម្ដងទៀតដោយខ្លួនឯង ក្រោយមួយនាទី។ អ្នកបច្ចេកទេស៖ បើនៅតែមិនបាន សូមមើលកំណត់ហេតុក្នុងថតទិន្នន័យ។',
    'It tries again by itself after a minute. Technician: if it fails again, look at the log in the data folder.',
  ],
);

const unforeseen = notice(['Rean ចាប់ផ្ដើមមិនបាន។', 'Rean could not start.'], safe, [
  'អ្នកបច្ចេកទេស៖ សូមបើកម្ដងទៀត។ បើនៅតែមិនបាន សូមមើលកំណត់ហេតុក្នុងថតទិន្នន័យ។',
  'Technician: start it again. If it fails again, look at the log in the data folder.',
]);

const notices: Partial<Record<ErrorCode, Notice>> = {
  'store.in-use': inUse,
  'store.unopenable': noStore,
  'store.full': diskFull,
  'config.invalid': badConfig,
  'config.outdated': outdated,
  'shape.invalid': badConfig,
  'document.unknown-version': badConfig,
  'station.not-enrolled': notEnrolled,
  'lockdown.failed': unlocked,
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
