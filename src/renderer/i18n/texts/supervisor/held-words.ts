import type { EventType } from '../../../../shared/contracts/documents/event.ts';
import type { QuarantineReason } from '../../../../shared/contracts/quarantine.ts';
import type { Text, Texts } from '../../text.ts';

const screen = 'supervisor-held';
const on = (context: string) => ({ context, screen });

/** Why a record is set apart, and what that means; every reason the hub gives has both. */
const reasonTexts = {
  'reason.shape': {
    km: 'អានមិនបាន',
    en: 'Can’t be read',
    ...on('Heading over records that have not the shape of a record'),
  },
  'means.shape': {
    km: 'វាមិនមានរាងជាកំណត់ត្រាទេ។ គ្មានអ្វីក្នុងវាអាចរាប់បានឡើយ។',
    en: 'It is no record at all. Nothing in it could count.',
    ...on('Sentence under that heading'),
  },
  'reason.too-large': {
    km: 'ធំពេក',
    en: 'Too large',
    ...on('Heading over records larger than any'),
  },
  'means.too-large': {
    km: 'វាធំជាងកំណត់ត្រាណាៗទាំងអស់ ដូច្នេះវាមិនមែនមកពី Rean ទេ។',
    en: 'It is larger than any record, so it did not come from Rean.',
    ...on('Sentence under that heading'),
  },
  'reason.unknown-origin': {
    km: 'មិនស្គាល់ស្ថានីយ៍',
    en: 'Station not known',
    ...on('Heading over records of a station the hub does not know'),
  },
  'means.unknown-origin': {
    km: 'ម៉ាស៊ីនមេមិនស្គាល់ស្ថានីយ៍ដែលចុះហត្ថលេខា។ ប្រហែលវាមកពីមុនម៉ាស៊ីនមេត្រូវបានស្ដារ ឬមកពីកន្លែងផ្សេង។',
    en: 'The hub does not know the station that signed it: from before the hub was restored, perhaps, or from another site.',
    ...on('Sentence under that heading'),
  },
  'reason.signature': {
    km: 'ហត្ថលេខាមិនត្រូវ',
    en: 'The signature does not fit',
    ...on('Heading over records whose signature is wrong'),
  },
  'means.signature': {
    km: 'វាត្រូវបានកែក្រោយពេលចុះហត្ថលេខា ឬអ្នកផ្សេងបានធ្វើវា។',
    en: 'It was changed after it was signed, or somebody else made it.',
    ...on('Sentence under that heading'),
  },
  'reason.wrong-key': {
    km: 'បិទដោយសោអ្នកផ្សេង',
    en: 'Sealed with somebody else’s key',
    ...on('Heading over records sealed with another learner’s key'),
  },
  'means.wrong-key': {
    km: 'វាថាជារបស់អ្នករៀនម្នាក់ តែបិទដោយសោរបស់ម្នាក់ទៀត។ វាមិនអាចរាប់បានឡើយ។',
    en: 'It says it is one learner’s but is sealed with another’s key. It can never count.',
    ...on('Sentence under that heading'),
  },
  'reason.unknown-key': {
    km: 'មិនទាន់មានសោ',
    en: 'Its key is not here',
    ...on('Heading over records whose key the hub does not have'),
  },
  'means.unknown-key': {
    km: 'ម៉ាស៊ីនមេមិនទាន់មានសោរបស់អ្នករៀននេះទេ។ ពេលសោមកដល់ អាចឱ្យវារាប់បាន។',
    en: 'The hub does not have this learner’s key. Once it comes, the record can count.',
    ...on('Sentence under that heading'),
  },
  'reason.seal': {
    km: 'បើកមិនបាន',
    en: 'Can’t be opened',
    ...on('Heading over records whose seal is broken'),
  },
  'means.seal': {
    km: 'វាខូច ឬត្រូវបានបិទមិនត្រឹមត្រូវ។ គ្មានអ្វីក្នុងវាអាចអានបានឡើយ។',
    en: 'It is damaged, or was sealed wrongly. Nothing in it can be read.',
    ...on('Sentence under that heading'),
  },
  'reason.clone': {
    km: 'លេខតែមួយ កំណត់ត្រាពីរ',
    en: 'One number, two records',
    ...on('Heading over different records under the same number'),
  },
  'means.clone': {
    km: 'កុំព្យូទ័រ ឬថាសរបស់វាត្រូវបានចម្លង។ សូមជ្រើសយកមួយដែលត្រឹមត្រូវ ហើយបដិសេធមួយទៀត។ សូមប្រាប់អ្នកបច្ចេកទេស។',
    en: 'A computer or its disk was copied. Let the right one count and reject the other. Tell a technician.',
    ...on('Sentence under that heading'),
  },
} as const satisfies Record<`${'reason' | 'means'}.${QuarantineReason}`, Text>;

