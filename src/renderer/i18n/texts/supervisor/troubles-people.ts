import type { ErrorCode } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

/** Why something about learners, groups or staff was not done. */

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });
const nothingDone = {
  km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។',
  en: 'Nothing was changed.',
  ...on('As above'),
};

const groupGone: TroubleTexts = {
  what: {
    km: 'ក្រុមនេះលែងមានហើយ',
    en: 'This group is not there any more',
    ...on('The group chosen in a form is not known to the hub'),
  },
  work: nothingDone,
  next: {
    km: 'សូមត្រឡប់ រួចជ្រើសក្រុមម្ដងទៀត។',
    en: 'Go back and choose a group again.',
    ...on('As above'),
  },
};

const groupFull: TroubleTexts = {
  what: {
    km: 'ក្រុមនេះពេញហើយ',
    en: 'This group is full',
    ...on('Every tile is somebody’s in the group chosen'),
  },
  work: {
    km: 'រូបសម្គាល់ទាំងអស់មានម្ចាស់រួចហើយ។ គ្មានអ្វីផ្លាស់ប្ដូរទេ។',
    en: 'Every tile of it is somebody’s. Nothing was changed.',
    ...on('As above'),
  },
  next: {
    km: 'សូមជ្រើសក្រុមផ្សេង ឬបង្កើតក្រុមថ្មី។',
    en: 'Choose another group, or make a new one.',
    ...on('As above'),
  },
};

const otherScope: TroubleTexts = {
  what: {
    km: 'ក្រុមនេះសម្រាប់មនុស្សផ្សេង',
    en: 'This group is for others',
    ...on('Men, women and minors have groups of their own'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលភេទ ឆ្នាំកំណើត និងក្រុមម្ដងទៀត។',
    en: 'Look at sex, year of birth and group again.',
    ...on('As above'),
  },
};

const symbolTaken: TroubleTexts = {
  what: {
    km: 'ក្រុមផ្សេងមានរូបនេះហើយ',
    en: 'Another group has this picture',
    ...on('The picture chosen for a group; the other group may be one this person does not see'),
  },
  work: nothingDone,
  next: {
    km: 'សូមជ្រើសរូបផ្សេង ដើម្បីកុំឱ្យអ្នករៀនច្រឡំក្រុម។',
    en: 'Choose another, so that learners don’t take one group for the other.',
    ...on('As above'),
  },
};

const countDay: TroubleTexts = {
  what: {
    km: 'មិនអាចរាប់សម្រាប់ថ្ងៃដែលបានជ្រើសទេ',
    en: 'This day can’t be counted',
    ...on('The reading room: the day chosen is to come, or more than a month ago'),
  },
  work: nothingDone,
  next: {
    km: 'សូមជ្រើសថ្ងៃក្នុង ៣១ ថ្ងៃចុងក្រោយ។',
    en: 'Choose one of the last 31 days.',
    ...on('As above'),
  },
};

const countCorrected: TroubleTexts = {
  what: {
    km: 'មានគេកែចំនួននេះរួចហើយ',
    en: 'This count was corrected already',
    ...on('The reading room: somebody else corrected the same entry'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលបញ្ជីម្ដងទៀត ហើយកែចំនួនថ្មី បើវានៅខុស។',
    en: 'Look at the list again, and correct the new count if it is still wrong.',
    ...on('As above'),
  },
};

const noFile: TroubleTexts = {
  what: {
    km: 'មិនអាចអានឯកសារនេះបានទេ',
    en: 'This file can’t be read',
    ...on('A list of learners chosen from a disk: too large, gone, or not for us to read'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលថាវាតូចជាង ១០ MB ហើយមិនបើកក្នុងកម្មវិធីផ្សេង រួចជ្រើសម្ដងទៀត។',
    en: 'See that it has less than 10 MB and is not open elsewhere, then choose it again.',
    ...on('As above'),
  },
};

const partly: TroubleTexts = {
  what: {
    km: 'ការងារនេះប្រហែលជាធ្វើបានតែមួយផ្នែក',
    en: 'This may be done in part',
    ...on('A long list was sent, and the hub stopped in the middle of it'),
  },
  work: {
    km: 'អ្វីដែលបានធ្វើរួច នៅដដែល។',
    en: 'What was done stays.',
    ...on('As above'),
  },
  next: {
    km: 'សូមមើលថាអ្វីៗយ៉ាងណាឥឡូវនេះ រួចធ្វើម្ដងទៀត។',
    en: 'Look how things stand now, then do it again.',
    ...on('As above'),
  },
};

const attendanceDay: TroubleTexts = {
  what: {
    km: 'មិនអាចបញ្ជាក់វត្តមានសម្រាប់ថ្ងៃនេះបានទេ',
    en: 'Attendance of this day can’t be confirmed',
    ...on('A sheet of attendance is of a day to come, or of more than 62 days ago'),
  },
  work: nothingDone,
  next: {
    km: 'សូមជ្រើសថ្ងៃក្នុង ៦២ ថ្ងៃចុងក្រោយ។',
    en: 'Choose one of the last 62 days.',
    ...on('As above'),
  },
};

const attendanceChanged: TroubleTexts = {
  what: {
    km: 'បញ្ជីនេះបានផ្លាស់ប្ដូរហើយ',
    en: 'This sheet has changed meanwhile',
    ...on('Somebody else confirmed a line of the sheet, or a learner is in another group now'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលបញ្ជីដែលបង្ហាញឥឡូវនេះ រួចបញ្ជាក់ម្ដងទៀត។',
    en: 'Look at the sheet as it stands now, then confirm once more.',
    ...on('As above'),
  },
};

const attendancePointless: TroubleTexts = {
  what: {
    km: 'គ្មានអ្វីត្រូវកែទេ',
    en: 'There is nothing to correct',
    ...on('A correction of attendance says what holds already, or nothing was confirmed'),
  },
  work: nothingDone,
  next: {
    km: 'សូមមើលបញ្ជីម្ដងទៀត។',
    en: 'Look at the sheet once more.',
    ...on('As above'),
  },
};

const reportChanged: TroubleTexts = {
  what: {
    km: 'របាយការណ៍នេះចាស់ហើយ',
    en: 'This report is no longer as it stands',
    ...on('A report was to be saved, but somebody in it is not here any more, or it was made anew'),
  },
  work: {
    km: 'គ្មានឯកសារណាត្រូវបានរក្សាទុកទេ។',
    en: 'No file was saved.',
    ...on('As above'),
  },
  next: {
    km: 'សូមចុច «ធ្វើឡើងវិញ» រួចមើល ហើយរក្សាទុកម្ដងទៀត។',
    en: 'Press “Make anew”, look at it, and save it again.',
    ...on('As above'),
  },
};

/** For the list of strings. */
export const peopleTroubles = {
  groupGone,
  groupFull,
  otherScope,
  symbolTaken,
  countDay,
  countCorrected,
  attendanceDay,
  attendanceChanged,
  attendancePointless,
  noFile,
  reportChanged,
  partly,
} as const;

export const peopleByCode = {
  'group.unknown': groupGone,
  'group.full': groupFull,
  'group.other-scope': otherScope,
  'group.symbol-taken': symbolTaken,
  'count.day': countDay,
  'count.corrected': countCorrected,
  'attendance.day': attendanceDay,
  'attendance.changed': attendanceChanged,
  'attendance.none': attendancePointless,
  'attendance.pointless': attendancePointless,
  'file.unreadable': noFile,
  'report.changed': reportChanged,
  'command.partly': partly,
} as const satisfies Partial<Readonly<Record<ErrorCode, TroubleTexts>>>;
