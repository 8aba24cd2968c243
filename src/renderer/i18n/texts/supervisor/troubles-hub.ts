import type { ErrorCode } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

const unchanged = {
  km: 'តាមដែលដឹង មិនទាន់មានអ្វីផ្លាស់ប្ដូរទេ។ ការងាររបស់អ្នករៀននៅម៉ាស៊ីនរបស់គេ គ្មានអ្វីបាត់ទេ។',
  en: 'As far as is known nothing was changed. The learners’ work is at their seats; nothing is lost.',
  ...on('Something an officer wanted the hub to do; it could not'),
};

const hubFull: TroubleTexts = {
  what: {
    km: 'ថាសនៃម៉ាស៊ីនមេពេញហើយ',
    en: 'The disk of the hub is full',
    ...on('As above'),
  },
  work: unchanged,
  next: {
    km: 'សូមឱ្យអ្នកបច្ចេកទេសធ្វើឱ្យមានកន្លែងទំនេរនៅម៉ាស៊ីនមេ រួចធ្វើម្ដងទៀត។',
    en: 'Ask a technician to make room at the hub, then do it again.',
    ...on('As above'),
  },
};

const hubBusy: TroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនមេឆ្លើយ ប៉ុន្តែធ្វើមិនទាន់បានទេ',
    en: 'The hub answers, but can’t do it just now',
    ...on('As above'),
  },
  work: unchanged,
  next: {
    km: 'សូមរង់ចាំបន្តិច មើលថាអ្វីៗយ៉ាងណា រួចធ្វើម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Wait a moment, look how things stand, and do it again. If it does not help, call a technician.',
    ...on('As above'),
  },
};

const noStation: TroubleTexts = {
  what: {
    km: 'កុំព្យូទ័រនេះលែងជាស្ថានីយ៍ ឬត្រូវបានបិទមិនឱ្យចូល',
    en: 'That computer is no station any more, or was shut out',
    ...on('An officer wanted to do something about a station that somebody changed meanwhile'),
  },
  work: { km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។', en: 'Nothing was changed.', ...on('As above') },
  next: {
    km: 'សូមត្រឡប់ទៅបញ្ជី ហើយមើលម្ដងទៀត។ បើត្រូវការ សូមបង្កើតលេខកូដថ្មីសម្រាប់វា។',
    en: 'Go back to the list and look again. If needed, make a new code for it.',
    ...on('As above'),
  },
};

const otherVersion: TroubleTexts = {
  what: {
    km: 'កម្មវិធីនៅទីនេះ និងនៅម៉ាស៊ីនមេ មិនដូចជំនាន់គ្នាទេ',
    en: 'This computer and the hub have different versions of Rean',
    ...on('The hub does not know what it was asked, or answered in a way this app does not know'),
  },
  work: unchanged,
  next: {
    km: 'សូមឱ្យអ្នកបច្ចេកទេសដំឡើងជំនាន់ដូចគ្នា។',
    en: 'Ask a technician to install the same version on both.',
    ...on('As above'),
  },
};

const notLetIn: TroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនមេមិនស្គាល់កុំព្យូទ័រនេះទេ',
    en: 'The hub and this computer do not know each other',
    ...on('The hub does not let this station in, or what answers is not the site’s hub'),
  },
  work: unchanged,
  next: {
    km: 'សូមហៅអ្នកបច្ចេកទេស ហើយប្រាប់គាត់នូវប្រយោគនេះ។',
    en: 'Call a technician, and tell them this sentence.',
    ...on('As above'),
  },
};

const restarted: TroubleTexts = {
  what: {
    km: 'កម្មវិធីបានបើកឡើងវិញ នៅពេលកំពុងធ្វើការនេះ',
    en: 'The app began anew while this was being done',
    ...on('The station’s process died while a command was under way'),
  },
  work: {
    km: 'មិនដឹងថាវារួចហើយ ឬមិនទាន់ទេ។ អ្វីដែលបានរក្សាទុករួច មិនបាត់ទេ។',
    en: 'Whether it was done is not known. What was kept is not lost.',
    ...on('As above'),
  },
  next: {
    km: 'សូមមើលថាអ្វីៗយ៉ាងណាឥឡូវនេះ រួចធ្វើម្ដងទៀត បើត្រូវការ។',
    en: 'Look how things stand now, then do it again if need be.',
    ...on('As above'),
  },
};

const notTaken: TroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនមេមិនទទួលអ្វីដែលបានសរសេរទេ',
    en: 'The hub does not take what was filled in',
    ...on('A form was sent with something in it that is not allowed, or too long'),
  },
  work: unchanged,
  next: {
    km: 'សូមមើលអ្វីដែលបានសរសេរ រួចធ្វើម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Look at what is filled in, and do it again. If it does not help, call a technician.',
    ...on('As above'),
  },
};

const seatsOn: TroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនមេមិនបិទទេ៖ មានកន្លែងបើកឡើងវិញ',
    en: 'The hub did not go off: seats came on meanwhile',
    ...on('An officer had the hub switched off while seats were on that the window had not shown'),
  },
  work: unchanged,
  next: {
    km: 'សូមមើលកន្លែងទាំងនោះ បិទវាសិន រួចបិទម៉ាស៊ីនមេម្ដងទៀត។',
    en: 'Look at those seats, switch them off first, then the hub again.',
    ...on('As above'),
  },
};

/** What the hub can't do just now, and stations that are none. */
export const hubByCode = {
  'hub.full': hubFull,
  'hub.busy': hubBusy,
  'hub.seats-on': seatsOn,
  'station.not-enrolled': noStation,
  'hub.protocol': otherVersion,
  'document.unknown-version': otherVersion,
  'hub.refused': notLetIn,
  'hub.certificate-mismatch': notLetIn,
  'station.restarted': restarted,
  'shape.invalid': notTaken,
} as const satisfies Partial<Record<ErrorCode, TroubleTexts>>;

/** For the list of strings. */
export const hubTroubles = {
  hubFull,
  hubBusy,
  seatsOn,
  noStation,
  otherVersion,
  notLetIn,
  restarted,
  notTaken,
} as const;
