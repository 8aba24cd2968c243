import type { ErrorCode } from '../../../shared/errors.ts';
import type { Text, Texts } from '../text.ts';

/** What happened, what it means for the person's work, what to do. */
export interface ErrorTexts extends Texts {
  readonly what: Text;
  readonly work: Text;
  readonly next: Text;
}

const on = (context: string) => ({ context, screen: 'error' });

const full: ErrorTexts = {
  what: {
    km: 'ម៉ាស៊ីននេះពេញហើយ',
    en: 'This computer is full',
    ...on('The disk is full, an answer could not be written'),
  },
  work: {
    km: 'ចម្លើយមុនៗរក្សាទុករួចហើយ។ ចម្លើយនេះមិនទាន់បានរក្សាទុកទេ តែនៅលើអេក្រង់។',
    en: 'Your earlier answers are saved. This one is not saved yet, but it stays on the screen.',
    ...on('As above'),
  },
  next: {
    km: 'សូមហៅមន្ត្រី រួចសាកម្ដងទៀត។',
    en: 'Call an officer, then try again.',
    ...on('As above'),
  },
};

const store: ErrorTexts = {
  what: {
    km: 'ម៉ាស៊ីននេះកំពុងរៀបចំកន្លែងរក្សាទុកឡើងវិញ',
    en: 'This computer is putting its store in order',
    ...on('The local database is shut or can not be opened'),
  },
  work: {
    km: 'ចម្លើយមុនៗមិនបាត់ទេ។ ចម្លើយនេះនៅលើអេក្រង់។',
    en: 'Your earlier answers are not lost. This one stays on the screen.',
    ...on('As above'),
  },
  next: {
    km: 'សូមរង់ចាំបន្តិច រួចសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅមន្ត្រី។',
    en: 'Wait a moment and try again. If it does not help, call an officer.',
    ...on('As above'),
  },
};

const restarted: ErrorTexts = {
  what: {
    km: 'កម្មវិធីបានចាប់ផ្ដើមឡើងវិញ',
    en: 'The program started again',
    ...on('The station’s process stopped while an answer was on its way'),
  },
  work: {
    km: 'ចម្លើយមុនៗរក្សាទុករួចហើយ។ ចម្លើយនេះនៅលើអេក្រង់។',
    en: 'Your earlier answers are saved. This one is still on the screen.',
    ...on('As above'),
  },
  next: { km: 'សូមសាកម្ដងទៀត។', en: 'Try again.', ...on('As above') },
};

const lesson: ErrorTexts = {
  what: {
    km: 'មេរៀននេះបើកមិនបាន',
    en: 'This lesson will not open',
    ...on('A lesson is damaged or not installed'),
  },
  work: {
    km: 'អ្វីដែលអ្នកបានរៀន រក្សាទុករួចហើយ។',
    en: 'What you have learned so far is saved.',
    ...on('As above'),
  },
  next: {
    km: 'សូមជ្រើសមេរៀនផ្សេង ហើយប្រាប់មន្ត្រី។',
    en: 'Choose another lesson, and tell an officer.',
    ...on('As above'),
  },
};

const signedOut: ErrorTexts = {
  what: {
    km: 'អ្នកបានចាកចេញហើយ',
    en: 'You are signed out',
    ...on('The sitting ended meanwhile'),
  },
  work: {
    km: 'ចម្លើយដែលអ្នកបានពិនិត្យ រក្សាទុករួចហើយ។',
    en: 'Every answer you checked is saved.',
    ...on('As above'),
  },
  next: {
    km: 'សូមចុចរូបរបស់អ្នកម្ដងទៀត។',
    en: 'Touch your picture again.',
    ...on('As above'),
  },
};

