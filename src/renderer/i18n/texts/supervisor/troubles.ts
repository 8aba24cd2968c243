import type { ErrorCode, ReanError } from '../../../../shared/errors.ts';
import type { Text, Texts } from '../../text.ts';
import { printTroubleOf, printTroubles } from '../printing.ts';
import { stickTroubleOf, stickTroubles } from '../stick.ts';
import { hubByCode, hubTroubles } from './troubles-hub.ts';
import { lookByCode, lookTroubles } from './troubles-look.ts';
import { waitFirst, weak } from './troubles-passphrase.ts';
import { packsByCode, packTroubles } from './troubles-packs.ts';
import { peopleByCode, peopleTroubles } from './troubles-people.ts';
import { timetableByCode, timetableTroubles } from './troubles-timetable.ts';
import { recordByCode, recordTroubles } from './troubles-record.ts';
import { ownEnded, secondTroubleOf, secondTroubles, wrongTroubleOf } from './troubles-second.ts';

/** What happened, what it means for the work, what to do; for officers. */
export interface TroubleTexts extends Texts {
  readonly what: Text;
  readonly work: Text;
  readonly next: Text;
}

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

const full: TroubleTexts = {
  what: {
    km: 'ថាសនៃកុំព្យូទ័រនេះពេញហើយ',
    en: 'The disk of this computer is full',
    ...on('Failure of a place in the officer’s window'),
  },
  work: {
    km: 'អ្វីដែលបានរក្សាទុករួច មិនបាត់ទេ។ ម៉ាស៊ីនរបស់អ្នករៀនដំណើរការធម្មតា។',
    en: 'What was kept is not lost. The learners’ computers go on as usual.',
    ...on('As above'),
  },
  next: {
    km: 'សូមឱ្យអ្នកបច្ចេកទេសធ្វើឱ្យមានកន្លែងទំនេរលើថាស។',
    en: 'Ask a technician to make room on the disk.',
    ...on('As above'),
  },
};

const store: TroubleTexts = {
  what: {
    km: 'កុំព្យូទ័រនេះកំពុងរៀបចំកន្លែងរក្សាទុកឡើងវិញ',
    en: 'This computer is putting its store in order',
    ...on('As above'),
  },
  work: {
    km: 'ការងាររបស់អ្នករៀននៅម៉ាស៊ីនរបស់គេ និងនៅម៉ាស៊ីនមេ។ គ្មានអ្វីបាត់ទេ។',
    en: 'The learners’ work is at their seats and at the hub. Nothing is lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមរង់ចាំបន្តិច វានឹងបើកដោយខ្លួនឯង។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Wait a moment: it opens by itself. If it does not, call a technician.',
    ...on('As above'),
  },
};

const keys: TroubleTexts = {
  what: {
    km: 'កុំព្យូទ័រនេះមិនទាន់បានទទួលសោពីម៉ាស៊ីនមេទេ',
    en: 'This computer has not had its keys from the hub yet',
    ...on('As above; the keys open names and records'),
  },
  work: {
    km: 'គ្មានអ្វីបាត់ទេ។ សោនឹងមកដោយខ្លួនឯង ពេលម៉ាស៊ីនមេឆ្លើយតប។',
    en: 'Nothing is lost. They come by themselves once the hub answers.',
    ...on('As above'),
  },
  next: {
    km: 'សូមមើលថា ម៉ាស៊ីនមេ និងខ្សែបណ្ដាញបើកដំណើរការ រួចសាកម្ដងទៀត។',
    en: 'See that the hub and the network switch are on, then try again.',
    ...on('As above'),
  },
};

const gone: TroubleTexts = {
  what: {
    km: 'រកមិនឃើញអ្នករៀននេះទេ',
    en: 'This learner can’t be found here',
    ...on('The learner left the list while their page was open'),
  },
  work: {
    km: 'បញ្ជីឈ្មោះអាចទើបផ្លាស់ប្ដូរនៅម៉ាស៊ីនមេ។',
    en: 'The list of people may just have changed at the hub.',
    ...on('As above'),
  },
  next: {
    km: 'សូមបិទ រួចជ្រើសពីបញ្ជីម្ដងទៀត។',
    en: 'Close this and choose from the list again.',
    ...on('As above'),
  },
};

