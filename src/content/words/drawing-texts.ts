import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context = 'Preview of lessons being written: what is wrong with a drawing';
const fix = 'Preview of lessons being written: what to do about a mistake';

/** Why a drawing (SVG) can't go into a pack. */
export const drawingTexts = {
  large: { km: 'គំនូរធំជាង 1 MiB', en: 'the drawing is larger than 1 MiB', context },
  'large.fix': {
    km: 'ធ្វើឱ្យសាមញ្ញជាងនេះ ឬរក្សាទុកជា PNG ឬ WebP',
    en: 'simplify it, or export a PNG or WebP',
    context: fix,
  },
  'plain.fix': {
    km: 'ក្នុងកម្មវិធីគំនូរ រក្សាទុកជា "plain SVG" ឬ "optimised SVG"',
    en: 'save it as "plain SVG" or "optimised SVG" from the drawing program',
    context: fix,
  },
  'not-utf8': { km: 'មិនមែនជាអត្ថបទ UTF-8 ទេ', en: 'not UTF-8 text', context },
  'style.outside': {
    km: 'បញ្ជីរចនា (style) ហៅអ្វីមួយពីក្រៅរូប',
    en: 'a style sheet refers to something outside the picture',
    context,
  },
  'style.outside.fix': {
    km: 'ប្រើតែពណ៌ធម្មតា និង url(#id)',
    en: 'use plain colours and url(#id) only',
    context: fix,
  },
  'not-svg': { km: 'មិនមែនជារូប SVG ទេ', en: 'not an SVG picture', context },
  'not-svg.fix': { km: 'ចាប់ផ្ដើមដោយ {tag}', en: 'begin with {tag}', context: fix },
  element: {
    km: '{tag} មិនអាចនៅក្នុងរូបទេ',
    en: '{tag} is not allowed in a picture',
    context,
  },
  'bitmap.fix': {
    km: 'ដាក់រូបថតក្នុងកញ្ចប់ជាឯកសារផ្សេង',
    en: 'put the bitmap into the pack as a file of its own',
    context: fix,
  },
  'remove.fix': { km: 'ដក {tag} ចេញ', en: 'remove {tag}', context: fix },
  event: {
    km: '{tag} មានបញ្ជា ({name})',
    en: '{tag} has an event handler ({name})',
    context,
  },
  outside: {
    km: '{tag} ហៅអ្វីមួយពីក្រៅរូប ({name})',
    en: '{tag} refers to something outside the picture ({name})',
    context,
  },
  namespace: {
    km: '{tag} មាន xmlns ផ្សេង',
    en: '{tag} has a foreign namespace',
    context,
  },
  attribute: {
    km: '{tag} មានអ្វីដែលរូបធម្មតាគ្មាន ({name})',
    en: '{tag} has a foreign attribute ({name})',
    context,
  },
  animates: { km: '{tag} ធ្វើចលនា {value}', en: '{tag} animates {value}', context },
  open: { km: '{tag} មិនបិទ', en: '{tag} is not closed', context },
  unreadable: { km: 'អាន {text} មិនបាន', en: "can't read {text}", context },
  'two-roots': { km: 'មានផ្នែកក្រៅបំផុតពីរ', en: 'two outermost elements', context },
  stray: { km: 'មានសញ្ញា & លើសក្នុង {tag}', en: 'a stray & in {tag}', context },
  'attribute.twice': {
    km: 'ឈ្មោះមួយក្នុង {tag} សរសេរពីរដង',
    en: 'an attribute of {tag} is written twice',
    context,
  },
  'closes-nothing': { km: '{tag} បិទអ្វីដែលមិនបើក', en: '{tag} closes nothing', context },
  'text-outside': { km: 'មានអត្ថបទនៅក្រៅរូប', en: 'text outside the picture', context },
} as const satisfies SentenceTexts;
