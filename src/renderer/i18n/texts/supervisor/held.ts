import type { Texts } from '../../text.ts';
import { heldWords } from './held-words.ts';

const screen = 'supervisor-held';
const on = (context: string) => ({ context, screen });

/** What is set apart at the hub, and deciding over it. */
export const heldTexts = {
  title: { km: 'កំណត់ត្រាទុកដោយឡែក', en: 'Set apart', ...on('Heading of the panel') },
  about: {
    km: 'ម៉ាស៊ីនមេរក្សាទុក តែមិនរាប់បញ្ចូល។ អ្វីដែលសរសេរខាងក្រោម គ្រាន់តែជាអ្វីដែលវាអះអាង។',
    en: 'The hub keeps these but counts none. What stands below is only what each says of itself.',
    ...on('Sentence under that heading'),
  },
  open: { km: 'រង់ចាំសម្រេច {count}', en: 'To decide {count}', ...on('Switch: open ones') },
  decided: { km: 'សម្រេចរួច {count}', en: 'Decided {count}', ...on('Switch: decided ones') },
  'open.none': {
    km: 'គ្មានអ្វីត្រូវសម្រេចទេ។',
    en: 'There is nothing to decide.',
    ...on('In place of the list'),
  },
  'decided.none': {
    km: 'មិនទាន់មានការសម្រេចទេ។',
    en: 'Nothing was decided yet.',
    ...on('In place of the list'),
  },
  away: {
    km: 'ម៉ាស៊ីនមេមិនឆ្លើយ ដូច្នេះបញ្ជីមិនអាចបង្ហាញបាន។ វានឹងបង្ហាញដោយខ្លួនឯង ពេលម៉ាស៊ីនមេឆ្លើយ។',
    en: 'The hub does not answer, so the list can’t be shown. It comes by itself once the hub answers.',
    ...on('In place of the list'),
  },
  more: {
    km: 'បង្ហាញបន្ថែម',
    en: 'Show more',
    ...on('Button under the list, when it is longer than a page'),
  },
  'more-after': {
    km: 'នៅសល់ទៀត បង្ហាញពេលសម្រេចអស់នេះរួច។',
    en: 'The rest is shown once these are decided.',
    ...on('Under the list, when it is longer than many pages'),
  },
  shown: { km: 'បង្ហាញ {shown}', en: 'Showing {shown}', ...on('Under a list of some kind only') },
  'shown-of': {
    km: 'បង្ហាញ {shown} ក្នុង {count}',
    en: 'Showing {shown} of {count}',
    ...on('Under the list, when it is longer than a page'),
  },
  'tick-all': {
    km: 'គូសជ្រើសទាំង {count}',
    en: 'Tick all shown ({count})',
    ...on('Button: chooses all records shown under one reason'),
  },
  'filter.reason': { km: 'មូលហេតុ', en: 'Why', ...on('Label: only records set apart for this') },
  'filter.station': { km: 'ស្ថានីយ៍', en: 'Station', ...on('Label: only records of a station') },
  'filter.all': { km: 'ទាំងអស់', en: 'All', ...on('No choice of reason or station') },
  'filtered.none': {
    km: 'គ្មានកំណត់ត្រាបែបនេះទេ។',
    en: 'There are none of this kind.',
    ...on('In place of the list, when only some are asked for'),
  },
  unknown: {
    km: 'កំណត់ត្រាមិនស្គាល់',
    en: 'Something not known',
    ...on('Kind of a record that can’t be read'),
  },
  'no-learner': { km: 'គ្មានឈ្មោះអ្នករៀន', en: 'no learner named', ...on('In place of a name') },
  'no-station': { km: 'ស្ថានីយ៍មិនស្គាល់', en: 'a station not known', ...on('In place of a name') },
  recorded: { km: 'ធ្វើនៅ {moment}', en: 'made {moment}', ...on('When a record says it was made') },
  'came-before': {
    km: 'មកដល់មុន {moment}',
    en: 'came before {moment}',
    ...on('When a record came to the hub, where only that is known'),
  },
  'by.origin': {
    km: 'ស្ថានីយ៍នោះយកមកផ្ទាល់',
    en: 'brought by that station itself',
    ...on('Who brought a record to the hub'),
  },
  'by.other': {
    km: 'យកមកដោយ {station}',
    en: 'brought by {station}',
    ...on('Who brought a record to the hub: another station than made it'),
  },
  'by.unknown': {
    km: 'មិនដឹងថាម៉ាស៊ីនណាយកមក',
    en: 'not known who brought it',
    ...on('Who brought a record to the hub'),
  },
  size: {
    km: '{count} តួអក្សរ',
    en: '{count} {count|character|characters}',
    ...on('How large a record is'),
  },
  'place.first': { km: 'មកមុន', en: 'Came first', ...on('Of two records of one number') },
  'place.later': { km: 'មកក្រោយ', en: 'Came later', ...on('Of two records of one number') },
  'counts.this': { km: 'កំពុងរាប់បញ្ចូល', en: 'Counts now', ...on('Whether a record counts') },
  'counts.other': {
    km: 'មិនរាប់៖ មួយទៀតកំពុងរាប់',
    en: 'Does not count: the other one does',
    ...on('Whether a record counts'),
  },
  'counts.none': { km: 'មិនទាន់រាប់បញ្ចូល', en: 'Does not count', ...on('Whether a record counts') },
  counted: {
    km: 'ធ្លាប់រាប់ រហូតដល់មួយទៀតមកដល់',
    en: 'it did until the other came',
    ...on('After “does not count”'),
  },
  came: { km: 'មកដល់ {moment}', en: 'came {moment}', ...on('When a record came to the hub') },
  release: {
    km: 'ឱ្យរាប់បញ្ចូល',
    en: 'Let count',
    ...on('Button: the chosen records count from now on'),
  },
  reject: { km: 'បដិសេធ', en: 'Reject', ...on('Button: the chosen records never count') },
  'choose-first': {
    km: 'សូមគូសជ្រើសកំណត់ត្រាជាមុន។',
    en: 'Tick records first.',
    ...on('In place of the buttons'),
  },
  chosen: { km: 'បានជ្រើស {count}', en: 'Chosen: {count}', ...on('Over the buttons') },
  'cannot-release': {
    km: 'កំណត់ត្រាខ្លះដែលបានជ្រើស អានមិនបាន ដូច្នេះអាចបដិសេធតែប៉ុណ្ណោះ។',
    en: 'Some of those chosen can’t be read, so they can only be rejected.',
    ...on('Over the buttons, when one of them can’t be used'),
  },
  'cannot-both': {
    km: 'បានជ្រើសពីរដែលមានលេខតែមួយ៖ មានតែមួយប៉ុណ្ណោះអាចរាប់បាន។',
    en: 'Two of one number are chosen: only one of them can count.',
    ...on('Over the buttons, when one of them can’t be used'),
  },
  'will.release': {
    km: 'វានឹងរាប់ក្នុងដំណើររៀន និងរបាយការណ៍ ដូចកំណត់ត្រាធម្មតា។ ក្នុងចំណោមពីរដែលមានលេខតែមួយ មួយទៀតនឹងមិនរាប់ទេ។ អ្នកអាចសម្រេចម្ដងទៀតបាន។',
    en: 'They will count in progress and reports like any other. Of two with one number, the other then does not. You can decide again later.',
    ...on('What letting records count will do'),
  },
  'will.vouch': {
    km: 'កំណត់ត្រាខ្លះគ្មានហត្ថលេខាត្រឹមត្រូវរបស់ស្ថានីយ៍នៅទីនេះទេ ដូច្នេះអាចមានអ្នកក្លែង។ បើឱ្យរាប់បញ្ចូល មនុស្សពីរនាក់ធានាថា អ្នករៀនបានធ្វើវាពិតមែន។',
    en: 'Some of these have no true signature of a station of this site, so they may be made up. Who lets them count vouches, with a second person, that the learner did this.',
    ...on('What letting records count will do, over the second signature'),
  },
  'will.reject': {
    km: 'វានឹងមិនរាប់ទេ តែម៉ាស៊ីនមេនៅរក្សាទុក៖ គ្មានអ្វីត្រូវលុបឡើយ។ អ្នកអាចសម្រេចម្ដងទៀតបាន។',
    en: 'They will not count. The hub keeps them; nothing is deleted. You can decide again later.',
    ...on('What rejecting records will do'),
  },
  'why.release': {
    km: 'ហេតុអ្វីឱ្យរាប់បញ្ចូល?',
    en: 'Why let it count?',
    ...on('Question over the reasons to choose from'),
  },
  'why.reject': {
    km: 'ហេតុអ្វីបដិសេធ?',
    en: 'Why reject it?',
    ...on('Question over the reasons to choose from'),
  },
  signed: {
    km: 'ឈ្មោះអ្នក និងមូលហេតុ នឹងត្រូវកត់ទុក។',
    en: 'Your name and the reason are written down.',
    ...on('Under the reasons to choose from'),
  },
  back: { km: 'ថយ', en: 'Back', ...on('Button: no decision after all') },
  'outcome.done': { km: 'បានសម្រេច {count}', en: 'Decided: {count}', ...on('After a decision') },
  'outcome.unreadable': {
    km: 'អានមិនបាន ដូច្នេះមិនអាចឱ្យរាប់បានទេ {count}',
    en: 'Can’t be read, so can’t count: {count}',
    ...on('After a decision that was not possible'),
  },
  'outcome.unknown-key': {
    km: 'មិនទាន់មានសោរបស់អ្នករៀន {count}',
    en: 'The learner’s key is not here: {count}',
    ...on('After a decision that was not possible'),
  },
  'outcome.wrong-key': {
    km: 'បិទដោយសោអ្នកផ្សេង {count}',
    en: 'Sealed with somebody else’s key: {count}',
    ...on('After a decision that was not possible'),
  },
  'outcome.not-held': {
    km: 'រកមិនឃើញនៅម៉ាស៊ីនមេ {count}',
    en: 'Not found at the hub: {count}',
    ...on('After a decision that was not possible'),
  },
  failed: {
    km: 'ម៉ាស៊ីនមេមិនបានឆ្លើយ។ មិនដឹងថាបានសម្រេចឬនៅទេ។ សូមសាកម្ដងទៀត៖ សម្រេចពីរដងមិនខូចអ្វីឡើយ។',
    en: 'The hub did not answer, so whether it was decided is not known. Try again: deciding twice does no harm.',
    ...on('After a decision the hub did not answer'),
  },
  'was.release': { km: 'រាប់បញ្ចូល', en: 'Counts', ...on('What was decided') },
  'was.reject': { km: 'បានបដិសេធ', en: 'Rejected', ...on('What was decided') },
  'was.by': {
    km: 'ដោយ {who} · {moment}',
    en: 'by {who} · {moment}',
    ...on('Who decided, and when'),
  },
  'was.nobody': { km: 'អ្នកមិនស្គាល់', en: 'somebody', ...on('In place of the name of who decided') },
  ...heldWords,
} as const satisfies Texts;
