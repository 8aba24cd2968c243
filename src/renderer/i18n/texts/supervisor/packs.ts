import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-packs' });

export const packsTexts = {
  open: {
    km: 'កញ្ចប់នៅគ្រប់ស្ថានីយ៍',
    en: 'Packs at all stations',
    ...at('Button on the Site screen: opens the list of packs'),
  },
  title: { km: 'កញ្ចប់មេរៀន', en: 'Lesson packs', ...at('Heading of the panel') },
  none: {
    km: 'ម៉ាស៊ីនមេមិនទាន់មានកញ្ចប់ទេ។ អ្នកបច្ចេកទេសដាក់វាដោយបញ្ជា rean\u00a0pack\u00a0publish។',
    en: 'The hub has no pack yet. A technician puts one there with rean\u00a0pack\u00a0publish.',
    ...at('In place of the list'),
  },
  away: {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយតបទេ។ ស្ថានីយ៍នៅតែប្រើកញ្ចប់ដែលមាន ហើយចែកគ្នាទៅវិញទៅមក។',
    en: 'The hub does not answer. Stations go on with what they have, and fetch from each other.',
    ...at('In place of the list, while the hub is away'),
  },
  listed: {
    km: 'គ្រប់ស្ថានីយ៍ប្រើកំណែ {version}',
    en: 'Stations get version {version}',
    ...at('Under a pack’s heading: the version on the site’s list'),
  },
  unlisted: {
    km: 'មិនទាន់ដាក់ឱ្យស្ថានីយ៍ប្រើទេ',
    en: 'Not given to stations yet',
    ...at('Under a pack’s name: it is at the hub and not on the list'),
  },
  counted: {
    km: '{version} · នៅ {count}/{all} ស្ថានីយ៍',
    en: '{version} · at {count} of {all} {all|station|stations}',
    ...at('Under a pack’s name: the version on the site’s list, and how many use it'),
  },
  stuck: {
    km: 'មិនមកដល់ {count} ស្ថានីយ៍',
    en: 'Does not come to {count} {count|station|stations}',
    ...at('Under a pack’s name: stations with a trouble'),
  },
  room: {
    km: 'នៅម៉ាស៊ីនមេ កញ្ចប់ប្រើ {taken}។ ទំនេរ {free}។',
    en: 'Packs take {taken} of the hub’s disk. Free there: {free}.',
    ...at('Under the heading: room on the hub’s disk'),
  },
  'room.short': {
    km: 'គ្មានកន្លែងសម្រាប់កញ្ចប់ធំបំផុតមួយទៀតទេ។ អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរ។',
    en: 'There is no room for another as large as the largest. Technician: make some.',
    ...at('Below that, where the hub’s disk gets full'),
  },
  size: { km: 'ទំហំ {size}', en: '{size}', ...at('Size of a pack’s version') },
  voices: { km: 'សំឡេងថត', en: 'Recordings', ...at('Heading over what is recorded of a pack') },
  'voices.counted': {
    km: 'ថតរួច {count} ក្នុងចំណោម {all}',
    en: '{count} of {all} recorded',
    ...at('How many of a pack’s instructions somebody has recorded in Khmer'),
  },
  'voices.how': {
    km: 'អ្វីដែលមិនទាន់ថត អ្នករៀនមិនឃើញប៊ូតុងស្ដាប់ទេ។ អ្នកធ្វើមេរៀនដាក់សំឡេងដោយបញ្ជា rean pack voices។',
    en: 'Learners see no button where nothing is recorded. Authors bring recordings in with rean pack voices.',
    ...at('Under the count of recordings'),
  },
  'voices.whole': { km: 'ថតទាំងអស់', en: 'All recorded', ...at('Beside a lesson’s title') },
  'voices.lack': {
    km: 'មិនទាន់ថត {count}',
    en: '{count} not recorded yet',
    ...at('Beside a lesson’s title: instructions nobody has recorded'),
  },
  'voices.recorded': { km: 'ថតរួច', en: 'Recorded', ...at('Beside an instruction of a lesson') },
  back: { km: 'បញ្ជីកញ្ចប់', en: 'All packs', ...at('Button: back to the list') },
  stations: { km: 'ស្ថានីយ៍', en: 'Stations', ...at('Heading over the stations of one pack') },
  'at.used': {
    km: 'ប្រើកំណែ {version}',
    en: 'Uses {version}',
    ...at('A station uses the version on the list'),
  },
  'at.older': {
    km: 'ប្រើកំណែ {version} នៅឡើយ',
    en: 'Still uses {version}',
    ...at('A station uses another version than the one on the list'),
  },
  'at.none': { km: 'មិនទាន់មានទេ', en: 'Does not have it yet', ...at('A station without the pack') },
  'at.ready': {
    km: 'កំណែ {version} មកដល់ហើយ។ នឹងប្រើ ពេលគ្មានអ្នកអង្គុយ។',
    en: '{version} is there, and is used once nobody sits there.',
    ...at('A station has the version on the list and waits'),
  },
  'at.unknown': {
    km: 'មិនទាន់ប្រាប់ម៉ាស៊ីនមេ',
    en: 'Has not told the hub yet',
    ...at('A station that told nothing since the hub was started'),
  },
  coming: {
    km: 'កំណែ {version}៖ {done} ក្នុងចំណោម {total}',
    en: '{version}: {done} of {total}',
    ...at('A version on its way to a station, in MB or GB'),
  },
  left: { km: 'នៅសល់ {time}', en: '{time} left', ...at('How long a download still takes') },
  capped: {
    km: 'យឺតៗ ព្រោះមានអ្នកកំពុងរៀន',
    en: 'slowly, as people are learning',
    ...at('Beside a download that is held back'),
  },
  peer: {
    km: 'ពីស្ថានីយ៍ {name}',
    en: 'from {name}',
    ...at('Beside a download from another station while the hub is away'),
  },
  'trouble.line': {
    km: 'ខ្សែដាច់។ វានឹងបន្តដោយខ្លួនឯង។',
    en: 'The line was cut. It goes on by itself.',
    ...at('Why a version does not come to a station'),
  },
  'trouble.full': {
    km: 'ថាសពេញ។ ត្រូវការ {needed} ទំនេរតែ {free}។ អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរ។',
    en: 'No room on its disk: {needed} needed, {free} free. Technician: make some.',
    ...at('As above'),
  },
  'trouble.disk': {
    km: 'ថាសពេញ។ អ្នកបច្ចេកទេស៖ សូមធ្វើឱ្យមានកន្លែងទំនេរ។',
    en: 'No room on its disk. Technician: make some.',
    ...at('As above, where the numbers are not known'),
  },
  'trouble.key': {
    km: 'ស្ថានីយ៍នេះមិនទុកចិត្តសោដែលចុះហត្ថលេខាទេ។ អ្នកបច្ចេកទេស៖ សូមដាក់សោនៅស្ថានីយ៍។',
    en: 'The station does not trust the key it is signed with. Technician: let that key in there.',
    ...at('As above'),
  },
  'trouble.revoked': {
    km: 'សោដែលចុះហត្ថលេខា ត្រូវបានដកសិទ្ធិ៖ {reason}។ អ្នកបច្ចេកទេស៖ សូមយកកំណែដែលចុះដោយសោផ្សេង។',
    en: 'The key it is signed with was revoked: {reason}. Technician: bring a version signed with another.',
    ...at('As above'),
  },
  'trouble.requires': {
    km: 'វាត្រូវការកញ្ចប់ផ្សេង៖ {missing}។ អ្នកបច្ចេកទេស៖ សូមដាក់កញ្ចប់នោះដែរ។',
    en: 'It needs other packs: {missing}. Technician: publish those, too.',
    ...at('As above'),
  },
  'trouble.app': {
    km: 'ត្រូវការ Rean {needed} ឬថ្មីជាងនេះ។ អ្នកបច្ចេកទេស៖ សូមដំឡើងនៅស្ថានីយ៍។',
    en: 'It needs Rean {needed} or newer. Technician: install that at the station.',
    ...at('As above'),
  },
  'trouble.damaged': {
    km: 'ឯកសារនៅម៉ាស៊ីនមេខូច។ អ្នកបច្ចេកទេស៖ សូមដាក់កញ្ចប់ម្ដងទៀត។',
    en: 'Its copy at the hub is damaged. Technician: publish the pack again.',
    ...at('As above'),
  },
  'trouble.absent': {
    km: 'ម៉ាស៊ីនមេលែងមានឯកសារវា។ អ្នកបច្ចេកទេស៖ សូមដាក់កញ្ចប់ម្ដងទៀត។',
    en: 'The hub does not have its files. Technician: publish the pack again.',
    ...at('As above'),
  },
  'trouble.refused': {
    km: 'ម៉ាស៊ីនមេមិនឱ្យស្ថានីយ៍នេះចូលទេ។ អ្នកបច្ចេកទេស៖ សូមឱ្យវាចូលម្ដងទៀត។',
    en: 'The hub does not let this station in. Technician: let it in anew.',
    ...at('As above'),
  },
  'trouble.version': {
    km: 'ស្ថានីយ៍ និងម៉ាស៊ីនមេ មាន Rean កំណែមិនត្រូវគ្នា។ អ្នកបច្ចេកទេស៖ សូមដំឡើងកំណែដូចគ្នា។',
    en: 'Station and hub have versions of Rean that do not fit. Technician: install the same at both.',
    ...at('As above'),
  },
  'trouble.content': {
    km: 'មានកំហុសក្នុងកញ្ចប់ផ្ទាល់។ សូមសុំកំណែកែរួចពីអ្នកធ្វើ ហើយត្រឡប់ទៅកំណែមុនសិន។',
    en: 'There is a mistake in the pack itself. Ask its maker for a mended version, and go back to the one before meanwhile.',
    ...at('As above: no station will ever take this version'),
  },
  'trouble.taken': {
    km: 'ស្ថានីយ៍មានកញ្ចប់ផ្សេងដែលមានលេខកំណែដូចគ្នា។ អ្នកបច្ចេកទេស៖ សូមសុំកំណែលេខថ្មីពីអ្នកធ្វើ។',
    en: 'The station has another pack of the same number. Technician: ask its maker for a version with a new number.',
    ...at('As above: a number was used twice'),
  },
  'trouble.base': {
    km: 'វាជាផ្នែកបន្ថែមនៃកំណែ {base} ដែលមិនមាន។ អ្នកបច្ចេកទេស៖ សូមដាក់កញ្ចប់ពេញ។',
    en: 'It only adds to version {base}, which is not there. Technician: publish the whole pack.',
    ...at('As above'),
  },
  'trouble.keys': {
    km: 'បញ្ជីសោនៅស្ថានីយ៍ខូច។ អ្នកបច្ចេកទេស៖ សូមដាក់សោនៅស្ថានីយ៍ម្ដងទៀត។',
    en: 'The station’s list of keys is damaged. Technician: let the keys in there again.',
    ...at('As above'),
  },
  'trouble.busy': {
    km: 'មានកម្មវិធីផ្សេងកំពុងដំឡើងនៅទីនោះ។ វានឹងបន្តដោយខ្លួនឯង។',
    en: 'Another program is installing there. It goes on by itself.',
    ...at('As above'),
  },
  'trouble.store': {
    km: 'ស្ថានីយ៍អាន ឬសរសេរថាសមិនបាន។ អ្នកបច្ចេកទេស៖ សូមពិនិត្យថាសរបស់វា។',
    en: 'The station can’t read or write its disk. Technician: look at its disk.',
    ...at('As above'),
  },
  'trouble.other': {
    km: 'មិនមក ({code})។ វានឹងសាកម្ដងទៀតដោយខ្លួនឯង។ បើនៅតែមិនបាន សូមប្រាប់អ្នកបច្ចេកទេស។',
    en: 'It does not come ({code}). It is tried again by itself; if that does not help, tell a technician.',
    ...at('As above, any other reason: its code for the technician'),
  },
  'choose.title': {
    km: 'កំណែនៅម៉ាស៊ីនមេ',
    en: 'Versions at the hub',
    ...at('Heading over the way back'),
  },
  'choose.back': {
    km: 'ត្រឡប់ទៅ {version}',
    en: 'Go back to {version}',
    ...at('Button: all stations use the version before'),
  },
  'choose.forth': {
    km: 'ប្រើ {version} វិញ',
    en: 'Use {version} again',
    ...at('Button: all stations use a later version again'),
  },
  'choose.what': {
    km: 'គ្រប់ស្ថានីយ៍នឹងប្រើ {version} ជំនួស {listed} ពេលគ្មានអ្នកអង្គុយ។ មេរៀនដែលបានចាប់ផ្ដើម បន្តក្នុងកំណែរបស់វា។ ដំណើររបស់អ្នករៀនរក្សាទុក។',
    en: 'All stations will use {version} in place of {listed}, each once nobody sits there. Lessons that were begun go on in their version. Learners’ progress is kept.',
    ...at('What will happen, before it is done'),
  },
  'choose.do': { km: 'បាទ/ចាស ប្ដូរកំណែ', en: 'Yes, change the version', ...at('Button: does it') },
  'choose.not': { km: 'កុំប្ដូរ', en: 'Leave it', ...at('Button: nothing is done') },
  'choose.why.wrong': {
    km: 'មានកំហុសក្នុងមេរៀន',
    en: 'There are mistakes in its lessons',
    ...at('Reason in a list'),
  },
  'choose.why.fails': {
    km: 'មេរៀនបើកមិនបាន',
    en: 'Its lessons do not open',
    ...at('Reason in a list'),
  },
  'choose.why.mended': { km: 'កែរួចហើយ', en: 'It has been mended', ...at('Reason in a list') },
} as const satisfies Texts;
