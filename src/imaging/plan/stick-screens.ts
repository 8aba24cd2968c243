import { goOn, screen, text, trouble } from './screen-words.ts';

const asItWas = text('ម៉ាស៊ីនមេនៅដដែល។ គ្មានអ្វីបាត់ទេ។', 'The hub is as it was. Nothing is lost.');
const mayPullOut = text('ដក USB ចេញបានហើយ។', 'The stick may be pulled out.');

/** What a stick brought to the hub's own PC ([HBS8]). */
export const stickScreens = {
  'stick-in': screen(
    text('ដោត USB ដំឡើង', 'Put the installer’s stick in'),
    text('ដោតវាក្នុងកុំព្យូទ័រនេះ រួចចុច Enter។', 'Put it into this PC, then press Enter.'),
    text('ចុច Esc ដើម្បីត្រឡប់។', 'Press Esc to go back.'),
  ),
  'stick-taking': screen(
    text('កំពុងយកពី USB…', 'Taking it from the stick…'),
    text('អាចយូរដល់កន្លះម៉ោង។ កុំដក USB ចេញ។', 'It can take half an hour. Leave the stick in.'),
    text('ការរៀននៅតែបន្ត។', 'Lessons go on meanwhile.'),
    text('បើដាច់ភ្លើង គ្មានអ្វីខូចទេ៖ ធ្វើម្ដងទៀត។', 'If the power goes, nothing is harmed: do it again.'),
  ),
  'update-ready': screen(
    text('ប្រព័ន្ធថ្មីរួចរាល់ហើយ', 'The newer system is ready'),
    mayPullOut,
    text('Enter៖ បើកកុំព្យូទ័រនេះឡើងវិញឥឡូវ។', 'Enter: start this PC again now.'),
    text('Esc៖ ពេលក្រោយ។ វាដំណើរការពេលបើកលើកក្រោយ។', 'Esc: later. It runs from its next start on.'),
    text(
      'បើវាមិនដំណើរការ ប្រព័ន្ធចាស់មកវិញដោយខ្លួនឯង។',
      'If it does not work, the one of now comes back by itself.',
    ),
  ),
  'stick-copied': screen(
    text('ចម្លងរួចរាល់ ហើយបានពិនិត្យ', 'It was copied, and checked'),
    mayPullOut,
    text(
      'អ្នកបច្ចេកទេសបើកការដំឡើងតាមបណ្ដាញ នៅ «មជ្ឈមណ្ឌល» លើកុំព្យូទ័រមន្ត្រី។',
      'A technician turns installing on at Site, on the officers’ PC.',
    ),
    goOn,
  ),
  'stick-nothing': trouble(
    text('រកមិនឃើញក្នុង USB', 'It is not on a stick'),
    text('គ្មាន USB ឬវាមិនមែនជា USB ដំឡើង។', 'There is no stick, or it is not an installer’s.'),
    text('ដោត USB ដំឡើង ហើយធ្វើម្ដងទៀត។', 'Put the installer’s stick in, and do it once more.'),
    asItWas,
    goOn,
  ),
  'stick-damaged': trouble(
    text('USB នេះខូច ឬមិនមែនរបស់យើង', 'What is on the stick was not signed, or is damaged'),
    text('ធ្វើ USB ដំឡើងជាថ្មី។', 'Have the installer’s stick written again.'),
    asItWas,
    goOn,
  ),
  'stick-other': trouble(
    text('USB នេះសម្រាប់កន្លែងផ្សេង', 'This stick is for another site, or another kind of PC'),
    text('ដោត USB របស់មជ្ឈមណ្ឌលនេះ។', 'Put in the one of this site.'),
    asItWas,
    goOn,
  ),
  'stick-older': trouble(
    text('ប្រព័ន្ធក្នុង USB ចាស់ជាង', 'What is on the stick is older'),
    text('មិនបាច់ធ្វើអ្វីទេ។', 'There is nothing to do.'),
    asItWas,
    goOn,
  ),
  'stick-disk': trouble(
    text('ថាសគ្មានកន្លែងគ្រប់ ឬសរសេរមិនបាន', 'The disk has too little room, or can’t be written'),
    text('ហៅអ្នកបច្ចេកទេស៖ ពិនិត្យថាសនេះ។', 'Call the technician, who looks at this disk.'),
    asItWas,
    goOn,
  ),
} as const;
