import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context = 'Preview of lessons being written: what is wrong with a source folder';
const fix = 'Preview of lessons being written: what to do about a mistake';
const part = 'Preview of lessons being written: part of another sentence';

/** What is wrong with the files of a source folder, and between them. */
export const sourceTexts = {
  'file.none': { km: 'គ្មានឯកសារនេះទេ', en: 'there is no such file', context },
  'file.none.fix': { km: 'បន្ថែមវា', en: 'add it', context: fix },
  'lesson.none.fix': {
    km: 'បង្កើត {yaml} ឬដកមេរៀនចេញពី lessons ក្នុង pack.source.json',
    en: 'make {yaml}, or take the lesson out of "lessons" in pack.source.json',
    context: fix,
  },
  'lesson.folder.fix': {
    km: 'មានថត {near}។ ត្រូវឱ្យឈ្មោះដូចគ្នានឹង id ក្នុង pack.source.json',
    en: 'there is a folder {near}: call it as pack.source.json calls the lesson',
    context: fix,
  },
  'lesson.name': {
    km: 'មេរៀនដាក់ id ខ្លួនថា {id}',
    en: 'the lesson calls itself {id}',
    context,
  },
  'lesson.name.fix': {
    km: 'សរសេរ {id} ដែលជាឈ្មោះថតរបស់វា',
    en: 'write {id}, the name of its folder',
    context: fix,
  },
  'lesson.unread': { km: 'កម្មវិធីមិនអានឯកសារនេះទេ', en: 'is not read', context },
  'lesson.unread.fix': { km: 'ដាក់ឈ្មោះថា lesson.yaml', en: 'call it lesson.yaml', context: fix },
  'lesson.both': { km: 'នៅជាមួយ lesson.json', en: 'lies beside lesson.json', context },
  'lesson.both.fix': {
    km: 'លុបមួយដែលមិនប្រើ',
    en: 'remove the one that is not meant',
    context: fix,
  },
  'lesson.skills': {
    km: 'មានជំនាញលើសពី {count}',
    en: 'names more than {count} {count|skill|skills}',
    context,
  },
  'lesson.skills.fix': { km: 'ចែកមេរៀនជាពីរ', en: 'split the lesson', context: fix },
  'course.none': { km: 'គ្មានវគ្គ {id} ទេ', en: 'no course {id}', context },
  'course.none.fix': {
    km: 'បន្ថែមវាក្នុង courses',
    en: 'list it under "courses"',
    context: fix,
  },
  'id.listed-twice': { km: '{id} មានក្នុងបញ្ជីពីរដង', en: '{id} is listed twice', context },
  'id.own.fix': { km: 'ដាក់ id ផ្សេងគ្នា', en: 'give each its own id', context: fix },
  'place.taken': {
    km: 'មេរៀនផ្សេងមានលេខលំដាប់នេះក្នុងវគ្គហើយ',
    en: 'another has this place in its course',
    context,
  },
  'place.taken.fix': {
    km: 'ដាក់លេខ position 1, 2, 3…',
    en: 'number them 1, 2, 3…',
    context: fix,
  },
  'pack.nothing': { km: 'កញ្ចប់នេះទទេ', en: 'the pack holds nothing', context },
  'pack.nothing.fix': {
    km: 'បន្ថែមមេរៀនក្នុង lessons ឬអ្វីផ្សេងក្នុង items',
    en: 'list a lesson, or a piece under "items"',
    context: fix,
  },
  'file.kind': {
    km: '{path} មិនមែនជាប្រភេទឯកសារ ដែលកញ្ចប់អាចមានទេ',
    en: '{path} is no kind of file a pack may hold',
    context,
  },
  'file.kind.fix': {
    km: 'ប្រើឯកសារមួយក្នុងចំណោមប្រភេទ {kinds}',
    en: 'use one of {kinds}',
    context: fix,
  },
  'file.convert.fix': {
    km: 'រក្សាទុកវាជា {kinds} ហើយសរសេរឈ្មោះថ្មីនៅទីនេះ',
    en: 'save it as {kinds}, and write the new name here',
    context: fix,
  },
  'file.other': { km: '{path} មិនមែនជា{kind}ទេ', en: '{path} is no {kind}', context },
  'file.other.fix': { km: 'ដាក់ឈ្មោះ{kind}', en: 'name a {kind}', context: fix },
  'kind.picture': { km: 'រូប', en: 'picture', context: part },
  'kind.recording': { km: 'សំឡេងថត', en: 'recording', context: part },
  'kind.lesson': { km: 'មេរៀន', en: 'lesson', context: part },
  'kind.piece': { km: 'ឯកសារ', en: 'piece', context: part },
  'file.absent': { km: 'គ្មានឯកសារ {path} ទេ', en: 'there is no file {path}', context },
  'file.absent.fix': {
    km: 'បន្ថែមឯកសារ ឬកែផ្លូវ',
    en: 'add the file, or correct the path',
    context: fix,
  },
  'file.near.fix': {
    km: 'ផ្លូវចាប់ផ្ដើមពីថតរបស់ pack.source.json៖ សរសេរ {near}',
    en: 'paths start at the folder of pack.source.json: write {near}',
    context: fix,
  },
  'file.rename.fix': {
    km: 'ប្ដូរឈ្មោះឯកសារ {near} ទៅជា {path}',
    en: 'rename the file {near} to {path}',
    context: fix,
  },
  'file.empty': { km: 'ឯកសារទទេ', en: 'the file is empty', context },
  'file.empty.fix': { km: 'រក្សាទុកវាម្ដងទៀត', en: 'export it again', context: fix },
  'folder.empty': { km: 'គ្មានឯកសារក្នុង {folder} ទេ', en: 'there is no file in {folder}', context },
  'folder.empty.fix': { km: 'ដាក់ឯកសារនៅទីនោះ', en: 'put its files there', context: fix },
  name: { km: 'ឈ្មោះឯកសារ៖ {what}', en: 'its name: {what}', context },
  'name.signs': {
    km: 'មានសញ្ញាដែលប្រើមិនបាន',
    en: 'it holds a sign that no name may hold',
    context,
  },
  'base.other': {
    km: 'មិនអាចដាក់លើ {id} {version} (sequence {sequence}) ទេ',
    en: "can't be brought over {id} {version} (sequence {sequence})",
    context,
  },
  'base.other.fix': {
    km: 'ដាក់ឈ្មោះកំណែមុននៃកញ្ចប់ដដែល',
    en: 'name an earlier version of the same pack as its base',
    context: fix,
  },
} as const satisfies SentenceTexts;
