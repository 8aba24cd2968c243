import { reasonWords } from '../../../../domain/record/reason-words.ts';
import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-list') => ({ context, screen });
const begin = (context: string) => at(context, 'supervisor-list-begin');
const cell = at('What is wrong with a cell of a row, after the column’s name');
const unread = begin('Nothing of the file chosen can be read');

/** Learners from a file, and their list as a file. */
export const bringInTexts = {
  title: { km: 'នាំបញ្ជីចូល', en: 'Bring in a list', ...begin('Button over the list; heading') },
  back: { km: 'ត្រឡប់', en: 'Back', ...begin('Leaves the place') },
  about: {
    km: 'ជ្រើសឯកសារ CSV ឬ Excel (xlsx)។ មុននឹងធ្វើអ្វី អ្នកឃើញថាអ្នកណាថ្មី អ្នកណាប្ដូរ និងជួរណាខុស។',
    en: 'Choose a CSV or Excel file (xlsx). Before anything is done you see who is new, who is changed, and which rows are wrong.',
    ...begin('What happens here'),
  },
  'about.columns': {
    km: 'ជួរមួយនៅខាងលើជាចំណងជើង៖ ឈ្មោះ, ឈ្មោះឡាតាំង, ភេទ, ឆ្នាំកំណើត, ក្រុម, ភាសា។ ត្រូវតែមាន ឈ្មោះ ភេទ និងក្រុម។',
    en: 'A row at the top has the headings: Name, Latin name, Sex, Birth year, Group, Language. Name, sex and group it can’t do without.',
    ...begin('How a file looks'),
  },
  choose: { km: 'ជ្រើសឯកសារ', en: 'Choose the file', ...begin('The one button that leads on') },
  template: { km: 'រក្សាទុកបញ្ជីទទេ', en: 'Save an empty list', ...begin('Button') },
  missing: {
    km: 'ឯកសារនេះខ្វះចំណងជើង {columns}។ សូមបន្ថែម រួចជ្រើសម្ដងទៀត។',
    en: 'This file has no heading {columns}. Add it, then choose the file again.',
    ...begin('Nothing of the file can be brought in'),
  },
  ignored: {
    km: 'មិនបានអាន៖ {columns}',
    en: 'Not read: {columns}',
    ...at('Headings of columns nobody knows'),
  },
  'unread.too-large': { km: 'ឯកសារនេះធំពេក។', en: 'This file is too large.', ...unread },
  'unread.too-many-rows': {
    km: 'ឯកសារនេះមានជួរច្រើនពេក។ សូមចែកជាឯកសារតូចៗ។',
    en: 'This file has too many rows. Part it into smaller ones.',
    ...unread,
  },
  'unread.encoding': {
    km: 'អក្សរខ្មែរក្នុងឯកសារនេះមិនមែនយូនីកូដទេ។ សូមរក្សាទុកជា «CSV UTF-8» ឬ xlsx។',
    en: 'The Khmer in this file is not Unicode. Save it as “CSV UTF-8” or xlsx.',
    ...unread,
  },
  'unread.damaged': {
    km: 'ឯកសារនេះខូច។ សូមបើកក្នុងកម្មវិធីតារាង រួចរក្សាទុកម្ដងទៀត។',
    en: 'This file is damaged. Open it in a spreadsheet and save it again.',
    ...unread,
  },
  'unread.encrypted': {
    km: 'ឯកសារនេះមានពាក្យសម្ងាត់ ឬជា xls ចាស់។ សូមរក្សាទុកជា xlsx គ្មានពាក្យសម្ងាត់។',
    en: 'This file has a password or is an old xls. Save it as xlsx without a password.',
    ...unread,
  },
  'unread.ods': {
    km: 'ឯកសារនេះជាតារាង ods របស់ LibreOffice។ សូមរក្សាទុកជា xlsx ឬ «CSV UTF-8» រួចជ្រើសម្ដងទៀត។',
    en: 'This file is a LibreOffice table (ods). Save it as xlsx or “CSV UTF-8”, then choose it again.',
    ...unread,
  },
  'unread.not-a-table': {
    km: 'ឯកសារនេះមិនមែនជាតារាងទេ។ សូមជ្រើស CSV ឬ xlsx។',
    en: 'This file is no table. Choose CSV or xlsx.',
    ...unread,
  },
  'outcome.new': { km: 'ថ្មី {count}', en: 'New {count}', ...at('Rows of a kind, and how many') },
  'outcome.changed': { km: 'ប្ដូរ {count}', en: 'Changed {count}', ...at('As above') },
  'outcome.doubtful': { km: 'មិនប្រាកដ {count}', en: 'Not sure {count}', ...at('As above') },
  'outcome.same': { km: 'ដដែល {count}', en: 'The same {count}', ...at('As above') },
  'outcome.bad': { km: 'ខុស {count}', en: 'Wrong {count}', ...at('As above') },
  'about.new': {
    km: 'គ្មានអ្នកណានៅទីនេះមានឈ្មោះនេះទេ។',
    en: 'Nobody here has that name.',
    ...at('Over the rows of that kind'),
  },
  'about.changed': {
    km: 'អ្នករៀននេះមានហើយ តែបញ្ជីសរសេរខុសពីនេះ។',
    en: 'They are here, and the list says something else of them.',
    ...at('As above'),
  },
  'about.doubtful': {
    km: 'មានអ្នកឈ្មោះនេះរួចហើយ។ សូមធីកតែអ្នកដែលជាមនុស្សម្នាក់ផ្សេង។',
    en: 'Somebody of that name is here. Tick only those who are another person.',
    ...at('As above'),
  },
  'about.same': {
    km: 'មានដូចនេះស្រាប់ហើយ គ្មានអ្វីត្រូវធ្វើទេ។',
    en: 'Here already just so: there is nothing to do.',
    ...at('As above'),
  },
  'about.bad': {
    km: 'ជួរទាំងនេះមិនត្រូវបាននាំចូលទេ។ សូមកែក្នុងឯកសារ រួចជ្រើសម្ដងទៀត។',
    en: 'These rows are not brought in. Mend them in the file and choose it again.',
    ...at('As above'),
  },
  'other-person': { km: 'មនុស្សម្នាក់ផ្សេង', en: 'Another person', ...at('To tick in a row') },
  like: { km: 'មានឈ្មោះនេះនៅទីនេះ', en: 'that name is here', ...at('In a row') },
  'like.row': { km: 'មានឈ្មោះនេះក្នុងជួរមុន', en: 'that name is in a row before', ...at('In a row') },
  misfit: {
    km: 'ភេទ ឬអាយុមិនត្រូវនឹងក្រុម',
    en: 'sex or age does not fit the group',
    ...at('In a row'),
  },
  more: { km: 'និង {count} ជួរទៀត', en: 'and {count} more', ...at('Under a long list') },
  'field.name': { km: 'ឈ្មោះ', en: 'Name', ...at('Name of a column') },
  'field.latin': { km: 'ឈ្មោះឡាតាំង', en: 'Latin name', ...at('Name of a column') },
  'field.sex': { km: 'ភេទ', en: 'Sex', ...at('Name of a column') },
  'field.birthYear': { km: 'ឆ្នាំកំណើត', en: 'Birth year', ...at('Name of a column') },
  'field.group': { km: 'ក្រុម', en: 'Group', ...at('Name of a column') },
  'field.language': { km: 'ភាសា', en: 'Language', ...at('Name of a column') },
  'problem.missing': { km: 'ទទេ', en: 'empty', ...cell },
  'problem.unknown': { km: 'មិនស្គាល់', en: 'not known', ...cell },
  'problem.no-year': {
    km: 'មិនមែនជាឆ្នាំដែលអាចកើតបានទេ',
    en: 'is no year that anybody was born in',
    ...cell,
  },
  'problem.ambiguous': { km: 'មានក្រុមពីរឈ្មោះនេះ', en: 'two groups have that name', ...cell },
  'problem.too-long': { km: 'វែងពេក', en: 'too long', ...cell },
  'problem.not-a-name': {
    km: 'មានសញ្ញាដែលមិនមែនជាឈ្មោះ',
    en: 'has signs that are in no name',
    ...cell,
  },
  'will.title': { km: 'អ្វីនឹងកើតឡើង', en: 'What will happen', ...at('Heading of the panel') },
  will: {
    km: 'ចុះឈ្មោះថ្មី {added} នាក់ ហើយកែ {changed} នាក់។',
    en: '{added} {added|is|are} added, {changed} {changed|is|are} changed.',
    ...at('In the panel'),
  },
  'will.nobody-else': {
    km: 'អ្នកដែលគ្មានក្នុងបញ្ជី នៅដដែល។',
    en: 'Nobody is touched whom the list leaves out.',
    ...at('In the panel'),
  },
  'changed.too': { km: 'កែអ្នកដែលប្ដូរដែរ', en: 'Change those too', ...at('To tick') },
  'misfits.too': {
    km: 'នាំចូលដែរ អ្នកដែលភេទ ឬអាយុមិនត្រូវនឹងក្រុម',
    en: 'Also those whose sex or age does not fit the group',
    ...at('To tick'),
  },
  'why.list': { ...reasonWords['new-list'], ...at('Reason') },
  'why.papers': { ...reasonWords.papers, ...at('Reason') },
  bring: { km: 'នាំចូល', en: 'Bring in', ...at('The one button that leads on') },
  bringing: { km: 'កំពុងនាំចូល', en: 'Bringing in', ...at('The same button meanwhile') },
  'so-far': {
    km: 'រួច {done} ជួរ ក្នុង {of}',
    en: '{done} of {of} {of|row|rows} done',
    ...at('In the panel meanwhile'),
  },
  'go-on': { km: 'បន្ត', en: 'Go on', ...at('The same button after it stopped in the middle') },
  'go-on.what': {
    km: 'អ្វីដែលបាននាំចូលហើយ នៅទីនោះ។ បើបន្ត គ្មានអ្នកណាចូលពីរដងទេ។',
    en: 'What was brought in is there. Going on adds nobody twice.',
    ...at('After it stopped in the middle'),
  },
  over: {
    km: 'ចប់ហើយ៖ ចុះឈ្មោះថ្មី {added} នាក់ កែ {changed} នាក់។',
    en: 'Done: {added} added, {changed} changed.',
    ...at('In the panel at the end', 'supervisor-list-over'),
  },
  'over.next': {
    km: 'ពួកគេមិនទាន់អាចចូលបានទេ៖ សូមទៅ «ក្រុម» ជ្រើសក្រុមមួយ ហើយឱ្យលេខចូលលើកដំបូង។',
    en: 'They can’t sign in yet: go to Groups, choose a group and give numbers for the first time.',
    ...at('In the panel at the end', 'supervisor-list-over'),
  },
  'over.close': {
    km: 'ទៅបញ្ជីអ្នករៀន',
    en: 'To the learners',
    ...at('Button', 'supervisor-list-over'),
  },
  'export.csv': { km: 'ជា CSV', en: 'As CSV', ...at('Kind of file') },
  'export.xlsx': { km: 'ជា Excel', en: 'As Excel', ...at('Kind of file') },
  'export.found': {
    km: 'រក្សាទុក {count} នាក់នេះ',
    en: 'Save these {count}',
    ...at('As below, where the list was searched: those who are shown alone'),
  },
  export: { km: 'រក្សាទុកបញ្ជី', en: 'Save the list', ...at('Button over the list of learners') },
} as const satisfies Texts;
