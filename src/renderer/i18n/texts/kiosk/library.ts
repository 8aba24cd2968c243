import type { Texts } from '../../text.ts';

/** The library: books and films that belong to no course. */
export const kioskLibraryTexts = {
  'library.title': {
    km: 'បណ្ណាល័យ',
    en: 'Library',
    context: 'Card on the home screen that leads to books and films; also the heading there',
    screen: 'library',
  },
  'library.shelves': {
    km: 'ធ្នើសៀវភៅ',
    en: 'Shelves',
    context: 'The column of shelves, for screen readers',
    screen: 'library',
  },
  'library.all': {
    km: 'ទាំងអស់',
    en: 'All',
    context: 'The first of the shelves: books of all of them',
    screen: 'library',
  },
  'library.search': {
    km: 'ស្វែងរក',
    en: 'Find',
    context: 'Button: look for a book by words of its title or its author',
    screen: 'library',
  },
  'library.words': {
    km: 'ចំណងជើង ឬអ្នកនិពន្ធ',
    en: 'Title or author',
    context: 'The field where words are typed, for screen readers',
    screen: 'library-search',
  },
  'library.none': {
    km: 'រកមិនឃើញសៀវភៅទេ',
    en: 'No book was found',
    context: 'No title or author is like the words that were typed, or nothing is of that level',
    screen: 'library-none',
  },
  'library.level.all': {
    km: 'គ្រប់កម្រិត',
    en: 'All levels',
    context: 'Button: books of every reading level are shown; a touch goes on to the first level',
    screen: 'library',
  },
  'library.level.1': {
    km: 'អក្សរតិច',
    en: 'Few words',
    context: 'Reading level: a few words a page',
    screen: 'library-level',
  },
  'library.level.2': {
    km: 'អត្ថបទខ្លី',
    en: 'Short texts',
    context: 'Reading level: short texts',
    screen: 'library-level',
  },
  'library.level.3': {
    km: 'អត្ថបទវែង',
    en: 'Long texts',
    context: 'Reading level: long texts',
    screen: 'library-level',
  },
} as const satisfies Texts;
