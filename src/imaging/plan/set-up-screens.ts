import { goOn, screen, text, trouble } from './screen-words.ts';
import type { Text } from './screen-words.ts';

const again = text('ចុច Enter ដើម្បីវាយម្ដងទៀត។', 'Press Enter to type it again.');
const thenEnter = text('រួចចុច Enter។', 'Then press Enter.');
const threeWords = text(
  'ពាក្យបីដែលមិនទាក់ទងគ្នា គឺល្អ។',
  'Three words that do not belong together will do.',
);
const fromTheStart = text('ចុច Enter ដើម្បីចាប់ផ្ដើមពីដើមវិញ។', 'Press Enter to begin again.');

const nameLines = (manager: Text | undefined) =>
  manager === undefined
    ? [text('វាយឈ្មោះជាអក្សរឡាតាំង។', 'Type the name in Latin letters.'), thenEnter]
    : [
        manager,
        text('បើត្រឹមត្រូវ ចុច Enter។', 'If that is right, press Enter.'),
        text(
          'បើជាអ្នកផ្សេង វាយឈ្មោះជាអក្សរឡាតាំង រួចចុច Enter។',
          'If it is somebody else, type the name in Latin letters and press Enter.',
        ),
      ];

/** What asks for all that a site begins with ([HBS1]–[HBS3]). */
export const setUpScreens = ({ name, manager }: { name: Text; manager: Text | undefined }) =>
  ({
    welcome: screen(
      text('រៀបចំម៉ាស៊ីនមេ', 'Set up the hub'),
      text(`មជ្ឈមណ្ឌល៖ ${name.km}`, `Site: ${name.en}`),
      text(
        'ត្រូវការ៖ ប្រធានមជ្ឈមណ្ឌល ប៊ិច និងក្រដាសមួយសន្លឹក។',
        'Needed: the site manager, a pen and a sheet of paper.',
      ),
      text('ថ្ងៃ និងម៉ោង', 'Date and time'),
      text(
        'បើថ្ងៃខុស សូមបិទកុំព្យូទ័រ ហើយកែវាក្នុង BIOS ជាមុន។',
        'If the date is wrong, switch off and put it right in the BIOS first.',
      ),
      text('បើដាច់ភ្លើងមុនចប់ វាចាប់ផ្ដើមពីដើមវិញ។', 'If the power goes before the end, this begins again.'),
      goOn,
    ),
    name: screen(text('ប្រធានមជ្ឈមណ្ឌលឈ្មោះអ្វី?', 'Who is the site manager?'), ...nameLines(manager)),
    passphrase: screen(
      text('ឃ្លាសម្ងាត់របស់ប្រធាន', 'The site manager’s passphrase'),
      text('ប្រធានវាយវាដោយខ្លួនឯង ដោយគ្មាននរណាមើល។', 'The manager types it, with nobody looking on.'),
      text(
        'យ៉ាងតិច ១២ តួ ក្នុងនោះ ៦ តួខុសគ្នា។ កុំប្រើឈ្មោះ។',
        'At least 12 characters, 6 of them different. No name.',
      ),
      threeWords,
      text('ត្រូវចងចាំវា៖ គ្មាននរណាអាចប្រាប់អ្នកវិញបានទេ។', 'Remember it: nobody can tell it to you again.'),
    ),
    'too-short': trouble(
      text('ឃ្លានេះខ្លីពេក', 'That is too short'),
      text('ត្រូវមានយ៉ាងតិច ១២ តួ។', 'It has to have 12 characters at least.'),
      threeWords,
      again,
    ),
    'too-plain': trouble(
      text('ឃ្លានេះមានតួដដែលច្រើនពេក', 'That has too few different characters'),
      text('ត្រូវមាន ៦ តួខុសគ្នា។', 'Six of them have to be different.'),
      threeWords,
      again,
    ),
    known: trouble(
      text('ឃ្លានេះងាយទាយពេក', 'That is guessed too easily'),
      text(
        'វាជាឈ្មោះ ឬអ្វីដែលគេសាកមុនគេ។',
        'It is a name, or what everybody tries first, with a little added.',
      ),
      threeWords,
      again,
    ),
    'once-more': screen(text('វាយឃ្លាដដែលម្ដងទៀត', 'The same passphrase once more'), thenEnter),
    differs: trouble(
      text('ឃ្លាទាំងពីរមិនដូចគ្នា', 'The two are not the same'),
      text('សូមវាយទាំងពីរម្ដងទៀត។', 'Both have to be typed again.'),
      again,
    ),
    making: screen(text('កំពុងបង្កើតមជ្ឈមណ្ឌល…', 'Making the site…'), text('សូមរង់ចាំ។', 'Please wait.')),
    sheet: screen(
      text('ចម្លងលេខកូដនេះលើក្រដាស', 'Copy this code onto paper'),
      text(
        'វាយកអ្វីៗមកវិញ បើម៉ាស៊ីនមេខូច។ វាបង្ហាញតែពេលនេះ។',
        'It brings everything back if this hub breaks. It is shown only now.',
      ),
      text(
        'សរសេរអក្សរពុម្ពធំ និងលេខក្រុម។ 0 និង 1 ជាលេខ។',
        'Write capitals, and the number of each group. 0 and 1 are digits.',
      ),
      thenEnter,
    ),
    'sheet-check': screen(
      text('នៅលើក្រដាស ក្រុមនេះជាអ្វី?', 'What does the paper say there?'),
      text('អានពីក្រដាស ហើយវាយវា រួចចុច Enter។', 'Read it off the paper, type it, press Enter.'),
      text('ចុច Esc ដើម្បីមើលលេខកូដម្ដងទៀត។', 'Press Esc to see the code again.'),
    ),
    'sheet-wrong': trouble(
      text('ក្រុមនេះមិនដូចគ្នា', 'That group is not the same'),
      text('ពិនិត្យក្រដាសជាមួយលេខកូដម្ដងទៀត។', 'Compare the paper with the code once more.'),
      goOn,
    ),
    finishing: screen(
      text('កំពុងបញ្ចប់…', 'Finishing…'),
      text('ចាក់សោក្រដាសក្នុងទូដែក ឆ្ងាយពីម៉ាស៊ីនមេ។', 'Lock the paper into a safe, away from the hub.'),
      text(
        'អ្នកមានវា និងឯកសារសោ អាចបើកអ្វីៗទាំងអស់។',
        'Whoever has it and a file of the keys can open everything.',
      ),
    ),
    'make-full': trouble(
      text('ថាសគ្មានកន្លែងទេ', 'There is no room on the disk'),
      text('មជ្ឈមណ្ឌលមិនត្រូវបានបង្កើតទេ។', 'No site was made.'),
      text('ដំឡើងកុំព្យូទ័រនេះលើថាសធំជាង។', 'Install this PC on a larger disk.'),
      fromTheStart,
    ),
    'make-failed': trouble(
      text('បង្កើតមជ្ឈមណ្ឌលមិនបាន', 'The site could not be made'),
      text('គ្មានអ្វីត្រូវបានបង្កើតទេ។ សាកម្ដងទៀត។', 'Nothing was made. Try once more.'),
      text(
        'បើនៅដដែល កត់អ្វីដែលនៅខាងក្រោម ហើយហៅអ្នកបច្ចេកទេស។',
        'If it stays so, note down what stands below and call the technician.',
      ),
      fromTheStart,
    ),
  }) as const;
