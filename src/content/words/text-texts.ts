import type { SentenceTexts } from '../../shared/words/sentence.ts';

const context = 'Preview of lessons being written: why a text file can’t be read';
const fix = 'Preview of lessons being written: what to do about a mistake';

/** Where a file stops being JSON or YAML, and why. */
export const textTexts = {
  'not-utf8': {
    km: 'ឯកសារមិនត្រូវបានរក្សាទុកជា UTF-8 ទេ',
    en: 'is not saved as UTF-8',
    context,
  },
  'not-utf8.fix': {
    km: 'រក្សាទុកម្ដងទៀត ដោយជ្រើស UTF-8 ក្នុងកម្មវិធីសរសេរ',
    en: 'save it again, with UTF-8 as its encoding',
    context: fix,
  },
  json: { km: 'មិនមែនជា JSON ត្រឹមត្រូវទេ៖ {why}', en: 'is not valid JSON: {why}', context },
  'json.ends': { km: 'ចប់មុនពេល', en: 'it ends too early', context },
  'json.ends.fix': {
    km: 'បន្ថែម } ឬ ] ឬ " ដែលខ្វះ',
    en: 'add the } or ] or " that is missing',
    context: fix,
  },
  'json.comma': { km: 'ខ្វះ ,', en: 'a comma is missing', context },
  'json.comma.fix': {
    km: 'បន្ថែម , នៅចុងធាតុមុន',
    en: 'put a comma after what stands before',
    context: fix,
  },
  'json.colon': { km: 'ខ្វះ :', en: 'a colon is missing', context },
  'json.colon.fix': {
    km: 'បន្ថែម : រវាងឈ្មោះ និងតម្លៃ',
    en: 'put a colon between the name and what it says',
    context: fix,
  },
  'json.name': { km: 'ខ្វះឈ្មោះក្នុង "..."', en: 'a name in "quotes" is missing', context },
  'json.name.fix': {
    km: 'ដក , ដែលលើសមុន } ឬដាក់ឈ្មោះក្នុង "..."',
    en: 'take out the comma before }, or put the name in "quotes"',
    context: fix,
  },
  'json.value': { km: 'ខ្វះតម្លៃ', en: 'nothing stands where something should', context },
  'json.value.fix': {
    km: 'ដក , ដែលលើស ឬដាក់អត្ថបទក្នុង "..."',
    en: 'take out a comma too many, or put the text in "quotes"',
    context: fix,
  },
  'json.quote': { km: 'សញ្ញា " មិនបិទ', en: 'a quote is not closed', context },
  'json.quote.fix': {
    km: 'ដាក់ " នៅចុងអត្ថបទ ក្នុងបន្ទាត់ដដែល',
    en: 'put a " at the end of the text, on the same line',
    context: fix,
  },
  'json.escape': {
    km: 'មានសញ្ញា \\ ឬ Tab ក្នុងអត្ថបទ',
    en: 'a text holds a \\ or a tab',
    context,
  },
  'json.escape.fix': {
    km: 'សរសេរ / ក្នុងផ្លូវឯកសារ និងដកឃ្លាធម្មតាក្នុងអត្ថបទ',
    en: 'write / in paths, and plain spaces in texts',
    context: fix,
  },
  'json.comment': {
    km: 'JSON មិនអាចមានកំណត់សម្គាល់ទេ',
    en: 'JSON can hold no comments',
    context,
  },
  'json.comment.fix': {
    km: 'ដកវាចេញ',
    en: 'take it out',
    context: fix,
  },
  'json.other': {
    km: 'មានសញ្ញាលើស ឬខ្វះ',
    en: 'a sign is too many or too few',
    context,
  },
  'json.other.fix': {
    km: 'រក , ឬ " ដែលលើស ឬខ្វះ',
    en: 'look for a comma or quote too many or too few',
    context: fix,
  },
  yaml: { km: 'មិនមែនជា YAML ត្រឹមត្រូវទេ៖ {why}', en: 'is not valid YAML: {why}', context },
  'yaml.tab': { km: 'បន្ទាត់ចាប់ផ្ដើមដោយ Tab', en: 'a line is set in with a tab', context },
  'yaml.tab.fix': {
    km: 'ប្រើដកឃ្លា ជំនួស Tab នៅដើមបន្ទាត់',
    en: 'use spaces, not tabs, at the beginning of lines',
    context: fix,
  },
  'yaml.indent': {
    km: 'បន្ទាត់មិនស្មើនឹងបន្ទាត់ដែលនៅជាមួយ',
    en: 'a line is not set in as far as those it belongs to',
    context,
  },
  'yaml.indent.fix': {
    km: 'ដាក់ដកឃ្លានៅដើមបន្ទាត់ ឱ្យស្មើនឹងបន្ទាត់លើ ឬក្រោមដែលនៅជាមួយ',
    en: 'give the line as many spaces as the lines beside it have',
    context: fix,
  },
  'yaml.closing': {
    km: 'សញ្ញា " ឬ ] ឬ } មិនបិទ នៅទីនេះ ឬខាងលើ',
    en: 'a quote or bracket is not closed, here or above',
    context,
  },
  'yaml.closing.fix': {
    km: 'ដាក់សញ្ញាបិទ ឱ្យគ្រប់ដូចសញ្ញាបើក',
    en: 'close it as often as it is opened',
    context: fix,
  },
  'yaml.colon': {
    km: 'មាន : ក្នុងអត្ថបទ ឬឈ្មោះមិនពេញ',
    en: 'a text holds a colon, or a name is not finished',
    context,
  },
  'yaml.colon.fix': {
    km: 'ដាក់អត្ថបទដែលមាន : ឬ # ក្នុង "..." ហើយដាក់ : និងដកឃ្លាក្រោយឈ្មោះ',
    en: 'put a text that holds : or # in "quotes", and a colon and a space after a name',
    context: fix,
  },
  'yaml.comma': {
    km: 'ក្នុង [ ] ខ្វះ , ឬអត្ថបទមាន :',
    en: 'in brackets a comma is missing, or a text holds a colon',
    context,
  },
  'yaml.comma.fix': {
    km: 'ដាក់ , រវាងធាតុ ហើយដាក់អត្ថបទដែលមាន : ក្នុង "..."',
    en: 'put commas between the members, and a text that holds a colon in "quotes"',
    context: fix,
  },
  'yaml.after': {
    km: 'មានអ្វីលើស ក្រោយអត្ថបទចប់',
    en: 'something stands after the end of a text',
    context,
  },
  'yaml.after.fix': {
    km: 'ដាក់អត្ថបទទាំងមូលក្នុង "..." ហើយប្រើ « » នៅខាងក្នុង',
    en: 'put the whole text in "quotes", with « » inside it',
    context: fix,
  },
  'yaml.twice': { km: 'មានឈ្មោះដូចគ្នាពីរដង', en: 'a name stands here twice', context },
  'yaml.twice.fix': { km: 'ដកមួយចេញ', en: 'take one of them away', context: fix },
  'yaml.sign': {
    km: 'អត្ថបទចាប់ផ្ដើមដោយសញ្ញា ដែលមានន័យក្នុង YAML',
    en: 'a text begins with a sign that means something in YAML',
    context,
  },
  'yaml.sign.fix': {
    km: 'ដាក់អត្ថបទក្នុង "..."',
    en: 'put the text in "quotes"',
    context: fix,
  },
  'yaml.escape': {
    km: 'មានសញ្ញា \\ ក្នុង "..."',
    en: 'a text in quotes holds a \\',
    context,
  },
  'yaml.escape.fix': {
    km: 'សរសេរ / ក្នុងផ្លូវឯកសារ ឬ \\\\ ក្នុងអត្ថបទ',
    en: 'write / in paths, or \\\\ in texts',
    context: fix,
  },
  'yaml.documents': {
    km: 'មាន --- ដែលចាប់ផ្ដើមឯកសារទីពីរ',
    en: 'a second document begins with ---',
    context,
  },
  'yaml.documents.fix': { km: 'ដក --- ចេញ', en: 'take out the ---', context: fix },
  'yaml.other': {
    km: 'អានមិនបានត្រង់នេះ',
    en: "it can't be read here",
    context,
  },
  'yaml.other.fix': {
    km: 'ពិនិត្យដកឃ្លានៅដើមបន្ទាត់ ហើយដាក់អត្ថបទដែលមាន : ឬ # ក្នុង "..."',
    en: 'look at how far lines are set in, and put a text that holds : or # in "quotes"',
    context: fix,
  },
} as const satisfies SentenceTexts;
