import type { ReanError } from '../../../../shared/errors.ts';
import type { TroubleTexts } from './troubles.ts';

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });
const nothingChanged = { km: 'គ្មានអ្វីផ្លាស់ប្ដូរទេ។', en: 'Nothing was changed.', ...on('As above') };
const managerSigns = {
  km: 'សូមឱ្យប្រធានមជ្ឈមណ្ឌលចុះហត្ថលេខាជាអ្នកទីពីរ នៅទីនេះ។',
  en: 'Have a site manager sign here as the second person.',
  ...on('As above'),
};

const missing: TroubleTexts = {
  what: {
    km: 'ត្រូវការមនុស្សពីរនាក់ផ្សេងគ្នាដែលមានសិទ្ធិ',
    en: 'This takes two different people with the right to it',
    ...on('The second signature is missing'),
  },
  work: nothingChanged,
  next: managerSigns,
};

const same: TroubleTexts = {
  what: {
    km: 'អ្នកទីពីរត្រូវជាមនុស្សម្នាក់ផ្សេងទៀត',
    en: 'The second person must be somebody else',
    ...on('Both signatures are of the same person'),
  },
  work: nothingChanged,
  next: managerSigns,
};

const noRight: TroubleTexts = {
  what: {
    km: 'អ្នកទីពីរមិនមានសិទ្ធិចុះហត្ថលេខានេះទេ',
    en: 'The second person has no right to sign this',
    ...on('The second signature is of somebody without the right'),
  },
  work: nothingChanged,
  next: managerSigns,
};

const ended: TroubleTexts = {
  what: {
    km: 'តួនាទីរបស់អ្នកទីពីរបានបញ្ចប់ហើយ',
    en: 'The second person’s appointment has ended',
    ...on('The second signature is of somebody whose account was closed meanwhile'),
  },
  work: nothingChanged,
  next: managerSigns,
};

const wrong: TroubleTexts = {
  what: {
    km: 'ឃ្លាសម្ងាត់មិនត្រូវទេ',
    en: 'The passphrase does not fit',
    ...on('The passphrase of the second person'),
  },
  work: nothingChanged,
  next: {
    km: 'សូមវាយម្ដងទៀតដោយយឺតៗ។ បើខុសច្រើនដង ត្រូវរង់ចាំបន្តិច។ បើតួនាទីរបស់គាត់បានបញ្ចប់ ឃ្លានោះលែងប្រើបាន។',
    en: 'Type it once more, slowly. After several wrong tries there is a wait. If their appointment has ended, it fits no more.',
    ...on('As above'),
  },
};

const wrongAgain: TroubleTexts = {
  what: {
    km: 'ឃ្លាសម្ងាត់ខុសច្រើនដងហើយ',
    en: 'The passphrase was wrong several times',
    ...on('As above, from the third time on'),
  },
  work: nothingChanged,
  next: {
    km: 'សូមរង់ចាំ {time} រួចវាយដោយយឺតៗ ឬឱ្យម្នាក់ទៀតដែលមានសិទ្ធិចុះហត្ថលេខា។',
    en: 'Wait {time}, then type it slowly; or have somebody else with the right sign.',
    ...on('{time} is “5 seconds” or “30 minutes”'),
  },
};

/** The account of whoever is signed in was closed meanwhile. */
export const ownEnded: TroubleTexts = {
  what: {
    km: 'តួនាទីរបស់អ្នកនៅទីនេះបានបញ្ចប់ហើយ',
    en: 'Your appointment here has ended',
    ...on('The hub refused what a staff member asked: their account was closed meanwhile'),
  },
  work: nothingChanged,
  next: { km: 'សូមសួរប្រធានមជ្ឈមណ្ឌល។', en: 'Ask the site manager.', ...on('As above') },
};

/** What is wrong with the second person ([PRM4]). */
export function secondTroubleOf({ facts }: Pick<ReanError, 'facts'>): TroubleTexts {
  switch (facts['problem']) {
    case 'same':
      return same;
    case 'denied':
      return noRight;
    case 'disabled':
      return ended;
    default:
      return missing;
  }
}

/** A passphrase that does not fit: from the third time on there is a wait. */
export function wrongTroubleOf({ facts }: Pick<ReanError, 'facts'>): TroubleTexts {
  return typeof facts['waitMs'] === 'number' && facts['waitMs'] > 0 ? wrongAgain : wrong;
}

/** For the list of strings. */
export const secondTroubles = { missing, same, noRight, ended, wrong, wrongAgain, ownEnded };
