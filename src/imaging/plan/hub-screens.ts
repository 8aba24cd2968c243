import type { PictureLayout } from './screen-picture.ts';
import { goOn, screen, text, trouble } from './screen-words.ts';
import type { ScreenWords, Text } from './screen-words.ts';
import { stickScreens } from './stick-screens.ts';
import { setUpScreens } from './set-up-screens.ts';
import type { SiteConfig } from './site-config.ts';

/** A whole screen of 800×600, in the middle of a larger one; seven sentences have room. */
export const hubPicture: PictureLayout = { width: 800, height: 600, top: 166, step: 60 };

const goBack = text('ចុច Esc ដើម្បីត្រឡប់។', 'Press Esc to go back.');
const looksAfterItself = text(
  'ការរៀននៅតែបន្ត គ្មានអ្វីបាត់ទេ។',
  'Lessons go on without it, and nothing is lost.',
);

/** A state of the hub, what to do, the site, and what stands beside figures. */
const status = (name: Text, draw: typeof screen, title: Text, toDo: Text): ScreenWords =>
  draw(
    title,
    toDo,
    text(`មជ្ឈមណ្ឌល៖ ${name.km}`, `Site: ${name.en}`),
    text('អាសយដ្ឋាន', 'Address'),
    text('កុំព្យូទ័រដែលបានទាក់ទង', 'PCs heard of, of all'),
    text('ទំហំទំនេរលើថាស', 'Free on the disk'),
    text('ថ្ងៃ និងម៉ោង', 'Date and time'),
    text('Enter៖ លេខកូដសម្រាប់កុំព្យូទ័រ ឬសន្លឹកសង្គ្រោះ', 'Enter: a code for a PC, or a recovery sheet'),
  );

const codeLines = [
  text('វាយវានៅកុំព្យូទ័រនោះ ពេលវាសួរ។', 'Type it at that PC when it asks for it.'),
  text('ប្រើបានតែម្ដង ក្នុងមួយថ្ងៃ។', 'It is good once, for a day, and is shown only here.'),
  goOn,
];

/** What stands at the hub's own screen once there is a site ([HBS4], [HBS5]). */
function deskScreens(name: Text) {
  const of = (draw: typeof screen, title: Text, toDo: Text) => status(name, draw, title, toDo);
  return {
    serves: of(
      screen,
      text('ម៉ាស៊ីនមេដំណើរការល្អ', 'The hub serves'),
      text('មិនបាច់ធ្វើអ្វីទេ។', 'There is nothing to do.'),
    ),
    starting: of(
      screen,
      text('ម៉ាស៊ីនមេកំពុងចាប់ផ្ដើម', 'The hub is starting'),
      text('សូមរង់ចាំពីរបីនាទី។', 'Wait for some minutes.'),
    ),
    stopped: of(
      trouble,
      text('ម៉ាស៊ីនមេមិនឆ្លើយ', 'The hub does not serve'),
      text(
        'បិទ ហើយបើកកុំព្យូទ័រនេះម្ដង។ បើនៅដដែល ហៅអ្នកបច្ចេកទេស។',
        'Switch this PC off and on once. If it stays so, call the technician.',
      ),
    ),
    unwell: of(
      trouble,
      text('ម៉ាស៊ីនមេត្រូវការជំនួយ', 'The hub is not well'),
      text(
        'ហៅអ្នកបច្ចេកទេស។ ការរៀននៅតែបន្ត គ្មានអ្វីបាត់ទេ។',
        'Call the technician. Lessons go on, and nothing is lost.',
      ),
    ),
    full: of(
      trouble,
      text('ថាសម៉ាស៊ីនមេជិតពេញ', 'The hub’s disk is nearly full'),
      text(
        'ហៅអ្នកបច្ចេកទេស៖ ត្រូវការថាសធំជាងនេះ។ គ្មានអ្វីបាត់ទេ។',
        'Call the technician: it needs a larger disk. Nothing is lost.',
      ),
    ),
    menu: screen(
      text('ត្រូវការអ្វី?', 'What is needed?'),
      text('១  លេខកូដសម្រាប់កុំព្យូទ័រមន្ត្រី', '1  a code for an officers’ PC'),
      text('២  លេខកូដសម្រាប់កុំព្យូទ័រសិស្ស', '2  a code for a learners’ PC'),
      text('៣  សន្លឹកសង្គ្រោះថ្មី (ប្រធានប៉ុណ្ណោះ)', '3  another recovery sheet (site manager only)'),
      text('៤  ប្រព័ន្ធថ្មីពី USB', '4  a newer system, from a stick'),
      text('៥  ឯកសារដំឡើងតាមបណ្ដាញពី USB', '5  what installs PCs over the LAN, from a stick'),
      text('ចុចលេខ។ Esc៖ ត្រឡប់។', 'Press the number. Esc goes back.'),
    ),
    'sign-in': screen(
      text('វាយឃ្លាសម្ងាត់របស់អ្នក', 'Type your own passphrase'),
      text(
        'ប្រធាន មន្ត្រី ឬអ្នកបច្ចេកទេស។ វាត្រូវបានកត់ត្រា។',
        'Site manager, officer or technician. It is put on record.',
      ),
      text('រួចចុច Enter។', 'Then press Enter.'),
      goBack,
    ),
    checking: screen(text('កំពុងពិនិត្យ…', 'Looking…'), text('សូមរង់ចាំ។', 'Please wait.')),
    refused: trouble(
      text('ឃ្លានេះមិនត្រូវ', 'That passphrase does not do'),
      text('វាខុស ឬម្ចាស់វាមិនមានសិទ្ធិធ្វើរឿងនេះ។', 'It is mistyped, or its owner may not do this.'),
      goOn,
    ),
    'too-often': trouble(
      text('ខុសច្រើនដងពេក', 'Too many tries'),
      text('សូមរង់ចាំមួយនាទី។', 'Wait for a minute.'),
    ),
    away: trouble(
      text('ឥឡូវមិនទាន់ធ្វើបានទេ', 'That can’t be done just now'),
      text('រង់ចាំរហូតដល់ម៉ាស៊ីនមេដំណើរការ។', 'Wait until the hub serves, then try again.'),
      looksAfterItself,
      goOn,
    ),
    'code-officers': screen(text('លេខកូដសម្រាប់កុំព្យូទ័រមន្ត្រី', 'A code for an officers’ PC'), ...codeLines),
    'code-learners': screen(text('លេខកូដសម្រាប់កុំព្យូទ័រសិស្ស', 'A code for a learners’ PC'), ...codeLines),
    'no-data': trouble(
      text('ទិន្នន័យរបស់ម៉ាស៊ីនមេបើកមិនបាន', 'The hub’s data can’t be opened'),
      text('វាត្រូវបានទុកដដែល។ ហៅអ្នកបច្ចេកទេស។', 'It was left as it is. Call the technician.'),
      text(
        'កុំដំឡើងកុំព្យូទ័រនេះឡើងវិញ មុនពេលចម្លងថាស។',
        'Do not install this PC again before its disk was copied.',
      ),
      looksAfterItself,
    ),
  } as const;
}

/** Every screen of the hub's own monitor: Khmer first, English beneath ([HBS1]). */
export const hubScreens = ({ name, manager }: Pick<SiteConfig, 'name' | 'manager'>) => ({
  ...setUpScreens({ name: inBoth(name), manager: manager && inBoth(manager) }),
  ...deskScreens(inBoth(name)),
  ...stickScreens,
});
export type HubScreenName = keyof ReturnType<typeof hubScreens>;

const inBoth = ({ km, en = km }: SiteConfig['name']): Text => ({ km, en });