const notHere: ErrorTexts = {
  what: {
    km: 'ម៉ាស៊ីននេះមិនទាន់ស្គាល់អ្នកទេ',
    en: 'This computer does not know you yet',
    ...on('The learner is unknown here, or their key has not come from the hub'),
  },
  work: {
    km: 'អ្វីដែលអ្នកបានរៀនមិនបាត់ទេ។',
    en: 'Nothing you have learned is lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមប្រើម៉ាស៊ីនផ្សេង ឬហៅមន្ត្រី។',
    en: 'Use another computer, or call an officer.',
    ...on('As above'),
  },
};

const waits: ErrorTexts = {
  what: {
    km: 'មេរៀននេះមិនទាន់បើកទេ',
    en: 'This lesson is not open yet',
    ...on('Another lesson of the course comes first'),
  },
  work: {
    km: 'អ្វីដែលអ្នកបានរៀនមិនបាត់ទេ។',
    en: 'Nothing you have learned is lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមរៀនមេរៀនមុនវាសិន។',
    en: 'Do the lesson before it first.',
    ...on('As above'),
  },
};

const notTaken: ErrorTexts = {
  what: {
    km: 'វគ្គសិក្សានេះមិនមែនជារបស់អ្នកនៅពេលនេះទេ',
    en: 'This course is not one of yours now',
    ...on('A lesson or piece of a course that an officer took the learner out of'),
  },
  work: {
    km: 'អ្វីដែលអ្នកបានរៀនមិនបាត់ទេ។',
    en: 'Nothing you have learned is lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមជ្រើសវគ្គសិក្សាផ្សេង ឬសួរមន្ត្រី។',
    en: 'Choose another course, or ask the officer.',
    ...on('As above'),
  },
};

const helpMoved: ErrorTexts = {
  what: {
    km: 'មានគេលឿនជាងបន្តិច ឬសំណើចប់ហើយ',
    en: 'Somebody was quicker, or the request is over',
    ...on('A peer tutor acted on a request for help that somebody else had just seen to'),
  },
  work: {
    km: 'គ្មានអ្វីត្រូវបានកត់ទុកទេ។',
    en: 'Nothing was recorded.',
    ...on('As above'),
  },
  next: {
    km: 'សូមមើលថានរណានៅរង់ចាំ។',
    en: 'See who still waits.',
    ...on('As above'),
  },
};

const unexpected: ErrorTexts = {
  what: {
    km: 'មានអ្វីមួយមិនដំណើរការ',
    en: 'Something did not work',
    ...on('Any failure without a sentence of its own'),
  },
  work: {
    km: 'ចម្លើយដែលបានពិនិត្យរួច រក្សាទុកនៅទីនេះ។',
    en: 'The answers you checked are saved here.',
    ...on('As above'),
  },
  next: {
    km: 'សូមសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅមន្ត្រី។',
    en: 'Try again. If it does not help, call an officer.',
    ...on('As above'),
  },
};

/** By what a learner can do about it; every other code is {@link unexpected}. */
const byCode: Partial<Readonly<Record<ErrorCode, ErrorTexts>>> = {
  'store.full': full,
  'store.unopenable': store,
  'store.in-use': store,
  'store.closed': store,
  'store.conflict': store,
  'store.unreachable': store,
  'store.refused': store,
  'station.restarted': restarted,
  'pack.not-installed': lesson,
  'pack.file-missing': lesson,
  'pack.checksum-mismatch': lesson,
  'pack.manifest-invalid': lesson,
  'pack.requirement-missing': lesson,
  'lesson.invalid': lesson,
  'lesson.item-unknown': lesson,
  'lesson.waits': waits,
  'lesson.not-taken': notTaken,
  'document.unknown-version': lesson,
  'help.over': helpMoved,
  'help.moved': helpMoved,
  'sitting.none': signedOut,
  'sign-in.unknown': notHere,
  'key.missing': notHere,
  'seal.broken': notHere,
};

export function errorTextsOf(code: ErrorCode): ErrorTexts {
  return byCode[code] ?? unexpected;
}

/** For the list of strings. */
export const errorTexts = {
  full,
  store,
  restarted,
  lesson,
  waits,
  notTaken,
  signedOut,
  helpMoved,
  notHere,
  unexpected,
} as const;