/** What a record says it is. */
const typeTexts = {
  'type.sitting.started': { km: 'ចូលរៀន', en: 'Signed in', ...on('Kind of a record') },
  'type.sitting.ended': { km: 'ចាកចេញ', en: 'Left', ...on('Kind of a record') },
  'type.lesson.opened': { km: 'បើកមេរៀន', en: 'Opened a lesson', ...on('Kind of a record') },
  'type.lesson.left': { km: 'ចេញពីមេរៀន', en: 'Left a lesson', ...on('Kind of a record') },
  'type.lesson.completed': { km: 'ចប់មេរៀន', en: 'Finished a lesson', ...on('Kind of a record') },
  'type.attempt.recorded': { km: 'ចម្លើយ', en: 'An answer', ...on('Kind of a record') },
  'type.language.chosen': { km: 'ជ្រើសភាសា', en: 'Chose a language', ...on('Kind of a record') },
  'type.board.chosen': { km: 'ជ្រើសក្ដារចុច', en: 'Chose a keyboard', ...on('Kind of a record') },
  'type.help.asked': { km: 'សុំជំនួយ', en: 'Asked for help', ...on('Kind of a record') },
  'type.help.ended': { km: 'ឈប់សុំជំនួយ', en: 'No more help needed', ...on('Kind of a record') },
  'type.help.taken': { km: 'មានគេទៅជួយ', en: 'Somebody went to help', ...on('Kind of a record') },
  'type.help.handed-on': {
    km: 'បញ្ជូនសំណើជំនួយបន្ត',
    en: 'Request for help handed on',
    ...on('Kind of a record'),
  },
  'type.help.answered': {
    km: 'បានឆ្លើយសំណើជំនួយ',
    en: 'Request for help answered',
    ...on('Kind of a record'),
  },
  'type.staff.signed-in': { km: 'បុគ្គលិកចូល', en: 'Staff signed in', ...on('Kind of a record') },
  'type.sign-in.failed': {
    km: 'ព្យាយាមចូលមិនត្រូវ',
    en: 'Wrong tries to sign in',
    ...on('Kind of a record'),
  },
  'type.sign-in.renewed': {
    km: 'ចូលដោយរូបសម្ងាត់ថ្មី',
    en: 'Signed in with a new sign-in',
    ...on('Kind of a record'),
  },
  'type.sign-in.shown': {
    km: 'បង្ហាញរូបសម្ងាត់ថ្មី',
    en: 'New sign-in shown',
    ...on('Kind of a record'),
  },
  'type.screen.kept': {
    km: 'ទុកកន្លែងដែលឈប់',
    en: 'Kept where they stopped',
    ...on('Kind of a record'),
  },
  'type.maintenance.refused': {
    km: 'អ្នកបច្ចេកទេសចូលមិនបាន',
    en: 'Refused at maintenance',
    ...on('Kind of a record'),
  },
  'type.maintenance.done': {
    km: 'ការថែទាំ',
    en: 'Maintenance by a technician',
    ...on('Kind of a record'),
  },
  'type.export.begun': {
    km: 'ចាប់ផ្ដើមចម្លងឯកសារទៅ USB',
    en: 'File about to leave on a stick',
    ...on('Kind of a record'),
  },
  'type.export.ended': {
    km: 'ការចម្លងឯកសារទៅ USB បានចប់',
    en: 'How a file’s way onto a stick ended',
    ...on('Kind of a record'),
  },
  'type.print.begun': {
    km: 'ចាប់ផ្ដើមបោះពុម្ព',
    en: 'Page about to be printed',
    ...on('Kind of a record'),
  },
  'type.print.ended': {
    km: 'ការបោះពុម្ពបានចប់',
    en: 'How a page’s printing ended',
    ...on('Kind of a record'),
  },
  'type.override.used': {
    km: 'ដោះសោកុំព្យូទ័រដោយកូដ',
    en: 'Locked seat opened by a code',
    ...on('Kind of a record'),
  },
  'type.self-test.done': {
    km: 'កុំព្យូទ័រសាកល្បងខ្លួនឯង',
    en: 'A PC tested itself',
    ...on('Kind of a record'),
  },
  'type.staff.locked-out': {
    km: 'ឃ្លាសម្ងាត់បុគ្គលិកខុសច្រើនដង',
    en: 'Staff locked out by wrong passphrases',
    ...on('Kind of a record'),
  },
  'type.staff.signed-out': { km: 'បុគ្គលិកចេញ', en: 'Staff signed out', ...on('Kind of a record') },
  'type.record.viewed': {
    km: 'បុគ្គលិកមើលកំណត់ត្រា',
    en: 'Staff looked at a record',
    ...on('Kind of a record'),
  },
  'type.piece.opened': {
    km: 'បើកភាពយន្ត ឬលំហាត់',
    en: 'Opened a film or exercise',
    ...on('Kind of a record: a film, or an exercise made by others'),
  },
  'type.piece.saved': {
    km: 'ចំណាំកន្លែងបន្ត',
    en: 'Kept the place in it',
    ...on('Kind of a record: where to go on in a film or exercise'),
  },
  'type.piece.reported': {
    km: 'លទ្ធផលពីលំហាត់',
    en: 'A result it gave itself',
    ...on('Kind of a record: what an exercise made by others says of itself'),
  },
  'type.piece.failed': {
    km: 'បើកមិនបាន',
    en: 'It could not be played',
    ...on('Kind of a record: a film or exercise failed'),
  },
  'type.piece.left': {
    km: 'ចេញពីភាពយន្ត ឬលំហាត់',
    en: 'Left a film or exercise',
    ...on('Kind of a record'),
  },
  'type.review.opened': {
    km: 'ចាប់ផ្ដើមរំលឹក',
    en: 'Began a review',
    ...on('Kind of a record: what was learned before is asked again'),
  },
  'type.review.answered': {
    km: 'ចម្លើយពេលរំលឹក',
    en: 'An answer in a review',
    ...on('Kind of a record'),
  },
  'type.viewing.attended': {
    km: 'មើលភាពយន្តជាក្រុម',
    en: 'Watched a film with a group',
    ...on('Kind of a record: an officer said who was there'),
  },
  'type.review.left': { km: 'ចប់ការរំលឹក', en: 'Left a review', ...on('Kind of a record') },
} as const satisfies Record<`type.${EventType}`, Text>;

