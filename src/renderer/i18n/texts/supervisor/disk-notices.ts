import type { Sentence } from './notices.ts';

type Parts = readonly [context: string, what: Sentence, work: Sentence, next: Sentence];

const kept: Sentence = [
  'គ្មានអ្វីបាត់ ហើយ Rean មិនលុបអ្វីទេ៖ កំណត់ត្រានៅទីនេះ រហូតដល់ម៉ាស៊ីនមេមានច្បាប់ចម្លងបម្រុងទុក។',
  'Nothing is lost, and Rean deletes nothing: records stay until the hub has a backup of them.',
];

const stopsSoon: Sentence = [
  'មកទល់ពេលនេះ គ្មានអ្វីបាត់ទេ។ តែបើថាសពេញ កំណត់ត្រាថ្មីមិនអាចរក្សាទុកលើថាសនោះបានទេ។',
  'So far nothing is lost. Once the disk is full, nothing new can be kept on it.',
];

/** Disks that fill up: which, what it means for the work, what to do ([RET3]). */
export const diskNotices: Readonly<
  Record<
    | 'disk-filling'
    | 'disk-nearly-full'
    | 'stations-disk-filling'
    | 'stations-disk-nearly-full'
    | 'hub-disk-filling'
    | 'hub-disk-nearly-full',
    Parts
  >
> = {
  'disk-filling': [
    'The disk of this computer is more than 70 % full',
    ['ថាសនៃកុំព្យូទ័រនេះកំពុងពេញបន្តិចម្ដងៗ', 'The disk of this computer is filling up'],
    kept,
    [
      'សូមធ្វើច្បាប់ចម្លងបម្រុងទុកនៅម៉ាស៊ីនមេ។ បន្ទាប់មក កុំព្យូទ័រនេះបង្កើតកន្លែងទំនេរដោយខ្លួនឯង។',
      'Make a backup at the hub. This computer then makes room by itself.',
    ],
  ],
  'disk-nearly-full': [
    'The disk of this computer is more than 85 % full',
    ['ថាសនៃកុំព្យូទ័រនេះស្ទើរតែពេញហើយ', 'The disk of this computer is nearly full'],
    stopsSoon,
    [
      'សូមធ្វើច្បាប់ចម្លងបម្រុងទុកនៅម៉ាស៊ីនមេថ្ងៃនេះ។ បើមិនគ្រប់ អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរលើថាស។',
      'Make a backup at the hub today. If that is not enough, technician: make room on the disk.',
    ],
  ],
  'stations-disk-filling': [
    'Disks of other computers of the lab are more than 70 % full',
    ['ថាសនៃកុំព្យូទ័រខ្លះកំពុងពេញបន្តិចម្ដងៗ', 'Disks of some computers are filling up'],
    kept,
    [
      'សូមធ្វើច្បាប់ចម្លងបម្រុងទុកនៅម៉ាស៊ីនមេ។ បន្ទាប់មក កុំព្យូទ័រទាំងនោះបង្កើតកន្លែងទំនេរដោយខ្លួនឯង។',
      'Make a backup at the hub. Those computers then make room by themselves.',
    ],
  ],
  'stations-disk-nearly-full': [
    'A disk of another computer of the lab is more than 85 % full',
    ['ថាសនៃកុំព្យូទ័រខ្លះស្ទើរតែពេញហើយ', 'Disks of some computers are nearly full'],
    stopsSoon,
    [
      'សូមធ្វើច្បាប់ចម្លងបម្រុងទុកនៅម៉ាស៊ីនមេថ្ងៃនេះ។ បើមិនគ្រប់ អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរលើថាសទាំងនោះ។',
      'Make a backup at the hub today. If that is not enough, technician: make room on those disks.',
    ],
  ],
  'hub-disk-filling': [
    'The hub’s disk is more than 70 % full',
    ['ថាសនៃម៉ាស៊ីនមេកំពុងពេញបន្តិចម្ដងៗ', 'The hub’s disk is filling up'],
    [
      'គ្មានអ្វីបាត់ទេ។ ម៉ាស៊ីនមេរក្សាទុកកំណត់ត្រាទាំងអស់ ហើយមិនលុបអ្វីដោយខ្លួនឯងទេ។',
      'Nothing is lost. The hub keeps all records, and deletes nothing by itself.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ សូមធ្វើច្បាប់ចម្លងបម្រុងទុក រួចធ្វើឱ្យមានកន្លែងទំនេរ ឬដាក់ថាសធំជាងនេះ។',
      'Technician: make a backup, then make room, or put in a larger disk.',
    ],
  ],
  'hub-disk-nearly-full': [
    'The hub’s disk is more than 85 % full',
    ['ថាសនៃម៉ាស៊ីនមេស្ទើរតែពេញហើយ', 'The hub’s disk is nearly full'],
    [
      'មកទល់ពេលនេះ គ្មានអ្វីបាត់ទេ។ តែបើថាសពេញ ម៉ាស៊ីនមេឈប់ទទួលកំណត់ត្រា ហើយវានៅកុំព្យូទ័រដែលបង្កើតវា។',
      'So far nothing is lost. Once the disk is full, the hub takes no records; they stay at the computers that made them.',
    ],
    [
      'អ្នកបច្ចេកទេស៖ សូមធ្វើច្បាប់ចម្លងបម្រុងទុកថ្ងៃនេះ រួចធ្វើឱ្យមានកន្លែងទំនេរ ឬដាក់ថាសធំជាងនេះ។',
      'Technician: make a backup today, then make room, or put in a larger disk.',
    ],
  ],
};
