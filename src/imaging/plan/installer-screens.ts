import { goOn, screen, text, trouble } from './screen-words.ts';
import type { ScreenWords } from './screen-words.ts';

/** What the installer can say, by the name its shell calls it. */
export const installerScreenNames = [
  'wait',
  'role',
  'number',
  'disk',
  'disk-data',
  'check',
  'write',
  'done',
  'no-stick',
  'bad-stick',
  'no-disk',
  'many-disks',
  'small-disk',
  'disk-failed',
  'wait-hub',
  'fetch',
  'check-hub',
  'write-hub',
  'done-hub',
  'no-cable',
  'no-hub',
  'bad-hub',
  'small-memory',
] as const;
export type InstallerScreenName = (typeof installerScreenNames)[number];

const again = text('ចុច Enter ដើម្បីចាប់ផ្ដើមម្ដងទៀត។', 'Press Enter to start again.');
const stay = text(
  'កុំដក USB ឬបិទកុំព្យូទ័រ។ បើដាច់ភ្លើង សូមចាប់ផ្ដើមម្ដងទៀត។',
  'Leave the stick in, and the computer on. If the power goes: start again.',
);

const stayOn = text(
  'កុំដកខ្សែបណ្ដាញ ឬបិទកុំព្យូទ័រ។ បើដាច់ភ្លើង សូមចាប់ផ្ដើមម្ដងទៀត។',
  'Leave the network cable in, and the computer on. If the power goes: start again.',
);
const untouched = text('ថាសរបស់កុំព្យូទ័រនៅដដែល។', 'The computer’s disk was left as it is.');

/** What only those show that were started over the LAN ([PXE6]). */
const overTheLan = {
  'wait-hub': screen(text('កំពុងរកម៉ាស៊ីនមេ…', 'Looking for the hub…'), text('សូមរង់ចាំ។', 'Please wait.')),
  fetch: screen(text('កំពុងទាញយកពីម៉ាស៊ីនមេ…', 'Fetching from the hub…'), stayOn, untouched),
  'check-hub': screen(text('កំពុងពិនិត្យ…', 'Checking what came…'), stayOn),
  'write-hub': screen(text('កំពុងដំឡើង…', 'Installing…'), stayOn),
  'done-hub': screen(
    text('រួចរាល់ហើយ', 'Done'),
    text('សូមកត់ត្រាអ្វីដែលនៅខាងក្រោម។', 'Note down what stands below.'),
    text(
      'ចុច Enter។ កុំព្យូទ័រនឹងចាប់ផ្ដើមពីថាសរបស់វា។',
      'Press Enter. The computer starts anew, from its own disk.',
    ),
    text(
      'បើវាត្រឡប់មកទីនេះវិញ សូមឱ្យ BIOS ចាប់ផ្ដើមពីថាសមុន។',
      'If it comes back here, have its BIOS start from the disk first.',
    ),
  ),
  'no-cable': trouble(
    text('ប្រើបណ្ដាញមិនបាន', 'The network card can’t be used'),
    text('សូមដំឡើងកុំព្យូទ័រនេះដោយ USB។', 'Install this computer with the stick.'),
    again,
  ),
  'no-hub': trouble(
    text('ម៉ាស៊ីនមេមិនឆ្លើយ', 'The hub does not answer'),
    text('ពិនិត្យខ្សែបណ្ដាញ។', 'Check the network cable.'),
    text(
      'ការដំឡើងតាមបណ្ដាញបើកតែមួយម៉ោងប៉ុណ្ណោះ។ បើកវាម្ដងទៀត។',
      'Installing over the LAN is on for an hour. Turn it on again.',
    ),
    text('ចុច Enter ដើម្បីសាកម្ដងទៀត។', 'Press Enter to try again. What came is kept.'),
  ),
  'bad-hub': trouble(
    text('អ្វីដែលមកពីបណ្ដាញ ខូច ឬមិនមែនរបស់មជ្ឈមណ្ឌលនេះ', 'What came is damaged, or not this site’s'),
    untouched,
    text(
      'ត្រួតពិនិត្យថា គ្មានឧបករណ៍ចម្លែកនៅលើបណ្ដាញ រួចប្រើ USB។',
      'See that nothing strange is on the network. Then use the stick.',
    ),
    again,
  ),
  'small-memory': trouble(
    text('អង្គចងចាំតូចពេក', 'This computer has too little memory'),
    text('សូមដំឡើងកុំព្យូទ័រនេះដោយ USB។', 'Install this computer with the stick.'),
    again,
  ),
} as const satisfies Partial<Record<InstallerScreenName, ScreenWords>>;