const away: TroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយតបទេ',
    en: 'The hub does not answer',
    ...on('Something an officer wanted the hub to do; it could not be asked'),
  },
  work: {
    km: 'មិនទាន់មានអ្វីផ្លាស់ប្ដូរទេ ហើយគ្មានអ្វីត្រូវធ្វើដោយស្ងាត់ៗនៅពេលក្រោយទេ។',
    en: 'As far as is known nothing was changed, and nothing will be done later by itself.',
    ...on('As above'),
  },
  next: {
    km: 'ពេលម៉ាស៊ីនមេឆ្លើយតបវិញ សូមមើលថាអ្វីៗយ៉ាងណា រួចធ្វើម្ដងទៀត។',
    en: 'When the hub answers again, look how things stand, and do it again.',
    ...on('As above'),
  },
};

const denied: TroubleTexts = {
  what: {
    km: 'អ្នកមិនមានសិទ្ធិធ្វើការនេះទេ',
    en: 'This is not yours to do',
    ...on('The hub refused what a staff member asked: their role or groups don’t allow it'),
  },
  work: {
    km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។',
    en: 'Nothing was changed.',
    ...on('As above'),
  },
  next: {
    km: 'សូមសួរប្រធានមជ្ឈមណ្ឌល។',
    en: 'Ask the site manager.',
    ...on('As above'),
  },
};

const repeated: TroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនមេបានធ្វើការនេះរួចហើយ',
    en: 'The hub has done this already',
    ...on('The same command came again; its first answer was lost'),
  },
  work: {
    km: 'វាមិនត្រូវបានធ្វើពីរដងទេ។',
    en: 'It was not done twice.',
    ...on('As above'),
  },
  next: {
    km: 'សូមមើលថាអ្វីៗយ៉ាងណាឥឡូវនេះ។',
    en: 'Look how things stand now.',
    ...on('As above'),
  },
};

const unexpected: TroubleTexts = {
  what: {
    km: 'មានអ្វីមួយមិនដំណើរការ',
    en: 'Something did not work',
    ...on('Any failure without a sentence of its own'),
  },
  work: {
    km: 'ការងាររបស់អ្នករៀនរក្សាទុកនៅម៉ាស៊ីនរបស់គេ។ គ្មានអ្វីបាត់ទេ។',
    en: 'The learners’ work is kept at their seats. Nothing is lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Try again. If it does not help, call a technician.',
    ...on('As above'),
  },
};

/** By what an officer can do about it; every other code is {@link unexpected}. */
const byCode: Partial<Readonly<Record<ErrorCode, TroubleTexts>>> = {
  'store.full': full,
  'store.unopenable': store,
  'store.in-use': store,
  'store.closed': store,
  'store.conflict': store,
  'store.unreachable': store,
  'store.refused': store,
  'key.missing': keys,
  'seal.broken': keys,
  'hub.away': away,
  'hub.unreachable': away,
  'hub.timeout': away,
  'command.stale': away,
  'command.repeated': repeated,
  'permission.denied': denied,
  'signature.invalid': denied,
  'signature.unknown-key': denied,
  'sign-in.wait': waitFirst,
  'passphrase.weak': weak,
  'learner.unknown': gone,
  ...peopleByCode,
  ...timetableByCode,
  ...hubByCode,
  ...recordByCode,
  ...packsByCode,
  ...lookByCode,
};

export function troubleTextsOf(error: ReanError): TroubleTexts {
  const { code, facts } = error;
  if (code === 'shape.invalid' && facts['at'] === 'learner') return gone;
  if (code === 'permission.second') return secondTroubleOf(error);
  if (code === 'sign-in.wrong') return wrongTroubleOf(error);
  if (code === 'permission.denied' && facts['problem'] === 'disabled') return ownEnded;
  if (code === 'printer.refused') return printTroubleOf(facts['problem']);
  if (code === 'stick.refused') return stickTroubleOf(facts['problem']);
  return byCode[code] ?? unexpected;
}

/** For the list of strings. */
export const troubleTexts = {
  full,
  store,
  keys,
  gone,
  away,
  denied,
  waitFirst,
  weak,
  repeated,
  unexpected,
  ...secondTroubles,
  ...peopleTroubles,
  ...timetableTroubles,
  ...hubTroubles,
  ...recordTroubles,
  ...packTroubles,
  ...lookTroubles,
  ...stickTroubles,
  ...printTroubles,
} as const;
