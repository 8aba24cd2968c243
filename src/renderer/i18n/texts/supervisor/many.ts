import type { Texts } from '../../text.ts';

const at = (context: string, screen = 'supervisor-many') => ({ context, screen });
const list = (context: string) => at(context, 'supervisor-learners-ticked');
const form = (context: string) => at(context, 'supervisor-many-form');
const preview = (context: string) => at(context, 'supervisor-many-preview');
const over = (context: string) => at(context, 'supervisor-many-over');
const left = preview('How many are left out, and why; unfolds their names');

/** Ticking many learners of the list, and what is done about them at once. */
export const manyTexts = {
  'tick.one': {
    km: 'ជ្រើស {name}',
    en: 'Tick {name}',
    ...list('Box in a line, for screen readers'),
  },
  'tick.all': {
    km: 'ជ្រើសអ្នកទាំងអស់ដែលរកឃើញ',
    en: 'Tick all that are found',
    ...list('Box in the headings'),
  },
  'tick.none': { km: 'ដកការជ្រើស', en: 'Untick all', ...list('Button') },
  ticked: {
    km: 'បានជ្រើស {count} នាក់',
    en: '{count} ticked',
    ...list('Over the list, and in the panel: how many are ticked'),
  },
  'ticked.unseen': {
    km: '(មិនបង្ហាញក្នុងបញ្ជីនេះ {count} នាក់)',
    en: '({count} of them not in this list)',
    ...list('Those ticked who do not fit the search now'),
  },
  act: { km: 'ធ្វើអ្វីមួយ', en: 'Do something', ...list('Button: opens what may be done about them') },
  panel: { km: 'អំពីអ្នកដែលបានជ្រើស', en: 'About those ticked', ...at('Heading of the panel') },
  'deed.enrol': { km: 'វគ្គសិក្សា', en: 'Courses', ...at('Button, and heading of its form') },
  'deed.move': { km: 'ប្ដូរទៅក្រុមផ្សេង', en: 'Move to a group', ...at('As above') },
  'deed.cards': { km: 'ធ្វើកាត', en: 'Print cards', ...at('As above') },
  'deed.numbers': {
    km: 'លេខចូលលើកដំបូង',
    en: 'Numbers for the first time',
    ...at('As above'),
  },
  'deed.close': { km: 'បិទគណនី', en: 'Close accounts', ...at('As above') },
  'enrol.which': { km: 'ធ្វើអ្វី', en: 'What to do', ...form('Choice') },
  'enrol.into': { km: 'ដាក់ចូល', en: 'Put into', ...form('Choice: into the courses ticked') },
  'enrol.out': { km: 'ដកចេញ', en: 'Take out', ...form('Choice: out of the courses ticked') },
  'move.to': { km: 'ក្រុមថ្មី', en: 'New group', ...form('Choice of a group') },
  'move.choose': { km: 'ជ្រើសក្រុម', en: 'Choose a group', ...form('Before one is chosen') },
  'move.will': {
    km: 'អ្វីដែលបានរៀន និងរបៀបចូល នៅដដែល។ អ្នកដែលរូបសម្គាល់មានម្ចាស់ក្នុងក្រុមថ្មី ទទួលរូបថ្មី។',
    en: 'What they have learned stays, and so does how they sign in. Whose tile is somebody’s in the new group gets another.',
    ...form('What a move comes to'),
  },
  'move.misfits': {
    km: 'ប្ដូរសូម្បីអ្នកដែលមិនសមនឹងក្រុមនេះ តាមភេទ ឬអាយុ',
    en: 'Move also those who do not fit this group, by sex or age',
    ...form('To be ticked'),
  },
  'numbers.will': {
    km: 'ម្នាក់ៗទទួលលេខមួយ។ លេខបង្ហាញម្ដងគត់ ដើម្បីបោះពុម្ព ឬកត់ទុក។',
    en: 'Each gets a number. They are shown once, to be printed or written down.',
    ...form('What numbers come to'),
  },
  'numbers.anew': {
    km: 'ឱ្យលេខថ្មីដល់អ្នកមានលេខមិនទាន់ប្រើដែរ (លេខចាស់លែងប្រើបាន)',
    en: 'Also to those whose number was not used yet (the earlier one stops working)',
    ...form('To be ticked'),
  },
  preview: {
    km: 'មើលអ្វីនឹងកើតឡើង',
    en: 'See what will happen',
    ...form('The one button that leads on: nothing is done yet'),
  },
  will: {
    km: 'នឹងធ្វើចំពោះ {count} នាក់',
    en: 'It will be done for {count}',
    ...preview('Unfolds their names'),
  },
  'will.nobody': {
    km: 'គ្មានអ្នកណាត្រូវធ្វើទេ។ សូមត្រឡប់ ហើយជ្រើសផ្សេង។',
    en: 'There is nobody to do it for. Go back and choose otherwise.',
    ...preview('Everybody ticked is left out'),
  },
  'left.gone': { km: 'លែងនៅទីនេះ៖ {count}', en: 'Not here any more: {count}', ...left },
  'left.closed': { km: 'គណនីបិទហើយ៖ {count}', en: 'Account closed: {count}', ...left },
  'left.there': { km: 'មានស្រាប់ហើយ៖ {count}', en: 'Already so: {count}', ...left },
  'left.not-there': {
    km: 'មិននៅក្នុងវគ្គនេះទេ៖ {count}',
    en: 'Not in these courses: {count}',
    ...left,
  },
  'left.misfit': {
    km: 'មិនសមនឹងក្រុម តាមភេទ ឬអាយុ៖ {count}',
    en: 'Do not fit the group, by sex or age: {count}',
    ...left,
  },
  'left.full': { km: 'ក្រុមពេញហើយ៖ {count}', en: 'The group is full: {count}', ...left },
  'left.no-card': { km: 'គ្មានលេខកាត៖ {count}', en: 'Without a card number: {count}', ...left },
  'left.signs-in': { km: 'ចូលបានស្រាប់ហើយ៖ {count}', en: 'Sign in already: {count}', ...left },
  'left.has-number': {
    km: 'មានលេខមិនទាន់ប្រើ៖ {count}',
    en: 'Have a number not used yet: {count}',
    ...left,
  },
  'names.more': { km: 'និង {count} នាក់ទៀត', en: 'and {count} more', ...preview('After many names') },
  do: {
    km: 'ធ្វើចំពោះ {count} នាក់',
    en: 'Do it for {count}',
    ...preview('The one button that leads on'),
  },
  doing: { km: 'កំពុងធ្វើ', en: 'Doing it', ...preview('On the button, meanwhile') },
  'so-far': { km: '{done} ក្នុង {of}', en: '{done} of {of}', ...preview('How far it is') },
  'go-on': { km: 'បន្តទៀត', en: 'Go on', ...preview('Button, after it stopped in the middle') },
  'go-on.what': {
    km: 'មិនទាន់ចប់ទេ។ អ្វីដែលធ្វើហើយ នៅដដែល ហើយមិនធ្វើពីរដងឡើយ។',
    en: 'It is not over. What was done stays, and is not done twice.',
    ...preview('It stopped in the middle'),
  },
  over: {
    km: 'ធ្វើរួចចំពោះ {count} នាក់',
    en: 'Done for {count}',
    ...over('Heading of what became of it'),
  },
  'over.done': { km: 'ធ្វើរួច៖ {count}', en: 'Done: {count}', ...over('Unfolds their names') },
  'over.close': { km: 'រួចរាល់', en: 'Finish', ...over('Button: unticks all and closes the panel') },
  'new-tiles': {
    km: 'មានរូបសម្គាល់ថ្មី {count} នាក់។ សូមបង្ហាញរូបនេះដល់ពួកគេ។',
    en: 'Show these another tile than before: {count}',
    ...over('Their tile was somebody’s in the new group'),
  },
} as const satisfies Texts;