/** Reasons a person chooses from. */
const givenTexts = {
  'given.witnessed': {
    km: 'ខ្ញុំបានឃើញគេធ្វើការងារនេះ',
    en: 'I saw this work being done',
    ...on('Reason to let a record count'),
  },
  'given.now-known': {
    km: 'ស្ថានីយ៍ ឬសោ ឥឡូវស្គាល់ហើយ',
    en: 'The station or key is known by now',
    ...on('Reason to let a record count'),
  },
  'given.right-one': {
    km: 'ក្នុងចំណោមពីរ មួយនេះត្រឹមត្រូវ',
    en: 'Of the two, this is the right one',
    ...on('Reason to let a record count: of a copied disk’s'),
  },
  'given.not-done': {
    km: 'គ្មាននរណាធ្វើការងារនេះទេ',
    en: 'Nobody did this work',
    ...on('Reason to reject a record'),
  },
  'given.copied-disk': {
    km: 'វាមកពីថាសដែលគេចម្លង',
    en: 'It comes from a copied disk',
    ...on('Reason to reject a record'),
  },
  'given.damaged': {
    km: 'វាខូច អានមិនបាន',
    en: 'It is damaged and can’t be read',
    ...on('Reason to reject a record'),
  },
  'given.trial': {
    km: 'វាគ្រាន់តែជាការសាកល្បង',
    en: 'It was only a trial',
    ...on('Reason to reject a record'),
  },
  'given.other-one': {
    km: 'ក្នុងចំណោមពីរ មួយទៀតត្រឹមត្រូវ',
    en: 'Of the two, the other is the right one',
    ...on('Reason to reject a record: of a copied disk’s'),
  },
} as const satisfies Texts;

/** Words about what is set apart: why, of what kind, and reasons to choose from. */
export const heldWords = { ...reasonTexts, ...typeTexts, ...givenTexts } as const;
