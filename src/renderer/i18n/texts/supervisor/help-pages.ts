import type { Texts } from '../../text.ts';

const menu = (context: string) => ({ context, screen: 'supervisor-help-menu' });
const pages = (context: string) => ({ context, screen: 'supervisor-help-pages' });

/** The built-in help: its way in, its list, its search. */
export const helpPagesTexts = {
  menu: {
    km: 'របៀបប្រើ',
    en: 'How to use this',
    ...menu('The “?” at the top of the rail, for screen readers: opens a small menu'),
  },
  open: {
    km: 'សៀវភៅណែនាំ',
    en: 'Help pages',
    ...menu('In the menu of the “?”: how everything here works'),
  },
  here: {
    km: 'របៀបប្រើទំព័រនេះ (F1)',
    en: 'How this works (F1)',
    ...pages('The “?” beside the title of a place: opens its page'),
  },
  title: { km: 'សៀវភៅណែនាំ', en: 'Help pages', ...pages('Title') },
  back: {
    km: 'ត្រឡប់ទៅការងារ',
    en: 'Back to work',
    ...pages('Button: closes the help and shows what was there before'),
  },
  search: {
    km: 'ស្វែងរក៖ ភ្លើងដាច់, សោ…',
    en: 'Search: power, lock…',
    ...pages('In the search field; two words as examples'),
  },
  list: { km: 'ទំព័រទាំងអស់', en: 'All pages', ...pages('Name of the list, for screen readers') },
  found: {
    km: 'រកឃើញ {count} ទំព័រ',
    en: '{count} {count|page|pages} found',
    context: 'Over the pages a search found',
    screen: 'supervisor-help-found',
  },
  'none.title': {
    km: 'រកមិនឃើញទេ',
    en: 'Nothing found',
    context: 'No page has all of the words that were typed',
    screen: 'supervisor-help-none',
  },
  'none.do': {
    km: 'សាកពាក្យផ្សេង ឬខ្លីជាង ឬរកក្នុងបញ្ជី។',
    en: 'Try another word, or a shorter one, or look through the list.',
    context: 'As above',
    screen: 'supervisor-help-none',
  },
  'none.all': {
    km: 'បង្ហាញបញ្ជី',
    en: 'Show the list',
    context: 'As above: button',
    screen: 'supervisor-help-none',
  },
  'chapter.places': { km: 'កន្លែងធ្វើការ', en: 'Places', ...pages('Heading in the list of pages') },
  'chapter.seats': {
    km: 'បញ្ជាកន្លែងអង្គុយ',
    en: 'What seats can be told',
    ...pages('Heading in the list of pages'),
  },
  'chapter.signs': { km: 'សញ្ញា', en: 'Signs', ...pages('Heading in the list of pages') },
  'chapter.trouble': {
    km: 'ពេលមានបញ្ហា',
    en: 'When something is wrong',
    ...pages('Heading in the list of pages'),
  },
  'chapter.privacy': {
    km: 'អ្នក និងការសម្ងាត់',
    en: 'You, and what is private',
    ...pages('Heading in the list of pages'),
  },
  'chapter.others': {
    km: 'ការងារអ្នកដទៃ',
    en: 'What others do',
    ...pages('Heading in the list: pages on what one may not do oneself'),
  },
  sheet: {
    km: 'កន្លែងទី {seat} · សន្លឹកទី {sheet}',
    en: 'Seat {seat} · sheet {sheet}',
    context: 'Head of the drawn sheet of opening codes',
    screen: 'supervisor-help-override',
  },
} as const satisfies Texts;
