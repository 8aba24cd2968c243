import type { Texts } from '../../text.ts';

const at = (context: string) => ({ context, screen: 'supervisor-learner-change' });

/** What forms about people have in common. */
export const formTexts = {
  'name.km': { km: 'ឈ្មោះជាភាសាខ្មែរ', en: 'Name in Khmer', ...at('Field') },
  'name.en': {
    km: 'ឈ្មោះជាអក្សរឡាតាំង',
    en: 'Name in Latin letters',
    ...at('Field, may stay empty'),
  },
  'name.wrong': {
    km: 'ក្នុងឈ្មោះ មានតែអក្សរខ្មែរ ឬឡាតាំង។ សូមដកលេខ និងសញ្ញាចេញ។',
    en: 'A name has Khmer or Latin letters only. Take out numbers and signs.',
    ...at('Under the field'),
  },
  'keys.km': {
    km: 'ក្ដារចុចវាយជាភាសាខ្មែរ',
    en: 'The keys type Khmer',
    ...at('Small button beside a field: which letters the keys type now; pressing changes it'),
  },
  'keys.latin': {
    km: 'ក្ដារចុចវាយជាអក្សរឡាតាំង',
    en: 'The keys type Latin letters',
    ...at('As above'),
  },
  board: {
    km: 'ក្ដារចុចលើអេក្រង់',
    en: 'On-screen keyboard',
    ...at('Small button beside a field, and the name of what it opens'),
  },
  'board.close': {
    km: 'បិទក្ដារចុច',
    en: 'Close the keyboard',
    ...at('Button beside the on-screen keyboard'),
  },
  sex: { km: 'ភេទ', en: 'Sex', ...at('Choice') },
  female: { km: 'ស្រី', en: 'Female', ...at('Choice of sex') },
  male: { km: 'ប្រុស', en: 'Male', ...at('Choice of sex') },
  'birth-year': { km: 'ឆ្នាំកំណើត', en: 'Year of birth', ...at('Field, may stay empty') },
  'birth-year.hint': {
    km: 'ដូចជា ១៩៩០ ឬ ២៥៣៣។ បើមិនដឹង សូមទុកឱ្យទទេ។',
    en: 'As 1990 or 2533. Leave it empty if it is not known.',
    ...at('Under the field; 2533 is the same year of the Buddhist era'),
  },
  'birth-year.wrong': {
    km: 'គ្មានអ្នកណាកើតឆ្នាំនេះទេ។ សូមវាយលេខបួនខ្ទង់។',
    en: 'Nobody is born in that year. Type four digits.',
    ...at('Under the field'),
  },
  group: { km: 'ក្រុម', en: 'Group', ...at('List of groups') },
  language: { km: 'ភាសាលើអេក្រង់អ្នករៀន', en: 'Language of their screens', ...at('Choice') },
  'language.km': { km: 'ខ្មែរ', en: 'Khmer', ...at('Choice of language') },
  'language.en': { km: 'អង់គ្លេស', en: 'English', ...at('Choice of language') },
  choose: { km: 'សូមជ្រើស', en: 'Choose', ...at('First line of a list') },
  why: { km: 'មូលហេតុ', en: 'Why', ...at('List of reasons; one has to be chosen') },
  'why.other': { km: 'មូលហេតុផ្សេង', en: 'Another reason', ...at('Last of the list of reasons') },
  'why.own': {
    km: 'សូមសរសេរមូលហេតុ',
    en: 'In your own words',
    ...at('Field, where another reason was chosen'),
  },
  'misfit.man-among-women': {
    km: 'ក្រុមនេះសម្រាប់ស្រី តែអ្នករៀននេះជាប្រុស។',
    en: 'This group is for women, and this learner is a man.',
    ...at('Question before somebody is put among others than their own'),
  },
  'misfit.woman-among-men': {
    km: 'ក្រុមនេះសម្រាប់ប្រុស តែអ្នករៀននេះជាស្រី។',
    en: 'This group is for men, and this learner is a woman.',
    ...at('As above'),
  },
  'misfit.minor-among-adults': {
    km: 'ក្រុមនេះសម្រាប់មនុស្សពេញវ័យ តែអ្នករៀននេះមិនទាន់គ្រប់ ១៨ ឆ្នាំ។',
    en: 'This group is for adults, and this learner is not yet 18.',
    ...at('As above'),
  },
  'misfit.adult-among-minors': {
    km: 'ក្រុមនេះសម្រាប់អនីតិជន តែអ្នករៀននេះគ្រប់ ១៨ ឆ្នាំហើយ។',
    en: 'This group is for minors, and this learner is an adult.',
    ...at('As above'),
  },
  'misfit.ask': {
    km: 'មិនទាន់មានអ្វីផ្លាស់ប្ដូរទេ។ តើពិតជាចង់ដាក់ក្នុងក្រុមនេះមែនទេ?',
    en: 'Nothing was changed yet. Put them into this group all the same?',
    ...at('As above'),
  },
  'misfit.yes': {
    km: 'ដាក់ក្នុងក្រុមនេះចុះ',
    en: 'Yes, into this group',
    ...at('Button under that question'),
  },
  'unsure-day': {
    km: 'មិនទាន់មាននរណាបញ្ជាក់ថ្ងៃទេ។ អ្វីដែលកត់ឥឡូវនេះ នឹងដាក់ថ្ងៃតាមនាឡិការបស់ម៉ាស៊ីនមេ៖ {day}។ បើថ្ងៃនេះមិនត្រូវទេ សូមឱ្យគេបញ្ជាក់ថ្ងៃនៅ «កាលវិភាគ» ជាមុនសិន។',
    en: 'Nobody has confirmed the day yet. What is recorded now is dated by the hub’s own clock: {day}. If that is not today, have the day confirmed at Timetable first.',
    context:
      'Over a form whose record gets a date: notes, counts of the reading room, peer tutors, printed records',
    screen: 'supervisor-reading-room',
  },
} as const satisfies Texts;
