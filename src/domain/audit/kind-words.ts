import type { NotedSignIn } from '../../shared/contracts/audit.ts';
import type { MaintenanceDeed } from '../../shared/contracts/maintenance.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { ViewPart } from '../../shared/contracts/documents/view.ts';

/** What happened, in words: on the printed digest, and in the window that reads the trail ([AUD4]). */

interface Words {
  readonly km: string;
  readonly en: string;
}

/** A kind of line in the trail. */
type AuditKind =
  | JournalEntry['type']
  | `viewed.${ViewPart | 'screen'}`
  | 'override.used'
  | 'self-test.done'
  | `maintenance.${MaintenanceDeed | 'refused'}`
  | `export.${'begun' | 'saved' | 'failed'}`
  | `print.${'begun' | 'printed' | 'failed'}`
  | `sign-in.${NotedSignIn['what']}`;

const words = {
  'site.created': { km: 'បង្កើតមជ្ឈមណ្ឌល', en: 'Site set up' },
  'station.enrolled': { km: 'ចុះឈ្មោះកុំព្យូទ័រ', en: 'Station enrolled' },
  'station.certified': { km: 'ប្ដូរសោកុំព្យូទ័រ', en: 'Station given a new key' },
  'station.disabled': { km: 'បិទកុំព្យូទ័រ', en: 'Station shut out' },
  'learner.enrolled': { km: 'ចុះឈ្មោះអ្នករៀន', en: 'Learner enrolled' },
  'learner.erased': { km: 'លុបកំណត់ត្រាអ្នករៀន', en: 'Learner’s record erased' },
  'staff.appointed': { km: 'តែងតាំងបុគ្គលិក', en: 'Staff appointed' },
  'staff.changed': { km: 'កែគណនីបុគ្គលិក', en: 'Staff account changed' },
  'staff.disabled': { km: 'បញ្ចប់តួនាទីបុគ្គលិក', en: 'Staff appointment ended' },
  'staff.rekeyed': { km: 'ប្ដូរឃ្លាសម្ងាត់', en: 'Passphrase changed' },
  'training.finished': { km: 'ចប់វគ្គបុគ្គលិក', en: 'Finished a staff course' },
  'recovery-sheet.made': { km: 'ធ្វើសន្លឹកសង្គ្រោះ', en: 'Recovery sheet made' },
  'timetable.slot-changed': { km: 'កែម៉ោងក្នុងកាលវិភាគ', en: 'Slot of the timetable changed' },
  'timetable.seat-changed': { km: 'កែកន្លែងក្នុងម៉ោង', en: 'Seat in a slot changed' },
  'timetable.wait-changed': { km: 'កែបញ្ជីរង់ចាំ', en: 'Waiting list changed' },
  'timetable.hours-set': { km: 'កំណត់ម៉ោងប្រចាំសប្ដាហ៍របស់ក្រុម', en: 'Weekly hours of a group set' },
  'timetable.policy-set': { km: 'កំណត់វិធានក្រៅម៉ោង', en: 'Rule outside of slots set' },
  'timetable.day-changed': { km: 'កែថ្ងៃបិទ', en: 'Closed day changed' },
  'timetable.place-changed': { km: 'កែកន្លែងខូច', en: 'Seat out of order, or in order again' },
  'roster.printed': { km: 'បោះពុម្ពបញ្ជីប្រចាំថ្ងៃ', en: 'Daily roster printed' },
  'lab-day.confirmed': { km: 'បញ្ជាក់ថ្ងៃ និងម៉ោង', en: 'Day and time confirmed' },
  'lab-day.moved': { km: 'កែថ្ងៃដែលបានបញ្ជាក់ខុស', en: 'Wrong day put right' },
  'spoken.recorded': { km: 'ថតសំឡេងពាក្យលើអេក្រង់', en: 'What screens say recorded' },
  'room.arranged': { km: 'រៀបកន្លែងក្នុងបន្ទប់', en: 'Seats of the room arranged' },
  'seat.ordered': { km: 'បញ្ជាកន្លែងអង្គុយ', en: 'Seats locked, opened, told something or switched off' },
  'hub.powered-off': { km: 'បិទម៉ាស៊ីនមេ', en: 'Hub switched off' },
  'desk.powered-off': { km: 'បិទកុំព្យូទ័រមន្ត្រី', en: 'Officer’s computer switched off' },
  'netboot.opened': { km: 'បើកការដំឡើងតាមបណ្ដាញ', en: 'Installing over the LAN turned on' },
  'netboot.closed': { km: 'បិទការដំឡើងតាមបណ្ដាញ', en: 'Installing over the LAN turned off' },
  'hub.update-begun': {
    km: 'ចាប់ផ្ដើមដំឡើងប្រព័ន្ធថ្មីលើម៉ាស៊ីនមេ',
    en: 'Update of the hub from a stick begun',
  },
  'netboot.bringing-begun': {
    km: 'ចាប់ផ្ដើមចម្លងឯកសារដំឡើងតាមបណ្ដាញ',
    en: 'Copying what installs PCs over the LAN begun',
  },
  'note.made': { km: 'កត់ចំណាំអំពីការរៀន', en: 'Note of how somebody learns' },
  'note.taken-back': { km: 'ដកចំណាំអំពីការរៀន', en: 'Note taken back' },
  'site.changed': { km: 'កែការកំណត់មជ្ឈមណ្ឌល', en: 'Site’s settings changed' },
  'station.code-made': { km: 'ធ្វើកូដចុះឈ្មោះកុំព្យូទ័រ', en: 'Station code made' },
  'station.code-cancelled': { km: 'លុបកូដចុះឈ្មោះកុំព្យូទ័រ', en: 'Station code cancelled' },
  'group.created': { km: 'បង្កើតក្រុម', en: 'Group made' },
  'course.enrolled': { km: 'ដាក់អ្នករៀនក្នុងវគ្គ', en: 'Put into courses' },
  'pack.published': { km: 'ដាក់មេរៀនថ្មី', en: 'Lessons published' },
  'segment.opened': { km: 'បើកសៀវភៅកំណត់ត្រាថ្មី', en: 'New volume of records begun' },
  'gap.given-up': { km: 'លែងរង់ចាំកំណត់ត្រាដែលបាត់', en: 'Missing records given up' },
  'quarantine.decided': { km: 'សម្រេចលើកំណត់ត្រាដែលទុកដាច់', en: 'Records set apart decided over' },
  'generation.begun': { km: 'ចាប់ផ្ដើមជំនាន់ថ្មី', en: 'New generation begun' },
  'journal.recovered': { km: 'កំណត់ហេតុបានមកវិញ', en: 'Journal entry came back' },
  'keys.recovered': { km: 'សោបានមកវិញ', en: 'Keys came back' },
  'hold.set': { km: 'ហាមលុបកំណត់ត្រា', en: 'Legal hold set' },
  'hold.lifted': { km: 'ឈប់ហាមលុបកំណត់ត្រា', en: 'Legal hold lifted' },
  'retention.set': { km: 'កំណត់រយៈពេលរក្សាទុក', en: 'How long records are kept' },
  'station.renamed': { km: 'ប្ដូរឈ្មោះកុំព្យូទ័រ', en: 'Station renamed' },
  'station.replaced': { km: 'ជំនួសកុំព្យូទ័រ', en: 'Station replaced' },
  'learners.imported': { km: 'នាំចូលបញ្ជីអ្នករៀន', en: 'Learners imported' },
  'learner.changed': { km: 'កែព័ត៌មានអ្នករៀន', en: 'Learner’s account changed' },
  'learner.moved': { km: 'ប្ដូរក្រុមអ្នករៀន', en: 'Learner moved to another group' },
  'learner.disabled': { km: 'បិទគណនីអ្នករៀន', en: 'Learner’s account closed' },
  'learner.enabled': { km: 'បើកគណនីអ្នករៀនវិញ', en: 'Learner’s account opened again' },
  'group.changed': { km: 'កែក្រុម', en: 'Group changed' },
  'tutor.appointed': { km: 'តែងតាំងមិត្តជួយបង្រៀន', en: 'Peer tutor appointed' },
  'tutor.ended': { km: 'បញ្ចប់មិត្តជួយបង្រៀន', en: 'Peer tutor ended' },
  'cards.printed': { km: 'បោះពុម្ពកាត', en: 'Cards printed' },
  'sign-in.reset': { km: 'ឱ្យរូបសម្ងាត់ថ្មី', en: 'New sign-in given to a learner' },
  'reading-room.counted': { km: 'រាប់អ្នកចូលបន្ទប់អាន ឬសៀវភៅខ្ចី', en: 'Reading room counted' },
  'reading-room.corrected': { km: 'កែចំនួននៃបន្ទប់អាន', en: 'Count of the reading room corrected' },
  'attendance.confirmed': { km: 'បញ្ជាក់វត្តមាន', en: 'Attendance confirmed' },
  'attendance.corrected': { km: 'កែវត្តមាន', en: 'Attendance corrected' },
  'attendance.printed': { km: 'បោះពុម្ពបញ្ជីវត្តមាន', en: 'Attendance printed' },
  'record.corrected': { km: 'កែកំណត់ត្រាអ្នករៀន', en: 'Learner’s record corrected' },
  'hub-key.rotated': { km: 'ប្ដូរសោហត្ថលេខាម៉ាស៊ីនមេ', en: 'Hub’s signing key changed' },
  'hub-certificate.rotated': { km: 'ប្ដូរវិញ្ញាបនបត្រម៉ាស៊ីនមេ', en: 'Hub’s certificate changed' },
  'station.renewal-asked': { km: 'សុំកុំព្យូទ័រប្ដូរសោ', en: 'Station asked for new keys' },
  'station.rekeyed': { km: 'កុំព្យូទ័រធ្វើសោថ្មី', en: 'Station made new keys' },
  'authority.told': { km: 'ប្រាប់កុំព្យូទ័រអំពីអាជ្ញាធរថ្មី', en: 'New authority told to stations' },
  'authority.given': { km: 'ម៉ាស៊ីនមេប្រើអាជ្ញាធរថ្មី', en: 'New authority certifies' },
  'authority.rotated': { km: 'អាជ្ញាធរចាស់លែងប្រើ', en: 'Earlier authority ended' },
  'clone.decided': { km: 'សម្រេចថាកុំព្យូទ័រណាបន្ត', en: 'Decided which of two PCs goes on' },
  'site-key.rotated': { km: 'ប្ដូរសោមជ្ឈមណ្ឌល', en: 'Site’s key changed' },
  'pepper.rotated': { km: 'ប្ដូរសោលាយសម្ងាត់', en: 'New pepper for sign-ins' },
  'pepper.dropped': { km: 'លុបសោលាយសម្ងាត់ចាស់', en: 'Earlier pepper dropped' },
  'seat.viewed': { km: 'មើលមេរៀនលើអេក្រង់អ្នករៀន', en: 'Looked at a learner’s screen' },
  'override.made': { km: 'ធ្វើសន្លឹកកូដដោះសោ', en: 'Sheet of opening codes made' },
  'self-test.done': { km: 'កុំព្យូទ័រសាកល្បងខ្លួនឯង', en: 'A PC tested itself' },
  'override.used': { km: 'ដោះសោកុំព្យូទ័រដោយកូដ', en: 'Locked seat opened by a code' },
  'views.noted': { km: 'កត់ត្រាការមើល និងការចូល', en: 'Looks and sign-ins noted' },
  'sign-in.shown': { km: 'បង្ហាញរូបសម្ងាត់ថ្មី', en: 'New sign-in shown at a kiosk' },
  'sign-in.locked-out': {
    km: 'វាយឃ្លាសម្ងាត់ខុសដប់ដង',
    en: 'Locked out by wrong passphrases',
  },
  'maintenance.refused': {
    km: 'វាយឃ្លាសម្ងាត់ខុស នៅអេក្រង់ថែទាំ',
    en: 'Refused at a kiosk’s maintenance',
  },
  'maintenance.opened': { km: 'បើកអេក្រង់ថែទាំ', en: 'Maintenance opened at a kiosk' },
  'maintenance.closed': { km: 'បិទអេក្រង់ថែទាំ', en: 'Maintenance closed at a kiosk' },
  'maintenance.packs-checked': { km: 'ពិនិត្យកញ្ចប់មេរៀន', en: 'Packs of a kiosk read again' },
  'maintenance.bundled': { km: 'ធ្វើកញ្ចប់ជំនួយ', en: 'Support bundle written' },
  'maintenance.update-begun': {
    km: 'ចាប់ផ្ដើមដំឡើងប្រព័ន្ធថ្មី',
    en: 'Update from a stick begun',
  },
  'maintenance.self-test-asked': {
    km: 'ឱ្យកុំព្យូទ័រសាកល្បងខ្លួនឯង',
    en: 'Self-test of a kiosk begun',
  },
  'maintenance.restarted': {
    km: 'បើកកុំព្យូទ័រឡើងវិញ ពីអេក្រង់ថែទាំ',
    en: 'Kiosk restarted by a technician',
  },
  'maintenance.switched-off': {
    km: 'បិទកុំព្យូទ័រ ពីអេក្រង់ថែទាំ',
    en: 'Kiosk switched off by a technician',
  },
  'export.begun': { km: 'ចាប់ផ្ដើមចម្លងឯកសារទៅ USB', en: 'File about to leave on a stick' },
  'export.saved': { km: 'បានចម្លងឯកសារទៅ USB', en: 'File saved onto a stick' },
  'export.failed': { km: 'ចម្លងឯកសារទៅ USB មិនបាន', en: 'File not saved onto a stick' },
  'print.begun': { km: 'ចាប់ផ្ដើមបោះពុម្ព', en: 'Page about to be printed' },
  'print.printed': { km: 'បានបោះពុម្ព', en: 'Page printed' },
  'print.failed': { km: 'បោះពុម្ពមិនបាន', en: 'Page not printed' },
  'maintenance.bundle-given': {
    km: 'ចម្លងកញ្ចប់ជំនួយទៅ USB',
    en: 'Support bundle given onto a stick',
  },
  'viewed.list': { km: 'មើលបញ្ជីអ្នករៀន', en: 'Looked at the list of learners' },
  'viewed.page': { km: 'មើលទំព័រអ្នករៀន', en: 'Looked at a learner’s page' },
  'viewed.held': { km: 'មើលកំណត់ត្រាដែលទុកដាច់', en: 'Looked at records set apart' },
  'viewed.print': { km: 'បោះពុម្ពកំណត់ត្រា', en: 'Printed a record' },
  'viewed.attendance': { km: 'កត់អ្នកមើលភាពយន្តជាក្រុម', en: 'Attendance at a film recorded' },
  'viewed.screen': { km: 'មើលមេរៀនលើអេក្រង់អ្នករៀន', en: 'Looked at a learner’s screen' },
  'viewed.audit': { km: 'មើលកំណត់ហេតុនេះ', en: 'Looked at this trail' },
} as const satisfies Partial<Record<AuditKind, Words>>;

/** The words for a kind; of one that newer software wrote, its own name. */
export function wordsOfKind(kind: string): Words {
  const known = Object.entries(words).find(([name]) => name === kind);
  return known?.[1] ?? { km: kind, en: kind };
}

/** Every kind there are words for. */
export const wordedKinds: readonly string[] = Object.keys(words);
