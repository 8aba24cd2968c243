import type { StickProblem } from '../../../shared/contracts/stick.ts';
import type { Text, Texts } from '../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

/** Why a file is not on the stick: what happened, what it means, what to do; in both windows. */
export interface StickTroubleTexts extends Texts {
  readonly what: Text;
  readonly work: Text;
  readonly next: Text;
}

const nothing: Text = {
  km: 'គ្មានអ្វីត្រូវបានចម្លងទៅ USB ទេ។',
  en: 'Nothing was saved onto a stick.',
  ...on('A file could not be saved onto a stick; whichever the reason'),
};

const none: StickTroubleTexts = {
  what: {
    km: 'រកមិនឃើញ USB ទេ',
    en: 'There is no stick in this computer',
    ...on('A file was to be saved onto a USB stick'),
  },
  work: nothing,
  next: {
    km: 'សូមដោត USB មួយ រួចសាកម្ដងទៀត។',
    en: 'Plug one in, and try again.',
    ...on('As above'),
  },
};

const several: StickTroubleTexts = {
  what: {
    km: 'មាន USB ច្រើនជាងមួយ',
    en: 'There is more than one stick in this computer',
    ...on('As above; a card in a reader counts too'),
  },
  work: nothing,
  next: {
    km: 'សូមទុក USB តែមួយ ដោយដក USB និងកាតផ្សេងទៀតចេញ រួចសាកម្ដងទៀត។',
    en: 'Leave only one in: take out the other sticks, cards and disks. Then try again.',
    ...on('As above'),
  },
};

const kind: StickTroubleTexts = {
  what: {
    km: 'USB នេះមិនមែនប្រភេទ FAT ទេ',
    en: 'This stick is not a FAT one',
    ...on('As above; FAT is how it was formatted'),
  },
  work: nothing,
  next: {
    km: 'សូមប្រើ USB ផ្សេង ឬឱ្យអ្នកបច្ចេកទេសរៀបចំវាជា FAT32 ឬ exFAT។',
    en: 'Take another stick, or have a technician format it as FAT32 or exFAT.',
    ...on('As above'),
  },
};

const guarded: StickTroubleTexts = {
  what: {
    km: 'USB នេះហាមសរសេរ',
    en: 'This stick is write-protected',
    ...on('As above; some have a small switch'),
  },
  work: nothing,
  next: {
    km: 'សូមរុញកុងតាក់តូចនៅលើ USB បើមាន ឬប្រើ USB ផ្សេង។',
    en: 'Move the small switch on it, if it has one, or take another stick.',
    ...on('As above'),
  },
};

const full: StickTroubleTexts = {
  what: {
    km: 'USB នេះគ្មានកន្លែងគ្រប់គ្រាន់ទេ',
    en: 'There is not enough room on this stick',
    ...on('As above'),
  },
  work: nothing,
  next: {
    km: 'សូមលុបអ្វីចោលពី USB នៅកុំព្យូទ័រផ្សេង ឬប្រើ USB ផ្សេង។',
    en: 'Make room on it at another computer, or take another stick.',
    ...on('As above'),
  },
};

const gone: StickTroubleTexts = {
  what: {
    km: 'USB ត្រូវបានដក ឬឈប់ឆ្លើយ មុនចប់',
    en: 'The stick was pulled out, or stopped answering, before the end',
    ...on('As above'),
  },
  work: {
    km: 'ឯកសារនេះមិនមានពេញលេញនៅលើ USB ទេ។ វានៅក្នុងកុំព្យូទ័រនេះដដែល។',
    en: 'The file is not on the stick as a whole. What it was made from is still on this computer.',
    ...on('As above'),
  },
  next: {
    km: 'សូមដោតវិញ រួចសាកម្ដងទៀត។ កុំដកមុនអេក្រង់ប្រាប់។',
    en: 'Plug it in and try again. Leave it in until the screen says so.',
    ...on('As above'),
  },
};

const damaged: StickTroubleTexts = {
  what: {
    km: 'USB នេះមិនរក្សាអ្វីដែលបានសរសេរទេ',
    en: 'This stick does not keep what is written on it',
    ...on('As above; the file was read back and was another'),
  },
  work: nothing,
  next: {
    km: 'សូមប្រើ USB ផ្សេង។ USB នេះខូច។',
    en: 'Take another stick: this one is broken.',
    ...on('As above'),
  },
};

const busy: StickTroubleTexts = {
  what: {
    km: 'កុំព្យូទ័រនេះកំពុងរវល់នឹង USB ផ្សេង',
    en: 'This computer is busy with a stick, or does not see to it',
    ...on('As above; an update or another file may be under way'),
  },
  work: nothing,
  next: {
    km: 'សូមរង់ចាំមួយនាទី រួចសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Wait a minute and try again. If it does not help, call a technician.',
    ...on('As above'),
  },
};

const byProblem: Readonly<Record<StickProblem, StickTroubleTexts>> = {
  none,
  several,
  kind,
  protected: guarded,
  full,
  gone,
  damaged,
  busy,
};

export function stickTroubleOf(problem: unknown): StickTroubleTexts {
  const known = Object.entries(byProblem).find(([name]) => name === problem);
  return known?.[1] ?? busy;
}

/** For the list of strings. */
export const stickTroubles = {
  stickNone: none,
  stickSeveral: several,
  stickKind: kind,
  stickGuarded: guarded,
  stickFull: full,
  stickGone: gone,
  stickDamaged: damaged,
  stickBusy: busy,
} as const;

const at = (context: string) => ({ context, screen: 'reports' });

/** Where files leave on a stick. */
export const stickTexts = {
  hint: {
    km: 'ឯកសារចេញតាម USB៖ សូមដោត USB មួយ (FAT) មុនចុច។ ឈ្មោះអ្នកចម្លងនៅក្នុងកំណត់ហេតុ។',
    en: 'Files leave on a stick here: plug one in (FAT) before you press. That you saved it is kept in the trail.',
    ...at('Under a button that saves a file, on a PC whose files leave on a stick only'),
  },
  writing: {
    km: 'កំពុងចម្លងទៅ USB… សូមកុំដក។',
    en: 'Saving onto the stick… leave it in.',
    ...at('The same place, while it is written'),
  },
  saved: {
    km: 'រួចហើយ៖ {file} នៅក្នុងថត rean-out លើ USB។ អ្នកអាចដក USB ឥឡូវនេះ។',
    en: 'Done: {file} is in the folder rean-out of the stick. You may pull it out now.',
    ...at('After the file was written, and the stick let go of'),
  },
} as const satisfies Texts;