/** What each screen says ([INS1]): Khmer first, English beneath. */
export const installerScreens: Readonly<Record<InstallerScreenName, ScreenWords>> = {
  wait: screen(text('កំពុងពិនិត្យ USB…', 'Checking the stick…'), text('សូមរង់ចាំ។', 'Please wait.')),
  role: screen(
    text('កុំព្យូទ័រនេះសម្រាប់ធ្វើអ្វី?', 'What is this computer for?'),
    text('១  សិស្សរៀន', '1  learners (station)'),
    text('២  មន្ត្រី', '2  officers (supervisor)'),
    text('៣  ម៉ាស៊ីនមេ', '3  the hub'),
    text('វាយលេខ រួចចុច Enter។', 'Type the number, then press Enter.'),
  ),
  number: screen(
    text('កុំព្យូទ័រនេះលេខប៉ុន្មាន?', 'Which number has this computer?'),
    text('លេខដែលបិទនៅលើតុ។', 'The number on its desk.'),
    text('វាយលេខ រួចចុច Enter។', 'Type the number, then press Enter.'),
  ),
  disk: screen(
    text('ថាសនេះនឹងក្លាយជាថាសរបស់ Rean', 'This disk will be Rean’s'),
    text('ថាសនេះទទេ។', 'It is empty, or an installation on it was cut off.'),
    goOn,
  ),
  'disk-data': trouble(
    text('ថាសនេះនឹងត្រូវលុបទាំងអស់!', 'This disk will be erased!'),
    text(
      'មានអ្វីមួយនៅលើថាសនេះ។ វានឹងបាត់ជារៀងរហូត។',
      'There is something on it. It will be gone for good.',
    ),
    text('បើយល់ព្រម សូមវាយ ERASE រួចចុច Enter។', 'If that is right, type ERASE and press Enter.'),
    text('បើមិនយល់ព្រម សូមបិទកុំព្យូទ័រ។', 'If not, switch the computer off: nothing was changed.'),
  ),
  check: screen(text('កំពុងពិនិត្យ…', 'Checking what is on the stick…'), stay),
  write: screen(text('កំពុងដំឡើង…', 'Installing…'), stay),
  done: screen(
    text('រួចរាល់ហើយ', 'Done'),
    text('សូមកត់ត្រាអ្វីដែលនៅខាងក្រោម។', 'Note down what stands below.'),
    text('ដក USB ចេញ។ កុំព្យូទ័រនឹងចាប់ផ្ដើមឡើងវិញ។', 'Take the stick out. The computer starts by itself.'),
  ),
  'no-stick': trouble(
    text('រក USB មិនឃើញ', 'The stick can’t be found'),
    text('ដោតវានៅរន្ធផ្សេង។', 'Plug it in elsewhere, at the back of the computer.'),
    again,
  ),
  'bad-stick': trouble(
    text('USB នេះខូច ឬត្រូវបានគេកែប្រែ', 'This stick is damaged, or was changed'),
    untouched,
    text('សូមសរសេរ USB នេះម្ដងទៀត ឬយក USB ផ្សេង។', 'Write the stick again, or take another one.'),
    again,
  ),
  'no-disk': trouble(
    text('រកថាសមិនឃើញ', 'There is no disk in this computer'),
    text('ពិនិត្យខ្សែរបស់ថាស។', 'Check its cables. Disks on a USB cable don’t count.'),
    again,
  ),
  'many-disks': trouble(
    text('មានថាសលើសពីមួយ', 'There is more than one disk'),
    text('ទុកតែមួយ ដកផ្សេងទៀតចេញ។', 'Leave in only the one to install on.'),
    again,
  ),
  'small-disk': trouble(
    text('ថាសនេះតូចពេក', 'This disk is too small'),
    text('ត្រូវការថាសធំជាងនេះ។', 'Put in a larger one. Nothing was changed.'),
    again,
  ),
  'disk-failed': trouble(
    text('សរសេរលើថាសមិនបាន', 'The disk could not be written'),
    text('សាកម្ដងទៀត។ បើនៅតែមិនបាន សូមប្ដូរថាស។', 'Try once more. If it fails again, change the disk.'),
    again,
  ),
  ...overTheLan,
};
