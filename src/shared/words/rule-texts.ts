import type { SentenceTexts } from './sentence.ts';

const context = 'Preview of lessons being written: a mistake in a lesson or a pack’s description';
const fix = 'Preview of lessons being written: what to do about a mistake';

/** What a lesson or a pack's description may not say, beyond its shape; told by who parses it. */
export const ruleTexts = {
  item: { km: 'លំហាត់ {id}៖ {what}', en: 'item {id}: {what}', context },
  'id.twice': { km: 'id {id} មានគេប្រើរួចហើយ', en: 'the id {id} is used twice', context },
  'id.twice.fix': {
    km: 'ដាក់ id ផ្សេងឱ្យមួយក្នុងចំណោមពីរ',
    en: 'give one of the two another id',
    context: fix,
  },
  'option.none': {
    km: 'គ្មានជម្រើស {id} ទេ។ មាន៖ {known}',
    en: 'no such option: {id}; there are {known}',
    context,
  },
  'option.none.fix': {
    km: 'សរសេរ id នៃជម្រើសមួយ ឬបន្ថែមជម្រើសនោះ',
    en: 'write the id of one of them, or add that option',
    context: fix,
  },
  'gap.none': {
    km: 'គ្មានចន្លោះ {id} ទេ។ មាន៖ {known}',
    en: 'no such gap: {id}; there are {known}',
    context,
  },
  'gap.none.fix': {
    km: 'សរសេរ id នៃចន្លោះមួយ ឬបន្ថែមចន្លោះនោះ',
    en: 'write the id of one of them, or add that gap',
    context: fix,
  },
  'gap.unfilled': {
    km: 'គ្មានអ្វីដាក់ក្នុងចន្លោះ {id} ទេ',
    en: 'nothing fits the gap: {id}',
    context,
  },
  'gap.unfilled.fix': {
    km: 'បន្ថែម [ជម្រើស, ចន្លោះ] ក្នុង correct',
    en: 'add its [choice, gap] to correct',
    context: fix,
  },
  'line.off': {
    km: 'ចម្លើយត្រូវនៅក្រៅបន្ទាត់លេខ',
    en: 'the right answer is off the line',
    context,
  },
  'line.off.fix': {
    km: 'សរសេរចំនួនពី min ដល់ max',
    en: 'write a number from min to max',
    context: fix,
  },
  'dictation.shown': {
    km: 'នឹងបង្ហាញអ្វីដែលត្រូវសរសេរ',
    en: 'would show what is to be written',
    context,
  },
  'leave-out.fix': { km: 'ដកវាចេញ', en: 'leave it out', context: fix },
  'trains.unmarked': {
    km: 'លំហាត់ប្រភេទនេះ គ្មានចម្លើយត្រូវ ឬមិនត្រូវទេ',
    en: 'nothing is marked here',
    context,
  },
  'match.partners': {
    km: 'ធាតុខាងឆ្វេង (left) នីមួយៗត្រូវមានគូមួយ',
    en: 'every left side needs one partner',
    context,
  },
  'match.partners.fix': {
    km: 'សរសេរ [left, right] មួយ សម្រាប់ធាតុខាងឆ្វេងនីមួយៗ',
    en: 'write one [left, right] for each left side',
    context: fix,
  },
  'gaps.either': {
    km: 'ត្រូវមានអត្ថបទ (text) ឬរូប (scene) តែមួយ ដែលមានចន្លោះ',
    en: 'give either a text with gaps or a scene with gaps',
    context,
  },
  'gaps.either.fix': {
    km: 'ដកមួយចេញ ឬបន្ថែមមួយ',
    en: 'leave one out, or add one',
    context: fix,
  },
  'gaps.in-text': {
    km: 'ចន្លោះរបស់អត្ថបទ ត្រូវសរសេរក្នុងអត្ថបទ ដូចជា {sign}',
    en: 'the gaps of a text stand in the text, as {sign}',
    context,
  },
  'text.no-gap': {
    km: 'គ្មានចន្លោះទេ',
    en: 'has no gap',
    context,
  },
  'text.gap.fix': {
    km: 'សរសេរចន្លោះនីមួយៗម្ដង ដូចជា {sign} ក្នុងអត្ថបទគ្រប់ភាសា',
    en: 'write each gap once, as {sign}, in the text of each language',
    context: fix,
  },
  'text.lacks-gap': { km: 'ខ្វះចន្លោះ {gap}', en: 'lacks the gap: {gap}', context },
  'text.other-gap': { km: 'គ្មានចន្លោះ {gap} ទេ', en: 'no such gap: {gap}', context },
  'text.gap-twice': { km: 'មានចន្លោះ {gap} ពីរដង', en: 'has the gap twice: {gap}', context },
  'text.long': {
    km: 'វែងជាង {count} តួអក្សរ',
    en: 'is longer than {count} {count|sign|signs}',
    context,
  },
  'text.long.fix': { km: 'ចែកជាលំហាត់ពីរ', en: 'make two items of it', context: fix },
  'option.empty': {
    km: 'ជម្រើសត្រូវមានពាក្យ (label) ឬរូប (picture)',
    en: 'an option needs a label or a picture',
    context,
  },
  'option.empty.fix': {
    km: 'បន្ថែម label ឬ picture',
    en: 'add a label or a picture',
    context: fix,
  },
  'mastery.more': {
    km: 'ចម្លើយត្រូវ (right) ច្រើនជាងចម្លើយទាំងអស់ (of)',
    en: 'more right answers than answers',
    context,
  },
  'mastery.more.fix': {
    km: 'សរសេរ right មិនឱ្យធំជាង of',
    en: 'write right no larger than of',
    context: fix,
  },
  'pause.option': { km: 'គ្មានជម្រើសនេះទេ', en: 'there is no such option', context },
  'pause.option.fix': {
    km: 'រាប់ជម្រើសពី 0',
    en: 'count the options from 0',
    context: fix,
  },
  'pause.order': {
    km: 'ការផ្អាកនីមួយៗ ត្រូវមកក្រោយការផ្អាកមុន',
    en: 'each pause comes later than the one before',
    context,
  },
  'pause.order.fix': {
    km: 'រៀបការផ្អាកតាមពេលវេលា',
    en: 'put the pauses in the order of their times',
    context: fix,
  },
  'path.dots': {
    km: 'ឈ្មោះឯកសារមិនអាចមាន .. ទេ',
    en: 'a path goes to no folder above (..)',
    context,
  },
  'path.dots.fix': {
    km: 'សរសេរផ្លូវពីថតរបស់ pack.source.json ដូចជា pictures/ka.svg',
    en: 'write it from the folder of pack.source.json, as in pictures/ka.svg',
    context: fix,
  },
  'path.ends': {
    km: 'ឈ្មោះឯកសារ ឬថត ចាប់ផ្ដើមដោយ . ~ ឬដកឃ្លា ឬចប់ដោយ . ឬដកឃ្លា',
    en: 'a name begins with a dot, ~ or space, or ends with a dot or space',
    context,
  },
  'rename.fix': { km: 'ប្ដូរឈ្មោះវា', en: 'rename it', context: fix },
  'path.composed': {
    km: 'អក្សរក្នុងឈ្មោះ មិនត្រូវតាមទម្រង់ NFC ទេ',
    en: 'its letters are not in composed form (NFC)',
    context,
  },
  'trains.composed': {
    km: 'មានដកឃ្លានៅដើម ឬចុង ឬអក្សរមិនត្រូវតាមទម្រង់ NFC',
    en: 'not in composed form (NFC), or with spaces around it',
    context,
  },
  'type-again.fix': {
    km: 'វាយវាម្ដងទៀត ដោយគ្មានដកឃ្លានៅដើម និងចុង',
    en: 'type it again, without spaces around it',
    context: fix,
  },
} as const satisfies SentenceTexts;
