import { reasonWords } from '../../../../domain/record/reason-words.ts';
import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-groups') => ({ context, screen });
const form = (context: string) => at(context, 'supervisor-group-new');
const change = (context: string) => at(context, 'supervisor-group-change');
const enrol = (context: string) => at(context, 'supervisor-group-enrol');

/** The groups of a site: made, changed, and put into courses. */
export const groupsTexts = {
  title: { km: 'ក្រុម', en: 'Groups', ...at('Heading') },
  count: { km: 'សរុប {count}', en: '{count} in all', ...at('Beside the heading') },
  shown: {
    km: 'បង្ហាញ {shown} ក្នុង {count}',
    en: '{shown} of {count} shown',
    ...at('Beside the heading: how many fit the search'),
  },
  search: { km: 'ស្វែងរកក្រុម', en: 'Search a group', ...at('Search field: either script') },
  'none.title': { km: 'រកមិនឃើញក្រុម', en: 'No group fits', ...at('Nothing was found') },
  'none.do': {
    km: 'សូមវាយអក្សរតិចជាងនេះ ឬជ្រើសទាំងអស់។',
    en: 'Type fewer letters, or choose all.',
    ...at('As above'),
  },
  time: { km: 'រៀនសរុប {time}', en: '{time} of learning', ...at('In a group’s card: all together') },
  learners: {
    km: 'អ្នករៀន {count} នាក់',
    en: '{count} {count|learner|learners}',
    ...at('In a group’s card'),
  },
  'scope.men': { km: 'សម្រាប់បុរស', en: 'For men', ...at('Whom a group is for') },
  'scope.women': { km: 'សម្រាប់ស្ត្រី', en: 'For women', ...at('Whom a group is for') },
  'scope.minors': { km: 'សម្រាប់អនីតិជន', en: 'For minors', ...at('Whom a group is for') },
  'empty.title': { km: 'មិនទាន់មានក្រុមទេ', en: 'No group yet', ...at('Nothing in the place') },
  'empty.do': {
    km: 'សូមបង្កើតក្រុមទីមួយ។ អ្នករៀនម្នាក់ៗនៅក្នុងក្រុមមួយ ហើយរកឈ្មោះខ្លួនតាមរូបរបស់ក្រុម។',
    en: 'Make the first group. Every learner is in one, and finds themselves by its picture.',
    ...at('As above'),
  },
  new: { km: 'ក្រុមថ្មី', en: 'New group', ...at('Button, and heading of its form') },
  make: { km: 'បង្កើតក្រុម', en: 'Make the group', ...form('The one button that leads on') },
  scope: { km: 'ក្រុមនេះសម្រាប់អ្នកណា?', en: 'Whom is it for?', ...form('Choice') },
  symbol: { km: 'រូបសម្គាល់ក្រុម', en: 'Picture of the group', ...form('Choice of a drawing') },
  'symbol.unlike': {
    km: 'អ្នករៀនរកក្រុមតាមរូប ដូច្នេះក្រុមពីរមិនអាចមានរូបដូចគ្នាទេ។ រូបដែលមានគេប្រើហើយ មិនបង្ហាញទេ។',
    en: 'Learners find the group by it, so no two have the same. Those in use are not shown.',
    ...form('Under the drawings'),
  },
  change: {
    km: 'កែឈ្មោះ ឬរូប',
    en: 'Change name or picture',
    ...at('Button in a group’s panel', 'supervisor-group'),
  },
  'change.symbol': {
    km: 'អ្នករៀននឹងរកក្រុមតាមរូបថ្មីនេះ។ សូមប្រាប់ពួកគេ។',
    en: 'Learners will look for the group by this picture. Tell them.',
    ...change('Where another picture was chosen'),
  },
  'change.scope': {
    km: 'អ្នករៀនដែលនៅក្នុងក្រុមនេះស្រាប់ នៅដដែល ប៉ុន្តែអ្នកណាដែលមើលឃើញពួកគេនឹងផ្លាស់ប្ដូរ។',
    en: 'Those in the group stay in it, but who of the staff sees them changes.',
    ...change('Where it is for others from now on'),
  },
  'change.mistake': { ...reasonWords['wrongly-written'], ...change('Reason') },
  'change.new-name': { ...reasonWords['new-name'], ...change('Reason') },
  'change.unlike': { ...reasonWords.unlike, ...change('Reason') },
  save: { km: 'រក្សាទុក', en: 'Save', ...change('The one button that leads on') },
  back: { km: 'ត្រឡប់', en: 'Back', ...change('Leaves the form; nothing was done') },
  done: {
    km: 'ធ្វើរួចហើយ។ វានឹងបង្ហាញនៅទីនេះបន្តិចទៀត។',
    en: 'Done. It shows here in a moment.',
    ...at('After a form: the hub has done it', 'supervisor-group'),
  },
  enrol: {
    km: 'វគ្គសិក្សារបស់ក្រុម',
    en: 'Courses of the group',
    ...at('Button in a group’s panel', 'supervisor-group'),
  },
  'enrol.courses': { km: 'វគ្គសិក្សា', en: 'Courses', ...enrol('Over the courses to tick') },
  'enrol.learners': {
    km: 'អ្នករៀន ({count} នាក់បានជ្រើស)',
    en: 'Learners ({count} ticked)',
    ...enrol('Over the learners to tick'),
  },
  'enrol.all': { km: 'ទាំងក្រុម', en: 'The whole group', ...enrol('Ticks everybody') },
  'enrol.will': {
    km: 'វគ្គដែលបានជ្រើស នឹងបង្ហាញនៅអេក្រង់អ្នករៀន។ បើដកវគ្គចេញ អ្វីដែលបានរៀន មិនបាត់ទេ។',
    en: 'The courses ticked show on the learners’ screens. Taken out of a course, they lose nothing of what they learned.',
    ...enrol('What will happen'),
  },
  'enrol.put': {
    km: 'ដាក់ក្នុងវគ្គទាំងនេះ',
    en: 'Put into these courses',
    ...enrol('The one button that leads on'),
  },
  'enrol.end': {
    km: 'ដកចេញពីវគ្គទាំងនេះ',
    en: 'Take out of these courses',
    ...enrol('Button'),
  },
  'enrol.no-courses': {
    km: 'កុំព្យូទ័រនេះមិនទាន់មានវគ្គសិក្សាទេ។ សូមរង់ចាំ ឬហៅអ្នកបច្ចេកទេស។',
    en: 'No course is on this computer yet. Wait, or call a technician.',
    ...enrol('Instead of the courses'),
  },
  'enrol.nobody': {
    km: 'មិនទាន់មានអ្នករៀនក្នុងក្រុមនេះទេ។ សូមចុះឈ្មោះអ្នករៀនជាមុន។',
    en: 'Nobody is in this group yet. Add learners first.',
    ...enrol('Instead of the learners'),
  },
} as const satisfies Texts;
