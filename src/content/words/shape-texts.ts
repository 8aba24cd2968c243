import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context = 'Preview of lessons being written: what is wrong at one place of a file';
const fix = 'Preview of lessons being written: what to do about a mistake';
const part = 'Preview of lessons being written: part of another sentence';

/** How what an author wrote differs from the shape it should have. */
export const shapeTexts = {
  'key.unknown': { km: 'មិនស្គាល់ {name} នៅទីនេះទេ', en: '{name} is not known here', context },
  'key.unknown.fix': {
    km: 'ដកវាចេញ ឬកែអក្ខរាវិរុទ្ធ',
    en: 'remove it, or correct its spelling',
    context: fix,
  },
  missing: { km: 'មិនទាន់មាន', en: 'is missing', context },
  empty: { km: 'ទទេ', en: 'is empty', context },
  'empty.file': { km: 'ឯកសារទទេ', en: 'the file is empty', context },
  'empty.file.fix': {
    km: 'សរសេរខ្លឹមសារ ដូចក្នុង docs/authoring.md',
    en: 'write it as docs/authoring.md shows',
    context: fix,
  },
  'kind.other': { km: '{value} មិនមែនជា{kind}ទេ', en: '{value} is no {kind}', context },
  'value.unknown': { km: 'មិនស្គាល់ {value} នៅទីនេះទេ', en: '{value} is not known here', context },
  'value.large': { km: '{value} ធំពេក', en: '{value} is too large', context },
  'value.small': { km: '{value} តូចពេក', en: '{value} is too small', context },
  'value.long': { km: 'វែងពេក', en: 'is too long', context },
  'value.short': { km: 'ខ្លីពេក', en: 'is too short', context },
  'value.step': { km: '{value} មិនត្រូវតាមជំហានទេ', en: '{value} fits no step', context },
  'value.step.fix': { km: 'សរសេរពហុគុណនៃ {step}', en: 'write a multiple of {step}', context: fix },
  'form.other': { km: '{value} មិនត្រូវតាមទម្រង់', en: '{value} does not fit', context },
  'written.list': { km: 'បញ្ជីនេះ', en: 'a list', context: part },
  'written.object': { km: 'អ្វីដែលសរសេរនៅទីនេះ', en: 'what stands here', context: part },
  'noun.text': { km: 'អត្ថបទ', en: 'text', context: part },
  'noun.number': { km: 'ចំនួន', en: 'number', context: part },
  'noun.int': { km: 'ចំនួនគត់', en: 'whole number', context: part },
  'noun.list': { km: 'បញ្ជី', en: 'list', context: part },
  'noun.object': { km: 'ក្រុមក្នុង {braces}', en: 'group in {braces}', context: part },
  'noun.pair': { km: 'គូ', en: 'pair', context: part },
  'noun.boolean': { km: ' true ឬ false ', en: 'true or false', context: part },
  'noun.other': { km: 'អ្វីដែលត្រូវការ', en: 'thing that is needed', context: part },
  'a.text': { km: 'អត្ថបទក្នុង "..."', en: 'a text in "quotes"', context: part },
  'a.number': {
    km: 'ចំនួន ដោយគ្មានសញ្ញា " "',
    en: 'a number without quotes',
    context: part,
  },
  'a.int': {
    km: 'ចំនួនគត់ ដោយគ្មានសញ្ញា " "',
    en: 'a whole number without quotes',
    context: part,
  },
  'a.list': { km: 'បញ្ជីក្នុង [ ]', en: 'a list in [ ]', context: part },
  'a.object': { km: 'ក្រុមក្នុង {braces}', en: 'a group in {braces}', context: part },
  'a.pair': { km: 'គូក្នុង [ ]', en: 'a pair in [ ]', context: part },
  'a.boolean': { km: 'true ឬ false', en: 'true or false', context: part },
  'a.other': { km: 'អ្វីដែលត្រូវការ', en: 'what is needed', context: part },
  'add.fix': { km: 'បន្ថែម {what}', en: 'add {what}', context: fix },
  'write.fix': { km: 'សរសេរ {what}', en: 'write {what}', context: fix },
  'one-of': { km: 'មួយក្នុងចំណោម {values}', en: 'one of {values}', context: part },
  either: { km: '{one} ឬ {other}', en: '{one} or {other}', context: part },
  'most.signs.fix': {
    km: 'អាចមានច្រើនបំផុត {count} តួអក្សរ',
    en: 'at most {count} {count|sign|signs} allowed',
    context: fix,
  },
  'most.entries.fix': {
    km: 'អាចមានច្រើនបំផុត {count} ធាតុ',
    en: 'at most {count} {count|entry|entries} allowed',
    context: fix,
  },
  'most.number.fix': {
    km: 'សរសេរចំនួនមិនលើស {count}',
    en: 'at most {count} allowed',
    context: fix,
  },
  'least.signs.fix': {
    km: 'ត្រូវមានយ៉ាងតិច {count} តួអក្សរ',
    en: 'at least {count} {count|sign|signs} needed',
    context: fix,
  },
  'least.entries.fix': {
    km: 'ត្រូវមានយ៉ាងតិច {count} ធាតុ',
    en: 'at least {count} {count|entry|entries} needed',
    context: fix,
  },
  'least.number.fix': {
    km: 'សរសេរចំនួនមិនតិចជាង {count}',
    en: 'at least {count} needed',
    context: fix,
  },
  'form.slug.fix': {
    km: 'សរសេរអក្សរឡាតាំងតូច លេខ និងសញ្ញា - ដូចជា first-words',
    en: 'write small letters, digits and hyphens, as in first-words',
    context: fix,
  },
  'form.pack-id.fix': {
    km: 'សរសេរពាក្យឡាតាំងតូច មានចំណុចនៅចន្លោះ ដូចជា org.example.letters',
    en: 'write small words with dots between them, as in org.example.letters',
    context: fix,
  },
  'form.version.fix': {
    km: 'សរសេរចំនួនបី មានចំណុចនៅចន្លោះ ដូចជា 1.0.0',
    en: 'write three numbers with dots between them, as in 1.0.0',
    context: fix,
  },
  'form.slash.fix': {
    km: 'សរសេរ / ជំនួស \\ ដូចជា {path}',
    en: 'write / for \\, as in {path}',
    context: fix,
  },
  'form.path.fix': {
    km: 'ប្ដូរឈ្មោះឯកសារ ហើយសរសេរដូចគ្នានៅទីនេះ៖ មានតែអក្សរឡាតាំងតូច លេខ និង . _ - ដូចជា {path}',
    en: 'rename the file, and write the same here: only small letters, digits and . _ -, as in {path}',
    context: fix,
  },
  'form.path.start.fix': {
    km: 'សរសេរផ្លូវពីថតរបស់ pack.source.json ដូចជា pictures/ka.svg',
    en: 'write it from the folder of pack.source.json, as in pictures/ka.svg',
    context: fix,
  },
  'form.foreign.fix': {
    km: 'ប្ដូរឈ្មោះឯកសារ កុំឱ្យមាន \\ : * ? " < > | # %',
    en: 'rename the file, without \\ : * ? " < > | # %',
    context: fix,
  },
  'correct.fix': {
    km: 'កែវា ដូចក្នុង docs/authoring.md',
    en: 'correct it, as docs/authoring.md shows',
    context: fix,
  },
  'rule.other': { km: 'មិនត្រូវតាមទម្រង់', en: 'does not have the shape it should have', context },
} as const satisfies SentenceTexts;
