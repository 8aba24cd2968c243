import type { Texts } from '../../text.ts';

const at = (screen: string) => (context: string) => ({ context, screen });
const door = at('maintain-door');
const all = at('maintain-pc');
const pc = at('maintain-pc');
const sound = at('maintain-sound');
const keys = at('maintain-keys');
const shown = at('maintain-screen');
const packs = at('maintain-packs');
const versions = at('maintain-versions');
const bundle = at('maintain-bundle');
const update = at('maintain-update');
const test = at('maintain-test');
const power = at('maintain-power');

/** The technician's screens of a kiosk ([MNT1]). */
export const maintenanceTexts = {
  'door.title': { km: 'ការថែទាំកុំព្យូទ័រ', en: 'Maintenance', ...door('Heading of the hidden sign-in') },
  'door.who': { km: 'ជ្រើសឈ្មោះរបស់អ្នក', en: 'Choose your name', ...door('Over the names') },
  'door.passphrase': {
    km: 'ឃ្លាសម្ងាត់របស់ {name}',
    en: 'Passphrase of {name}',
    ...door('Label of the field'),
  },
  'door.enter': { km: 'ចូល', en: 'Sign in', ...door('Button') },
  'door.checking': { km: 'កំពុងពិនិត្យ…', en: 'Checking…', ...door('The same button meanwhile') },
  'door.back': { km: 'ត្រឡប់', en: 'Back', ...door('Button: to the learners’ sign-in') },
  'door.khmer': { km: 'វាយអក្សរខ្មែរ', en: 'Type Khmer', ...door('Switch: which script keys type') },
  'door.show': { km: 'បង្ហាញ', en: 'Show', ...door('Switch: the passphrase is seen') },
  'door.recorded': {
    km: 'រាល់ការព្យាយាមចូល ត្រូវបានកត់ត្រា។',
    en: 'Every try is on record.',
    ...door('Under the field'),
  },
  'door.wrong': {
    km: 'ឃ្លាសម្ងាត់មិនត្រូវទេ។ សូមវាយម្ដងទៀត។',
    en: 'That is not the passphrase. Type it again.',
    ...door('After a wrong passphrase'),
  },
  'door.wait': {
    km: 'សូមរង់ចាំ {time} សិន រួចសាកម្ដងទៀត។',
    en: 'Wait {time}, then try again.',
    ...door('After several wrong ones'),
  },
  'door.no-keys': {
    km: 'កុំព្យូទ័រនេះមិនទាន់មានបញ្ជីបុគ្គលិកទេ។ សូមពិនិត្យខ្សែបណ្ដាញ និងម៉ាស៊ីនមេ រួចរង់ចាំបន្តិច។',
    en: 'This PC has no list of staff yet. Look at the cable and the hub, and wait a moment.',
    ...door('Before anything came from the hub'),
  },
  'door.nobody': {
    km: 'គ្មានអ្នកបច្ចេកទេសមានគណនីនៅទីនេះទេ។ ប្រធានមជ្ឈមណ្ឌលអាចតែងតាំងម្នាក់។',
    en: 'No technician has an account here. A site manager can appoint one.',
    ...door('Where no staff member is a technician'),
  },
  'door.refused': {
    km: 'ឥឡូវនេះចូលមិនបានទេ៖ មាននរណាម្នាក់អង្គុយទីនេះ ឬកន្លែងនេះត្រូវបានចាក់សោ។',
    en: 'Not now: somebody sits here, or the seat is locked.',
    ...door('Where somebody sat down meanwhile'),
  },
  'door.failed': {
    km: 'មិនទាន់បានទេ។ សូមសាកម្ដងទៀត។',
    en: 'It did not work. Try again.',
    ...door('Where the program had a fault'),
  },

  title: { km: 'ការថែទាំ', en: 'Maintenance', ...all('In the bar, before the name') },
  end: { km: 'ចប់ ហើយត្រឡប់', en: 'End, back to sign-in', ...all('Button in the bar') },
  quiet: {
    km: 'ចប់ដោយខ្លួនឯង ប្រសិនបើគ្មានអ្នកប៉ះ ៥ នាទី។',
    en: 'Ends by itself after 5 minutes untouched.',
    ...all('Small, under the list of places'),
  },
  'place.pc': { km: 'បណ្ដាញ និងថាស', en: 'Network and disk', ...all('Place in the list') },
  'place.sound': { km: 'សំឡេង', en: 'Sound', ...all('Place in the list') },
  'place.keys': { km: 'ក្ដារចុច', en: 'Keyboard', ...all('Place in the list') },
  'place.screen': { km: 'អេក្រង់', en: 'Screen', ...all('Place in the list') },
  'place.packs': { km: 'កញ្ចប់មេរៀន', en: 'Packs', ...all('Place in the list') },
  'place.versions': {
    km: 'កំណែ និងការចាក់សោ',
    en: 'Versions, lock-down',
    ...all('Place in the list'),
  },
  'place.bundle': { km: 'កញ្ចប់ជំនួយ', en: 'Support bundle', ...all('Place in the list') },
  'place.update': { km: 'ដំឡើងពី USB', en: 'Update from a stick', ...all('Place in the list') },
  'place.test': { km: 'សាកល្បងខ្លួនឯង', en: 'Self-test', ...all('Place in the list') },
  'place.power': { km: 'បិទ ឬបើកឡើងវិញ', en: 'Restart, switch off', ...all('Place in the list') },
  unknown: { km: 'មិនដឹង', en: 'not known', ...all('A fact the system does not tell') },
  yes: { km: 'បាទ/ចាស', en: 'Yes', ...all('Answer') },
  no: { km: 'ទេ', en: 'No', ...all('Answer') },
  lost: {
    km: 'អានមិនបាន។ សូមចប់ រួចចូលម្ដងទៀត។',
    en: 'It can’t be read. End, and sign in again.',
    ...all('Where the facts could not be had'),
  },

  network: { km: 'បណ្ដាញ', en: 'Network', ...pc('Heading over network cards') },
  'network.none': { km: 'គ្មានកាតបណ្ដាញទេ', en: 'No network card', ...pc('Where there is none') },
  'network.linked': { km: 'ខ្សែភ្ជាប់', en: 'Linked', ...pc('State of a network card') },
  'network.unlinked': { km: 'ខ្សែមិនភ្ជាប់', en: 'No link', ...pc('State of a network card') },
  'network.no-address': { km: 'គ្មានអាសយដ្ឋាន', en: 'no address', ...pc('Of a network card') },
  hub: { km: 'ម៉ាស៊ីនមេ', en: 'Hub', ...pc('Heading') },
  'hub.address': { km: 'អាសយដ្ឋាន', en: 'Address', ...pc('Name of a fact') },
  'hub.reached': { km: 'ទាក់ទងបាន', en: 'Reached', ...pc('State of the hub') },
  'hub.away': { km: 'ទាក់ទងមិនបាន', en: 'Not reached', ...pc('State of the hub') },
  'hub.certificate': { km: 'វិញ្ញាបនបត្រ', en: 'Certificate', ...pc('Name of a fact') },
  'hub.fits': { km: 'របស់មជ្ឈមណ្ឌលនេះ', en: 'of this site', ...pc('Of the hub’s certificate') },
  'hub.unfit': { km: 'មិនមែនរបស់មជ្ឈមណ្ឌលនេះទេ', en: 'not of this site', ...pc('As above') },
  'hub.own': { km: 'របស់កុំព្យូទ័រនេះ រហូតដល់', en: 'This PC’s, until', ...pc('Name of a fact') },
  'hub.last': {
    km: 'យល់ព្រមចុងក្រោយ',
    en: 'Last receipt',
    ...pc('When the hub last confirmed records'),
  },
  'hub.waiting': { km: 'កំណត់ត្រារង់ចាំផ្ញើ', en: 'Records to be sent', ...pc('Name of a fact') },
  disk: { km: 'ថាស', en: 'Disk', ...pc('Heading') },
  'disk.free': { km: 'ទំនេរ', en: 'Free', ...pc('Name of a fact') },
  'disk.free-of': { km: '{free} ក្នុង {total}', en: '{free} of {total}', ...pc('Free of the whole') },
  'disk.partition': { km: 'ផ្នែកទិន្នន័យ', en: 'Data partition', ...pc('Name of a fact') },
  'disk.read-only': { km: 'សរសេរមិនបាន!', en: 'can’t be written!', ...pc('Of the data partition') },
  'disk.faults': { km: 'កំហុសប្រព័ន្ធឯកសារ', en: 'Faults counted', ...pc('Of the file system') },
  'disk.folder': { km: 'ថតទិន្នន័យ', en: 'Data folder', ...pc('Name of a fact') },

  'sound.do': {
    km: 'ចុចមួយ រួចស្ដាប់តាមឧបករណ៍បំពងសំឡេង ឬកាស។',
    en: 'Press one, and listen at the loudspeaker or headphones.',
    ...sound('What to do'),
  },
  'sound.left': { km: 'ឆ្វេង', en: 'Left', ...sound('Button: tone at the left') },
  'sound.both': { km: 'ទាំងពីរ', en: 'Both', ...sound('Button: tone at both sides') },
  'sound.right': { km: 'ស្ដាំ', en: 'Right', ...sound('Button: tone at the right') },
  'sound.heard': { km: 'ឮទេ?', en: 'Did you hear it?', ...sound('Question after a tone') },
  'sound.works': { km: 'សំឡេងដំណើរការ។', en: 'Sound works.', ...sound('After “yes”') },
  'sound.look': {
    km: 'សូមមើលខ្សែ កម្រិតសំឡេងនៅលើឧបករណ៍បំពងសំឡេង និងរន្ធពណ៌បៃតង។ រួចចុចម្ដងទៀត។',
    en: 'Look at the cable, the knob of the loudspeaker and the green socket. Then press again.',
    ...sound('After “no”'),
  },
  'sound.cards': { km: 'កាតសំឡេង', en: 'Sound cards', ...sound('Name of a fact') },
  'sound.none': {
    km: 'ប្រព័ន្ធរកមិនឃើញកាតសំឡេងទេ។ សូមដោតកាតសំឡេង USB ឬបើកវាក្នុង BIOS រួចបើកកុំព្យូទ័រឡើងវិញ។',
    en: 'The system finds no sound card. Plug in a USB one, or switch it on in the BIOS, and restart.',
    ...sound('Where there is none'),
  },
  'sound.dead': {
    km: 'កម្មវិធីបញ្ចេញសំឡេងមិនបានទេ។',
    en: 'The program could not put out a tone.',
    ...sound('Where playing failed'),
  },

  'keys.begin': { km: 'ចាប់ផ្ដើមសាក', en: 'Begin', ...keys('Button: keys are shown from now on') },
  'keys.stop': { km: 'ឈប់ (Esc)', en: 'Stop (Esc)', ...keys('Button: keys are keys again') },
  'keys.do': {
    km: 'ចុចគ្រាប់នីមួយៗ។ គ្រាប់ដែលមកដល់ ប្ដូរពណ៌ និងមានសញ្ញា ✓។',
    en: 'Press each key. What arrives is filled and ticked.',
    ...keys('What to do'),
  },
  'keys.last': { km: 'ចុងក្រោយ៖ {code}', en: 'Last: {code}', ...keys('Name of the last key') },
  'keys.khmer': { km: 'ខ្មែរ៖ {sign}', en: 'Khmer: {sign}', ...keys('What it types in Khmer') },
  'keys.latin': { km: 'ឡាតាំង៖ {sign}', en: 'Latin: {sign}', ...keys('What it types otherwise') },
  'keys.count': {
    km: 'មកដល់ {count} ក្នុង {all}',
    en: '{count} of {all} arrived',
    ...keys('Count of keys'),
  },
  'keys.held': {
    km: 'F2 ដល់ F12, Windows និង Print មិនមកដល់ទេ៖ ការចាក់សោរារាំងវា។',
    en: 'F2 to F12, Windows and Print don’t arrive: the lock-down holds them back.',
    ...keys('Under the drawn keyboard'),
  },

  'screen.size': { km: 'ទំហំអេក្រង់', en: 'Size of the screen', ...shown('Name of a fact') },
  'screen.page': { km: 'ទំហំទំព័រ', en: 'Size of the page', ...shown('Name of a fact') },
  'screen.ratio': { km: 'ភីកសែលក្នុងមួយចំណុច', en: 'Pixels a point', ...shown('Name of a fact') },
  'screen.depth': { km: 'ប៊ីតពណ៌', en: 'Bits of colour', ...shown('Name of a fact') },
  'screen.small': {
    km: 'តូចជាង 1024 × 768៖ អេក្រង់នេះតូចពេក។',
    en: 'Less than 1024 × 768: this screen is too small.',
    ...shown('Where it is'),
  },
  'screen.begin': { km: 'បង្ហាញពណ៌ពេញអេក្រង់', en: 'Show full-screen colours', ...shown('Button') },
  'screen.do': {
    km: 'ចុចដើម្បីប្ដូរពណ៌៖ ស ខ្មៅ ក្រហម បៃតង ខៀវ រួចក្រឡា។ Esc ឈប់។ សូមរកចំណុចខូច និងគែមដែលបាត់។',
    en: 'Press for the next: white, black, red, green, blue, then a grid. Esc ends. Look for dead points and lost edges.',
    ...shown('What to do'),
  },
  'screen.next': { km: 'ពណ៌បន្ទាប់', en: 'Next colour', ...shown('Said of the whole screen') },

  'packs.none': { km: 'គ្មានកញ្ចប់មេរៀនទេ', en: 'No packs', ...packs('Where none is installed') },
  'packs.pack': { km: 'កញ្ចប់', en: 'Pack', ...packs('Head of a column') },
  'packs.versions': { km: 'កំណែ', en: 'Versions', ...packs('Head of a column') },
  'packs.used': {
    km: '{version} (ប្រើ)',
    en: '{version} (used)',
    ...packs('The version that counts'),
  },
  'packs.damaged': { km: '{version} ខូច!', en: '{version} damaged!', ...packs('Of a version') },
  'packs.before': { km: 'មុន', en: 'Before', ...packs('Button: the page of packs before') },
  'packs.after': { km: 'បន្ទាប់', en: 'Next', ...packs('Button: the next page of packs') },
  'packs.check': { km: 'ពិនិត្យឯកសារទាំងអស់', en: 'Check all files', ...packs('Button') },
  'packs.running': {
    km: 'កំពុងពិនិត្យ៖ {done} ក្នុង {of}',
    en: 'Checking: {done} of {of}',
    ...packs('While files are read'),
  },
  'packs.sound': {
    km: 'ទាំងអស់ត្រឹមត្រូវ ដូចដែលបានចុះហត្ថលេខា។',
    en: 'All are as they were signed.',
    ...packs('After the check'),
  },
  'packs.faulty': {
    km: 'មិនដូចដើម៖ {list}។ ទុកឱ្យវាមកម្ដងទៀតពីម៉ាស៊ីនមេ ឬដំឡើងម្ដងទៀត។',
    en: 'Not as signed: {list}. Have them come again from the hub, or install them again.',
    ...packs('After the check'),
  },
  'packs.failed': {
    km: 'ពិនិត្យមិនចប់ទេ៖ ថាសអានមិនបាន។',
    en: 'Not checked to the end: the disk could not be read.',
    ...packs('After the check'),
  },

  'versions.runtime': {
    km: 'កម្មវិធី៖ Electron · Chromium · Node',
    en: 'Electron · Chromium · Node',
    ...versions('Name of a fact'),
  },
  'versions.system': { km: 'ខឺណែល', en: 'Kernel', ...versions('Name of a fact') },
  'versions.image': { km: 'រូបភាពប្រព័ន្ធ', en: 'System image', ...versions('Name of a fact') },
  'versions.slot': {
    km: '{role} {version}, ផ្នែក {slot}',
    en: '{role} {version}, slot {slot}',
    ...versions('Which image runs'),
  },
  'versions.no-image': {
    km: 'មិនមែនពីរូបភាព',
    en: 'not from an image',
    ...versions('Where the PC was set up otherwise'),
  },
  lockdown: { km: 'ការចាក់សោ', en: 'Lock-down', ...versions('Heading over its steps') },
  'lockdown.none': {
    km: 'បង្អួចនេះមិនត្រូវបានចាក់សោទេ (គ្មាន --kiosk)។',
    en: 'This window is not locked down (no --kiosk).',
    ...versions('Where the app does not fill the screen'),
  },
  'step.awake': { km: 'អេក្រង់មិនរលត់', en: 'Screen stays on', ...versions('A step') },
  'step.keys': { km: 'គ្រាប់ចុច', en: 'Keys', ...versions('A step') },
  'step.zoom': { km: 'ការពង្រីក', en: 'Zoom', ...versions('A step') },
  'step.tools': { km: 'ឧបករណ៍អ្នកអភិវឌ្ឍ', en: 'Developer’s tools', ...versions('A step') },
  'step.bounds': { km: 'ទំហំបង្អួច', en: 'Window’s size', ...versions('A step') },
  'step.open': { km: 'បង្អួចមិនបិទ', en: 'Window stays open', ...versions('A step') },
  'step.focus': { km: 'បង្អួចនៅមុខគេ', en: 'Window in front', ...versions('A step') },
  'step.displays': { km: 'អេក្រង់ទីពីរ', en: 'Second display', ...versions('A step') },
  'state.held': { km: 'រក្សា', en: 'held', ...versions('State of a step') },
  'state.other': { km: 'មិនរក្សា!', en: 'not held!', ...versions('State of a step') },

  'bundle.what': {
    km: 'ឯកសារមួយសម្រាប់អ្នកជួយពីចម្ងាយ៖ ស្ថានភាពកុំព្យូទ័រ កំណែ និងកំណត់ហេតុ។ គ្មានឈ្មោះ ចម្លើយ ឬលេខអ្នករៀនទេ។',
    en: 'One file for whoever helps from afar: how the PC is, versions, and the log. No name, answer or number of any learner.',
    ...bundle('What it is'),
  },
  'bundle.write': { km: 'សរសេរកញ្ចប់ជំនួយ', en: 'Write the bundle', ...bundle('Button') },
  'bundle.writing': { km: 'កំពុងសរសេរ…', en: 'Writing…', ...bundle('The same button meanwhile') },
  'bundle.written': {
    km: 'សរសេររួច ({size})៖',
    en: 'Written ({size}):',
    ...bundle('Over the file’s path'),
  },
  'bundle.take': {
    km: 'វានៅលើថាសនេះ ក្នុងថត support នៃថតទិន្នន័យ។ ៣ ចុងក្រោយត្រូវបានរក្សាទុក។',
    en: 'It lies on this disk, in the folder support of the data folder. The last 3 are kept.',
    ...bundle('Under the path'),
  },
  'bundle.give': {
    km: 'ចម្លងវាទៅ USB',
    en: 'Save it onto a stick',
    ...bundle('Button, on a PC that lets a stick be written'),
  },
  'bundle.giving': {
    km: 'កំពុងចម្លង… សូមកុំដក USB',
    en: 'Saving… leave the stick in',
    ...bundle('The same button meanwhile'),
  },
  'bundle.full': {
    km: 'ថាសពេញ៖ គ្មានអ្វីត្រូវបានសរសេរទេ។ សូមឱ្យកំណត់ត្រាទៅដល់ម៉ាស៊ីនមេ ឬដកកញ្ចប់មេរៀនដែលមិនប្រើ រួចសាកម្ដងទៀត។',
    en: 'The disk is full: nothing was written. Have the records come to the hub, or take out packs that nobody uses, and try again.',
    ...bundle('Where there was no room'),
  },
  'bundle.failed': {
    km: 'សរសេរមិនបាន។ សូមមើលនៅ «បណ្ដាញ និងថាស» ថាផ្នែកទិន្នន័យសរសេរបានទេ។',
    en: 'It could not be written. See at “Network and disk” whether the data partition can be written.',
    ...bundle('Where the disk refused'),
  },

  'update.do': {
    km: 'ដោត USB ដែលមានថត rean រួចចាប់ផ្ដើម។ កុំព្យូទ័រនេះដំណើរការធម្មតា ពេលកំពុងដំឡើង។',
    en: 'Plug in the stick with the folder rean, then begin. This PC goes on working meanwhile.',
    ...update('What to do'),
  },
  'update.begin': { km: 'ចាប់ផ្ដើម', en: 'Begin', ...update('Button') },
  'update.running': {
    km: 'កំពុងរក និងសរសេរប្រព័ន្ធថ្មី… កុំដក USB។',
    en: 'Looking for the new system and writing it… Leave the stick in.',
    ...update('While it runs'),
  },
  'update.silent': {
    km: 'ប្រព័ន្ធមិនឆ្លើយទេ។ សូមរង់ចាំមួយនាទី។ បើនៅតែអញ្ចឹង សូមបើកកុំព្យូទ័រឡើងវិញ។',
    en: 'The system does not answer. Wait a minute; if it stays so, restart this PC.',
    ...update('Where the service manager hangs'),
  },
  'update.refused': {
    km: 'ប្រព័ន្ធមិនចាប់ផ្ដើមវាទេ។ សូមបើកកុំព្យូទ័រឡើងវិញ រួចសាកម្ដងទៀត។',
    en: 'The system did not begin it. Restart this PC and try again.',
    ...update('Where it could not be begun'),
  },
  'update.0': {
    km: 'ប្រព័ន្ធថ្មីរួចរាល់។ សូមបើកកុំព្យូទ័រឡើងវិញ៖ មួយនាទីក្រោយអេក្រង់ឡើង វានៅរហូត។',
    en: 'The new system is ready. Restart this PC: a minute after its screen is up, it stays.',
    ...update('How it ended: 0'),
  },
  'update.2': {
    km: 'រកមិនឃើញ USB ឬគ្មានប្រព័ន្ធសម្រាប់កុំព្យូទ័រប្រភេទនេះលើវាទេ។ សូមមើលថត rean លើ USB រួចសាកម្ដងទៀត។',
    en: 'No stick, or no update for this kind of PC on it. Look at the folder rean on the stick, and try again.',
    ...update('How it ended: 2'),
  },
  'update.3': {
    km: 'មិនមានហត្ថលេខានៃសោរូបភាពនេះទេ។ សូមធ្វើវាម្ដងទៀតដោយសោនោះ។',
    en: 'It is not signed with the key of this PC’s image. Build it with that key.',
    ...update('How it ended: 3'),
  },
  'update.4': {
    km: 'វាជារបស់កុំព្យូទ័រប្រភេទផ្សេង ឬមជ្ឈមណ្ឌលផ្សេង។ សូមយកមួយដែលត្រូវ។',
    en: 'It is another kind of PC’s, or another site’s. Take the right one.',
    ...update('How it ended: 4'),
  },
  'update.5': {
    km: 'វាចាស់ជាងអ្វីដែលកំពុងដំណើរការ។ មិនចាំបាច់ធ្វើអ្វីទេ។',
    en: 'It is older than what runs. There is nothing to do.',
    ...update('How it ended: 5'),
  },
  'update.6': {
    km: 'ឯកសារខូច ឬមិនគ្រប់។ សូមចម្លងវាលើ USB ម្ដងទៀត។',
    en: 'The file is damaged or cut off. Copy it onto the stick again.',
    ...update('How it ended: 6'),
  },
  'update.7': {
    km: 'ថាសកុំព្យូទ័រនេះសរសេរមិនបាន។ សូមសាកម្ដងទៀត រួចប្ដូរថាស។',
    en: 'This PC’s disk could not be written. Try once more; then take another disk.',
    ...update('How it ended: 7'),
  },
  'update.other': {
    km: 'វាចប់ដោយលេខ {status}។ សូមសាកម្ដងទៀត រួចសរសេរកញ្ចប់ជំនួយ។',
    en: 'It ended with {status}. Try once more, then write a support bundle.',
    ...update('How it ended: any other'),
  },

  'test.do': {
    km: 'កុំព្យូទ័រនេះសាកល្បងខ្លួនឯងម្ដងទៀត មិនដល់មួយនាទី។ ការថែទាំចប់ពេលនោះ។',
    en: 'This PC tests itself again, within a minute. Maintenance ends with it.',
    ...test('What it means'),
  },
  'test.begin': { km: 'ចាប់ផ្ដើមសាកល្បង', en: 'Begin the test', ...test('Button') },
  'test.refused': {
    km: 'ចាប់ផ្ដើមមិនបាន។ សូមមើលនៅ «បណ្ដាញ និងថាស» ថានៅមានទំនេរទេ។',
    en: 'It could not begin. See at “Network and disk” whether there is room.',
    ...test('Where it was refused'),
  },

  'power.restart': { km: 'បើកឡើងវិញ', en: 'Restart', ...power('Button') },
  'power.power-off': { km: 'បិទកុំព្យូទ័រ', en: 'Switch off', ...power('Button') },
  'power.sure': {
    km: 'កំណត់ត្រាដែលរង់ចាំ ត្រូវបានរក្សាទុកលើថាស ហើយផ្ញើពេលកុំព្យូទ័របើកវិញ។',
    en: 'Records that wait stay on the disk and are sent once the PC is on again.',
    ...power('What it means'),
  },
  'power.do': { km: 'ធ្វើឥឡូវ', en: 'Do it now', ...power('Button: the second step') },
  'power.stay': { km: 'កុំទាន់', en: 'Not yet', ...power('Button: the way back') },
  'power.refused': {
    km: 'ប្រព័ន្ធមិនអនុញ្ញាតទេ។ សូមចុចប៊ូតុងភ្លើងរបស់កុំព្យូទ័រខ្លីៗម្ដង។',
    en: 'The system does not let it. Press the PC’s power button once, shortly.',
    ...power('Where it was refused'),
  },
} as const satisfies Texts;
