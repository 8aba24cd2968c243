import type { Texts } from '../../text.ts';
import { recordWords } from './record-words.ts';

const on = (screen: string, context: string) => ({ context, screen });
const erase = (context: string) => on('supervisor-erase', context);
const erased = (context: string) => on('supervisor-erased', context);
const hold = (context: string) => on('supervisor-hold', context);
const correct = (context: string) => on('supervisor-correct', context);
const print = (context: string) => on('supervisor-record-print', context);

/** What is done about a learner's record, in their panel. */
export const recordDeedsTexts = {
  back: { km: 'ត្រឡប់ក្រោយ', en: 'Back', ...erase('Leaves the form; nothing was done') },
  close: { km: 'រួចរាល់', en: 'Done', ...erased('Closes what was told') },
  'erase.label': {
    km: 'លុបកំណត់ត្រា',
    en: 'Erase the record',
    ...on('supervisor-learner', 'Button among what can be done about a learner'),
  },
  'hold.label': {
    km: 'រក្សាទុកតាមច្បាប់',
    en: 'Legal hold',
    ...on('supervisor-learner', 'Button: sets or lifts a legal hold'),
  },
  'correct.label': {
    km: 'កែកំណត់ត្រា',
    en: 'Correct the record',
    ...on('supervisor-learner', 'Button among what can be done about a learner'),
  },
  'print.label': {
    km: 'បោះពុម្ពកំណត់ត្រា',
    en: 'Print the record',
    ...on('supervisor-learner', 'Button among what can be done about a learner'),
  },
  'erase.why': {
    km: 'ហេតុអ្វីលុបកំណត់ត្រានេះ?',
    en: 'Why erase this record?',
    ...erase('Question over the reasons'),
  },
  'erase.held': {
    km: 'កំណត់ត្រានេះត្រូវរក្សាទុកតាមផ្លូវច្បាប់ ដូច្នេះមិនអាចលុបបានទេ។ ប្រធានមជ្ឈមណ្ឌលអាចបញ្ឈប់ការរក្សាទុកនោះបាន ពេលរឿងចប់។',
    en: 'This record is held by law, so it can’t be erased. A site manager may lift the hold once the matter is over.',
    ...erase('Instead of the question, while a hold stands'),
  },
  'erase.will': {
    km: 'ឈ្មោះ គណនី និងអ្វីៗទាំងអស់ដែល {name} បានរៀន នឹងអានលែងបានទៀត នៅម៉ាស៊ីនមេ និងនៅគ្រប់កុំព្យូទ័រ។ បើគាត់កំពុងអង្គុយរៀន ការរៀននឹងបញ្ចប់។ នៅសល់តែចំនួនរាប់ និងកំណត់ហេតុថាអ្នកណាលុប។ មិនអាចត្រឡប់វិញបានទេ។',
    en: 'The name, the account and everything {name} learned can never be read again, at the hub and at every station. If they are sitting at one, their sitting ends. Only counts stay, and who erased it. It can’t be undone.',
    ...erase('What erasing will do; read by both persons before the second signs'),
  },
  'erased.title': { km: 'បានលុបហើយ', en: 'Erased', ...erased('Heading after an erasure') },
  'erased.counts': {
    km: 'នៅសល់តែចំនួន៖ មេរៀនចប់ {lessons} · ចម្លើយ {attempts}។',
    en: 'Only counts stay: lessons done {lessons}, answers {attempts}.',
    ...erased('What is left of the record'),
  },
  'erased.nowhere': {
    km: 'សោបានបាត់ពីគ្រប់កុំព្យូទ័រហើយ។',
    en: 'The key is gone from every station.',
    ...erased('No station can hold the key any more'),
  },
  'erased.pending': {
    km: 'សោអាចនៅមានក្នុងកុំព្យូទ័រទាំងនេះ រហូតដល់វាភ្ជាប់មកម៉ាស៊ីនមេវិញ៖',
    en: 'The key may still be at these stations, until they are in touch with the hub again:',
    ...erased('Over a list of stations'),
  },
  'erased.shut-out': {
    km: '{station} ត្រូវបានបិទ ហើយនឹងមិនភ្ជាប់វិញទេ៖ សូមបំផ្លាញថាសរបស់វា។',
    en: '{station} was shut out and will not come back: have its disk destroyed.',
    ...erased('In that list, of a station that was shut out'),
  },
  'erased.late': {
    km: 'កំណត់ត្រាដែលមកដល់ក្រោយ៖ {late}។ វារក្សាទុកបិទជិត មិនអាចអានបានទេ។',
    en: 'Records that came afterwards: {late}. They are kept closed and can’t be read.',
    ...erased('Events that came after the erasure'),
  },
  'erased.backups': {
    km: 'សោដែលបានចម្លងទុកមុនថ្ងៃនេះ នៅអាចបើកអ្វីដែលចម្លងពីមុន។ សូមធ្វើការចម្លងសោថ្មី ហើយបំផ្លាញសោចាស់។',
    en: 'Keys backed up before today still open what was backed up before. Make a new copy of the keys, and destroy the old ones.',
    ...erased('What is to be done about backups'),
  },
  'hold.why': {
    km: 'ហេតុអ្វីត្រូវរក្សាទុកកំណត់ត្រានេះ?',
    en: 'Why is this record to be kept?',
    ...hold('Question over the reasons, where no hold stands'),
  },
  'hold.will': {
    km: 'ដរាបណាការរក្សាទុកនេះនៅមាន គ្មានអ្នកណាអាចលុបកំណត់ត្រាបានទេ ទោះមានមូលហេតុអ្វីក៏ដោយ។',
    en: 'While the hold stands nobody can erase this record, whatever the reason.',
    ...hold('What setting a hold does'),
  },
  'lift.why': {
    km: 'ហេតុអ្វីឈប់រក្សាទុក?',
    en: 'Why lift the hold?',
    ...hold('Question over the reasons, while a hold stands'),
  },
  'lift.will': {
    km: 'កំណត់ត្រានេះកំពុងរក្សាទុកតាមផ្លូវច្បាប់។ បើឈប់រក្សាទុក វាអាចត្រូវលុបបានវិញ។',
    en: 'A legal hold stands on this record. Lifted, the record may be erased again.',
    ...hold('What lifting a hold does'),
  },
  'hold.came': {
    km: 'បានកត់ទុក៖ កំណត់ត្រានេះមិនអាចលុបបានទេ។',
    en: 'Written down: this record can’t be erased.',
    ...hold('After a hold was set'),
  },
  'lift.came': {
    km: 'បានកត់ទុក៖ ឈប់រក្សាទុកហើយ។',
    en: 'Written down: the hold is lifted.',
    ...hold('After a hold was lifted'),
  },
  'correct.what': {
    km: 'តើមេរៀនណាត្រូវកែ?',
    en: 'Which lesson is to be corrected?',
    ...correct('Question over the lessons'),
  },
  'correct.none': {
    km: 'មិនទាន់មានមេរៀនណាដែលអាចកែបានទេ។ ត្រូវដាក់អ្នករៀនក្នុងវគ្គជាមុនសិន។',
    en: 'There is no lesson to correct yet. First put the learner into a course.',
    ...correct('Instead of the lessons'),
  },
  'correct.strike': {
    km: 'មិនរាប់មេរៀននេះ',
    en: 'Do not count it',
    ...correct('Choice: what was recorded of a lesson does not count'),
  },
  'correct.add': {
    km: 'រាប់ថាចប់ហើយ',
    en: 'Count it as done',
    ...correct('Choice: the lesson was done though nothing was recorded'),
  },
  'correct.now': { km: 'ឥឡូវ', en: 'Now', ...correct('Over what is recorded') },
  'correct.then': { km: 'បន្ទាប់ពីកែ', en: 'Then', ...correct('Over what will count') },
  'correct.run': {
    km: 'លើកទី {run}',
    en: 'Time {run}',
    ...correct('Which time the lesson was done; the newest is meant'),
  },
  'state.none': {
    km: 'គ្មានអ្វីកត់ទុក',
    en: 'Nothing recorded',
    ...correct('What is recorded of a lesson'),
  },
  'state.begun': { km: 'មិនទាន់ចប់', en: 'Begun', ...correct('What is recorded of a lesson') },
  'state.done': { km: 'ចប់ហើយ', en: 'Done', ...correct('What is recorded of a lesson') },
  'state.struck': {
    km: 'មិនរាប់',
    en: 'Does not count',
    ...correct('What a correction makes of a lesson'),
  },
  'state.added': {
    km: 'រាប់ថាចប់',
    en: 'Counts as done',
    ...correct('What a correction makes of a lesson'),
  },
  'correct.why': { km: 'ហេតុអ្វីត្រូវកែ?', en: 'Why?', ...correct('Question over the reasons') },
  'correct.will': {
    km: 'គ្មានអ្វីត្រូវលុបទេ៖ ការកែជាកំណត់ត្រាថ្មី ដែលបង្ហាញទៅកំណត់ត្រាចាស់ ជាមួយឈ្មោះអ្នកទាំងពីរ។ អាចដកវិញបាន។',
    en: 'Nothing is deleted: a correction is a new entry that points at the old one, with both your names. It can be taken back.',
    ...correct('What a correction does; read before the second signs'),
  },
  'correct.earlier': {
    km: 'បានកែពីមុន',
    en: 'Corrected before',
    ...correct('Heading over earlier corrections'),
  },
  'correct.by': {
    km: '{asked} និង {confirmed} · {day}',
    en: '{asked} and {confirmed} · {day}',
    ...correct('Who corrected, and when'),
  },
  'correct.withdrawn': {
    km: 'បានដកវិញហើយ',
    en: 'Taken back',
    ...correct('Of an earlier correction that does not hold any more'),
  },
  'correct.withdraw': {
    km: 'ដកការកែនេះវិញ',
    en: 'Take it back',
    ...correct('Button at an earlier correction'),
  },
  'correct.came': {
    km: 'បានកែហើយ។ ចំនួនរាប់ខាងក្រោមនឹងផ្លាស់ប្ដូរក្នុងពេលបន្តិចទៀត។',
    en: 'Corrected. The figures follow in a moment.',
    ...correct('After a correction'),
  },
  'print.what': {
    km: 'នេះជាអ្វីដែលក្រដាសនឹងប្រាប់៖ ឈ្មោះ វគ្គ និងមេរៀនដែលបានរៀន ថ្ងៃ និងម៉ោង និងអ្វីដែលបានកែ។ វាមិនប្រាប់ឈ្មោះមជ្ឈមណ្ឌលទេ។',
    en: 'The paper tells: name, courses and lessons, days and time, and what was corrected. It does not name the centre.',
    ...print('What a printed record holds'),
  },
  'print.for': { km: 'ក្រដាសនេះសម្រាប់', en: 'The paper is for', ...print('Choice of two') },
  'print.for-learner': {
    km: 'អ្នករៀន',
    en: 'The learner',
    ...print('Choice: without the notes of staff'),
  },
  'print.for-staff': {
    km: 'បុគ្គលិក មានចំណាំ',
    en: 'Staff, with the notes',
    ...print('Choice: with what staff noted of how they learn'),
  },
  'print.noted': {
    km: 'ការបោះពុម្ពនេះនឹងត្រូវកត់ទុកក្នុងនាមអ្នក។ សូមធ្វើជាមួយអ្នករៀន។',
    en: 'That you print it is written down in your name. Do it together with the learner.',
    ...print('What printing leaves behind'),
  },
  'print.make': {
    km: 'រក្សាទុកជា PDF',
    en: 'Save as PDF',
    ...print('Button: asks where to put the file'),
  },
  'print.making': { km: 'កំពុងរៀបចំ', en: 'Making it', ...print('The same button meanwhile') },
  'print.saved': {
    km: 'បានរក្សាទុក {file}',
    en: 'Saved: {file}',
    ...print('After the file was written'),
  },
  'print.left': {
    km: 'មិនបានរក្សាទុកទេ។',
    en: 'Nothing was saved.',
    ...print('The person chose no place for it'),
  },
  ...recordWords,
} as const satisfies Texts;
