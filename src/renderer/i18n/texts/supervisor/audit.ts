import type { Texts } from '../../text.ts';
import { recordWords } from './record-words.ts';

const on = (screen: string, context: string) => ({ context, screen });
const trail = (context: string) => on('supervisor-audit', context);
const entry = (context: string) => on('supervisor-audit-entry', context);
const month = (context: string) => on('supervisor-audit-month', context);
const kept = (context: string) => on('supervisor-kept', context);

/** Who looked at what and who changed it; how long records are kept. */
export const auditTexts = {
  title: { km: 'កំណត់ហេតុ', en: 'Trail', ...trail('Heading of the place') },
  about: {
    km: 'អ្នកណាមើល និងអ្នកណាធ្វើអ្វី តាមលំដាប់ដែលម៉ាស៊ីនមេបានកត់ ថ្មីមុនគេ។ គ្មានអ្វីអាចលុប ឬកែបានទេ។',
    en: 'Who looked and who did what, as the hub wrote it down, newest first. Nothing here can be taken away or changed.',
    ...trail('Sentence beside the heading'),
  },
  'tab.trail': { km: 'កំណត់ហេតុ', en: 'Who did what', ...trail('Switch: the trail') },
  'tab.kept': {
    km: 'រយៈពេលរក្សាទុក',
    en: 'Kept and erased',
    ...trail('Switch: how long records are kept, what is due, who was erased'),
  },
  'tab.month': { km: 'សង្ខេបប្រចាំខែ', en: 'A month', ...trail('Switch: a month, to be printed') },
  'filter.person': {
    km: 'ឈ្មោះ',
    en: 'Person',
    ...trail('Label: only what is about, or by, one person'),
  },
  'filter.person-all': {
    km: 'គ្រប់គ្នា · វាយឈ្មោះ',
    en: 'Everybody · type a name',
    ...trail('In the empty field for a name'),
  },
  'filter.clear': { km: 'គ្រប់គ្នា', en: 'Everybody', ...trail('Button: no person chosen after all') },
  'filter.kind': { km: 'អ្វី', en: 'What', ...trail('Label: only entries of one kind') },
  'filter.kind-all': { km: 'ទាំងអស់', en: 'All', ...trail('No kind chosen') },
  'kind.viewed': { km: 'ការមើលទាំងអស់', en: 'Every look', ...trail('Choice: looks of any kind') },
  'filter.month': {
    km: 'ខែ · តាមម៉ោងម៉ាស៊ីនមេ',
    en: 'Month · by the hub’s clock',
    ...trail('Label: only entries of one month'),
  },
  'filter.month-all': { km: 'គ្រប់ពេល', en: 'Any time', ...trail('No month chosen') },
  'filter.day': { km: 'ថ្ងៃទី', en: 'Day', ...trail('Label: only entries of one day of the month') },
  'filter.day-all': { km: 'ពេញមួយខែ', en: 'The whole month', ...trail('No day chosen') },
  'head.when': { km: 'ពេលណា', en: 'When', ...trail('Column') },
  'head.who': { km: 'អ្នកណា', en: 'Who', ...trail('Column') },
  'head.what': { km: 'ធ្វើអ្វី', en: 'What', ...trail('Column') },
  'head.whom': { km: 'អំពីអ្នកណា', en: 'About whom', ...trail('Column') },
  'head.why': { km: 'ហេតុអ្វី', en: 'Why', ...trail('Column') },
  console: { km: 'នៅម៉ាស៊ីនមេផ្ទាល់', en: 'At the hub itself', ...trail('In place of a name') },
  'console.named': {
    km: '{name} (នៅម៉ាស៊ីនមេ)',
    en: '{name} (at the hub)',
    ...trail('Name as given at the hub’s own keyboard'),
  },
  hub: { km: 'ម៉ាស៊ីនមេដោយខ្លួនឯង', en: 'The hub by itself', ...trail('In place of a name') },
  recovery: {
    km: 'មកវិញពីស្ថានីយ៍',
    en: 'Brought back',
    ...trail('In place of a name, after a restore'),
  },
  somebody: {
    km: 'មិនដឹងជាអ្នកណា',
    en: 'Not known who',
    ...trail('In place of a name: somebody at a kiosk, or who typed a wrong passphrase'),
  },
  'erased.learner': {
    km: 'អ្នករៀនដែលបានលុប លេខ {id}',
    en: 'Erased learner, number {id}',
    ...trail('In place of a name: no name is left'),
  },
  'unknown.learner': {
    km: 'អ្នករៀនលេខ {id}',
    en: 'Learner, number {id}',
    ...trail('In place of a name: it is not on this computer now'),
  },
  'unknown.staff': {
    km: 'បុគ្គលិកលេខ {id}',
    en: 'Staff member, number {id}',
    ...trail('In place of a name: it is not on this computer now'),
  },
  many: {
    km: 'អ្នករៀន {count} នាក់',
    en: 'Learners: {count}',
    ...trail('A change of several learners'),
  },
  more: { km: 'មើលមុននេះទៀត', en: 'Show earlier', ...trail('Button under the list') },
  none: {
    km: 'គ្មានអ្វីបែបនេះទេ។',
    en: 'There is nothing of this kind.',
    ...trail('In place of the list'),
  },
  looking: { km: 'កំពុងរក…', en: 'Looking…', ...trail('While the hub is asked') },
  'entry.title': { km: 'កំណត់ត្រាលេខ {seq}', en: 'Entry {seq}', ...entry('Heading of the panel') },
  'entry.hub': { km: 'ម៉ោងម៉ាស៊ីនមេ', en: 'By the hub’s clock', ...entry('A fact') },
  'entry.station': { km: 'ម៉ោងកុំព្យូទ័រ', en: 'By the station’s clock', ...entry('A fact') },
  'entry.at': { km: 'នៅស្ថានីយ៍', en: 'At station', ...entry('A fact') },
  'entry.second': { km: 'អ្នកទីពីរ', en: 'Second person', ...entry('A fact') },
  'entry.changed': { km: 'ឯកសារ', en: 'Documents', ...entry('A fact: ids of what was changed') },
  'entry.erased': {
    km: 'ឈ្មោះត្រូវបានលុបជាមួយកំណត់ត្រា។ នៅសល់តែលេខនេះ ដើម្បីឱ្យដឹងថាកំណត់ត្រាណាជារបស់មនុស្សតែម្នាក់។',
    en: 'The name was erased with the record. Only this number is left, so that entries about one person can be told from others.',
    ...entry('Under the facts, about an erased learner'),
  },
  'entry.recovered': {
    km: 'កំណត់ត្រានេះបានបាត់ជាមួយម៉ាស៊ីនមេចាស់ ហើយស្ថានីយ៍មួយបានយកមកវិញ។',
    en: 'This entry was lost with an earlier hub, and a station brought it back.',
    ...entry('Under the facts'),
  },
  'entry.person': {
    km: 'តែអំពី {name}',
    en: 'Only about {name}',
    ...entry('Button: the trail of this person'),
  },
  'month.which': { km: 'ខែណា?', en: 'Which month?', ...month('Label over the list of months') },
  'month.show': { km: 'រាប់', en: 'Count', ...month('Button: counts the month') },
  'month.entries': { km: 'កំណត់ត្រា', en: 'Entries', ...month('A fact') },
  'month.head': { km: 'លេខសម្គាល់ចុងក្រោយ', en: 'Head of the chain', ...month('A fact: a hash') },
  'month.compare': {
    km: 'ប្រៀបធៀបលេខនេះជាមួយក្រដាសខែមុន និងជាមួយម៉ាស៊ីនមេ។ មនុស្សពីរនាក់ចុះហត្ថលេខាលើក្រដាស។',
    en: 'Compare it with last month’s paper and with the hub. Two people sign the paper.',
    ...month('Under the head of the chain'),
  },
  'month.save': { km: 'រក្សាទុកជា PDF', en: 'Save as PDF', ...month('Button: one page to print') },
  'month.making': { km: 'កំពុងរៀបចំ', en: 'Making it', ...month('The same button meanwhile') },
  'month.saved': {
    km: 'បានរក្សាទុក {file}',
    en: 'Saved: {file}',
    ...month('After the file was written'),
  },
  'month.left': { km: 'មិនបានរក្សាទុកទេ។', en: 'Nothing was saved.', ...month('No place was chosen') },
  'kept.how': { km: 'រក្សាទុករយៈពេលប៉ុន្មាន', en: 'How long records are kept', ...kept('Heading') },
  'kept.proposes': {
    km: 'វាគ្រាន់តែរំលឹក៖ គ្មានអ្វីលុបដោយខ្លួនឯងទេ។ មនុស្សពីរនាក់សម្រេចម្ដងមួយៗ។',
    en: 'It only reminds: nothing is erased by itself. Two people decide, one by one.',
    ...kept('Under that heading'),
  },
  'kept.worked': { km: 'អ្នកដែលបានរៀន', en: 'Who has learned here', ...kept('Label: how long') },
  'kept.unused': { km: 'គណនីដែលមិនដែលប្រើ', en: 'Accounts never used', ...kept('Label: how long') },
  'kept.ever': { km: 'រហូត', en: 'For ever', ...kept('Choice: how long') },
  'kept.months': { km: '{months} ខែ', en: 'Months: {months}', ...kept('Choice: how long') },
  'kept.save': { km: 'កត់ទុក', en: 'Save', ...kept('Button: how long records are kept from now on') },
  'kept.saved': { km: 'បានកត់ទុក។', en: 'Saved.', ...kept('After that') },
  'due.title': { km: 'ដល់ពេលសម្រេច', en: 'Due', ...kept('Heading over records whose time is over') },
  'due.none': { km: 'គ្មានអ្វីដល់ពេលទេ។', en: 'Nothing is due.', ...kept('In place of the list') },
  'due.worked': {
    km: 'ចុងក្រោយ {day}',
    en: 'last here {day}',
    ...kept('Since when, of who learned'),
  },
  'due.unused': { km: 'មិនដែលប្រើ តាំងពី {day}', en: 'never used since {day}', ...kept('Since when') },
  'due.held': { km: 'រក្សាទុកតាមច្បាប់', en: 'Legal hold', ...kept('Mark: it can’t be erased') },
  'erased.title': { km: 'បានលុប', en: 'Erased', ...kept('Heading over erased records') },
  'erased.none': {
    km: 'មិនទាន់លុបកំណត់ត្រាណាទេ។',
    en: 'No record was erased yet.',
    ...kept('In place of the list'),
  },
  'erased.nowhere': {
    km: 'សោបានបាត់គ្រប់ទីកន្លែង',
    en: 'The key is gone everywhere',
    ...kept('Of an erased record'),
  },
  'erased.at': {
    km: 'សោអាចនៅ {stations}',
    en: 'The key may be at {stations}',
    ...kept('Of an erased record'),
  },
  'erased.late': {
    km: 'មកដល់ក្រោយ {late}',
    en: 'came later: {late}',
    ...kept('Records of theirs that came afterwards'),
  },
  ...recordWords,
} as const satisfies Texts;
