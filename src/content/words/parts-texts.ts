import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context = 'Preview of lessons being written: what is wrong in a pack’s description';
const fix = 'Preview of lessons being written: what to do about a mistake';
const part = 'Preview of lessons being written: part of another sentence';

/** What is wrong between the parts of a pack: courses, lessons, pieces, other packs. */
export const partsTexts = {
  'id.host': {
    km: 'ផ្នែកមួយនៃ id អានជាឈ្មោះអន្តរជាតិ (xn--)',
    en: 'a part of the id reads as an encoded international name (xn--)',
    context,
  },
  'id.host.fix': { km: 'ដក xn-- ចេញ', en: 'take xn-- out', context: fix },
  'file.mime': { km: '{path} មិនអាចជា {mime} ទេ', en: "{path} can't be {mime}", context },
  'file.sizes': {
    km: 'មានទំហំពីរសម្រាប់លេខផ្ទៀងផ្ទាត់មួយ',
    en: 'two sizes for one checksum',
    context,
  },
  'again.fix': { km: 'បង្កើតកញ្ចប់ម្ដងទៀត', en: 'build the pack again', context: fix },
  twice: { km: '{what} មានពីរដង', en: '{what} appears twice', context },
  'twice.fix': {
    km: 'ដកមួយចេញ ឬដាក់ id ផ្សេង',
    en: 'take one away, or give it another id',
    context: fix,
  },
  place: {
    km: 'លេខលំដាប់ {position} នៃ {course}',
    en: 'place {position} of {course}',
    context: part,
  },
  'requires.itself': { km: 'កញ្ចប់ត្រូវការខ្លួនឯង', en: 'the pack requires itself', context },
  'requires.itself.fix': { km: 'ដកវាចេញ', en: 'take it away', context: fix },
  'base.later': {
    km: '{version} មិនក្រោយ {base} ទេ',
    en: '{version} is no later version than its base {base}',
    context,
  },
  'base.later.fix': {
    km: 'ដាក់ version និង sequence ធំជាង',
    en: 'raise version and sequence',
    context: fix,
  },
  'player.exactly': {
    km: '{player} មិនទាន់មានក្នុង requires ដោយកំណត់កំណែតែមួយ',
    en: '{player} is not required in exactly one version ("requires")',
    context,
  },
  'player.exactly.fix': {
    km: 'បន្ថែមវាក្នុង requires ជាមួយ exactly',
    en: 'list it under "requires" with "exactly"',
    context: fix,
  },
  'course.none': { km: 'គ្មានវគ្គ {id} ក្នុងកញ្ចប់នេះទេ', en: 'no course {id} in this pack', context },
  'course.none.fix': { km: 'បន្ថែមវាក្នុង courses', en: 'list it under "courses"', context: fix },
  'lesson.none': { km: 'គ្មានឯកសារមេរៀន {path} ទេ', en: 'no lesson file {path}', context },
  'picture.none': { km: 'គ្មានរូប {path} ទេ', en: 'no picture {path}', context },
  'recording.none': { km: 'គ្មានសំឡេងថត {path} ទេ', en: 'no recording {path}', context },
  'outside.fix': {
    km: 'ដាក់ឯកសារនៅក្រៅថតរបស់ items ហើយសរសេរផ្លូវថ្មី',
    en: 'put the file outside the folders of "items", and write its path',
    context: fix,
  },
  'shelf.member': { km: 'ធ្នើមិនមាន {member} ទេ', en: 'a shelf has no {member}', context },
  'shelf.lesson': {
    km: '{course} ជាធ្នើ ហើយមេរៀនត្រូវនៅក្នុងវគ្គ',
    en: '{course} is a shelf, and lessons belong to a course',
    context,
  },
  'shelf.lesson.fix': { km: 'ដាក់មេរៀនក្នុងវគ្គ', en: 'put the lesson into a course', context: fix },
  'shelf.waits': {
    km: 'អ្វីៗលើធ្នើមិនរង់ចាំគ្នាទេ (shelf)',
    en: 'nothing waits on a shelf',
    context,
  },
  'shelf.fix': {
    km: 'ដកវាចេញ៖ ធ្នើបើកសម្រាប់អ្នកទាំងអស់គ្នា',
    en: 'leave it out: a shelf is open to everybody',
    context: fix,
  },
  'first.none': {
    km: 'គ្មានមេរៀន ឬអ្វីដែលមាន id {id} ទេ',
    en: 'there is no lesson or piece {id}',
    context,
  },
  'first.elsewhere': {
    km: '{id} នៅក្នុងវគ្គផ្សេង ដែលអ្នករៀនប្រហែលមិនរៀនទេ',
    en: '{id} is in another course, which its learner may not take',
    context,
  },
  'first.fix': {
    km: 'ដាក់ id នៃមេរៀន ឬអ្វីមួយក្នុងវគ្គដដែល',
    en: 'name a lesson or piece of the same course',
    context: fix,
  },
  ring: {
    km: 'គ្មានអ្នកណាអាចចាប់ផ្ដើមបានទេ៖ {way}',
    en: 'nobody could ever begin: {way}',
    context,
  },
  after: { km: '{one} ក្រោយ {other}', en: '{one} after {other}', context: part },
  'ring.fix': { km: 'ដក prerequisites មួយចេញ', en: 'take one of them away', context: fix },
  'skill.fix': { km: 'ដាក់ id ផ្សេងឱ្យជំនាញនីមួយៗ', en: 'give each skill its own id', context: fix },
  'folder.taken': {
    km: '{folder} ជារបស់ {id} ហើយ',
    en: '{folder} belongs to {id} already',
    context,
  },
  'folder.taken.fix': {
    km: 'ដាក់ថតផ្សេងគ្នា',
    en: 'give each piece a folder of its own',
    context: fix,
  },
  'folder.outside': { km: '{path} មិននៅក្នុង {folder} ទេ', en: '{path} is not in {folder}', context },
  'folder.outside.fix': {
    km: 'ដាក់ឈ្មោះឯកសារក្នុង {folder} ដែលជាថតរបស់វា',
    en: 'name a file in {folder}, its folder',
    context: fix,
  },
  'entry.none': { km: 'គ្មាន{kind} {path} ទេ', en: 'there is no {kind} {path}', context },
  'entry.none.fix': {
    km: 'ដាក់ឈ្មោះ{kind} ពីថតរបស់ pack.source.json',
    en: 'name a {kind}, from the folder of pack.source.json on',
    context: fix,
  },
  'entry.html': { km: 'ទំព័រ', en: 'page', context: part },
  'entry.media': { km: 'វីដេអូ ឬសំឡេងថត', en: 'film or recording', context: part },
  'entry.epub': { km: 'ឯកសារសៀវភៅ (.opf)', en: 'package document (.opf)', context: part },
  'entry.pdf': { km: 'ឯកសារ PDF', en: 'PDF', context: part },
  'entry.scorm': { km: 'ឯកសារ imsmanifest.xml', en: 'imsmanifest.xml', context: part },
  'entry.cmi5': { km: 'ឯកសារ cmi5.xml', en: 'cmi5.xml', context: part },
  'entry.h5p': { km: 'ឯកសារ h5p.json', en: 'h5p.json', context: part },
  'entry.h5p-player': { km: 'ស្គ្រីប', en: 'script', context: part },
  'entry.zim': { km: 'ឯកសារ ZIM', en: 'ZIM archive', context: part },
  'entry.track': { km: 'ឯកសារ WebVTT', en: 'WebVTT file', context: part },
  'path.free': {
    km: '{path} មិននៅក្នុងថតណាមួយរបស់ items ទេ',
    en: '{path} is in no folder of a piece',
    context,
  },
  'path.free.fix': {
    km: 'ប្រើតែអក្សរឡាតាំងតូច លេខ . _ - និង /',
    en: 'use lower-case letters, digits, . _ - and / only',
    context: fix,
  },
} as const satisfies SentenceTexts;
