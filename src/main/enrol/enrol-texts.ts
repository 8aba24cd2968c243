import type { ErrorCode, ReanError } from '../../shared/errors.ts';
import type { Language } from '../../shared/ids.ts';

/** What the first-run page says ([WIN11]). */

type Text = Readonly<Record<Language, string>>;

const text = (km: string, en: string): Text => ({ km, en });

export const enrolWords = {
  title: text('ភ្ជាប់កុំព្យូទ័រនេះទៅម៉ាស៊ីនមេ', 'Connect this computer to the hub'),
  intro: text(
    'ធ្វើតែម្ដងគត់។ សូមសុំលេខកូដពីមន្ត្រី ឬអ្នកបច្ចេកទេស។',
    'Done only once. Ask an officer or technician for the code.',
  ),
  hub: text('អាសយដ្ឋានម៉ាស៊ីនមេ', 'Address of the hub'),
  hubHint: text('ឧទាហរណ៍ 192.168.1.10', 'For example 192.168.1.10'),
  code: text('លេខកូដ', 'Code'),
  codeHint: text('១៦ តួ ជាក្រុមៗ បួនតួ', '16 characters, in fours'),
  planted: text('បានកំណត់ទុកជាមុន', 'Set beforehand'),
  found: text('ទើបរកឃើញលើបណ្ដាញ', 'Found on the network just now'),
  otherHub: text('ម៉ាស៊ីនមេផ្សេង', 'Another hub'),
  again: text('រកម៉ាស៊ីនមេម្ដងទៀត', 'Look for hubs again'),
  lookingTitle: text('កំពុងរកម៉ាស៊ីនមេ…', 'Looking for the hub…'),
  looking: text('សូមរង់ចាំបន្តិច។', 'Wait a moment.'),
  submit: text('ភ្ជាប់', 'Connect'),
  busyTitle: text('កំពុងសួរម៉ាស៊ីនមេ…', 'Asking the hub…'),
  busy: text('សូមរង់ចាំបន្តិច។ កុំបិទកុំព្យូទ័រ។', 'Wait a moment. Leave the computer on.'),
} as const;

interface Trouble {
  readonly happened: Text;
  readonly next: Text;
}

const trouble = (happened: Text, next: Text): Trouble => ({ happened, next });
const another = text('សូមសុំលេខកូដថ្មីពីមន្ត្រី ឬអ្នកបច្ចេកទេស។', 'Ask an officer or technician for a new code.');
const sameCode = text(
  'សូមពិនិត្យខ្សែបណ្ដាញ អាសយដ្ឋាន និងថាម៉ាស៊ីនមេបើកឬនៅ រួចសាកម្ដងទៀតដោយលេខកូដដដែល។',
  'Look at the cable and the address, and whether the hub is on. Then try again with the same code.',
);
const tellManager = text(
  'សូមពិនិត្យអាសយដ្ឋាន និងលេខកូដ។ បើត្រឹមត្រូវទាំងពីរ សូមប្រាប់អ្នកគ្រប់គ្រងទីតាំង។',
  'Look at the address and the code. If both are right, tell the site manager.',
);

/** What is said of a field that was left empty. */
export const enrolEmpty = {
  hub: trouble(
    text('មិនទាន់មានអាសយដ្ឋានម៉ាស៊ីនមេ។', 'There is no address of the hub yet.'),
    text('សូមវាយវា ដូចមាននៅលើក្រដាសរបស់មន្ត្រី។', 'Type it as it stands on the officer’s paper.'),
  ),
  code: trouble(
    text('មិនទាន់មានលេខកូដ។', 'There is no code yet.'),
    text(
      'សូមវាយលេខកូដ ១៦ តួ ពីមន្ត្រី ឬអ្នកបច្ចេកទេស។',
      'Type the 16 characters that an officer or technician gave you.',
    ),
  ),
} as const;

const unforeseen = trouble(
  text('ភ្ជាប់មិនបាន។', 'It did not connect.'),
  text(
    'សូមសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមប្រាប់អ្នកបច្ចេកទេស។',
    'Try again. If it does not help, tell the technician.',
  ),
);

const troubles: Partial<Record<ErrorCode, Trouble>> = {
  'enrol.mistyped': trouble(
    text('លេខកូដនេះ វាយមិនទាន់ត្រូវទេ។', 'The code is not typed as it is written.'),
    text('សូមមើលម្ដងមួយតួៗ រួចវាយម្ដងទៀត។', 'Look at each character and type it again.'),
  ),
  'enrol.wrong': trouble(
    text('ម៉ាស៊ីនមេមិនស្គាល់លេខកូដនេះទេ។', 'The hub does not know this code.'),
    text(
      'សូមពិនិត្យលេខកូដម្ដងទៀត។ វាយខុស ៥ ដង លេខកូដនឹងឈប់ប្រើបាន។',
      'Look at the code again. After five wrong tries a code ends.',
    ),
  ),
  'enrol.expired': trouble(text('លេខកូដនេះហួសពេលហើយ។', 'This code is too old.'), another),
  'enrol.used': trouble(text('លេខកូដនេះបានប្រើរួចហើយ។', 'This code has been used already.'), another),
  'enrol.ended': trouble(
    text('លេខកូដនេះឈប់ប្រើបាន ព្រោះវាយខុសច្រើនដង។', 'This code was tried wrongly too often.'),
    another,
  ),
  'enrol.other-site': trouble(
    text(
      'ម៉ាស៊ីនដែលឆ្លើយ មិនមែនជាម៉ាស៊ីនមេនៃលេខកូដនេះទេ។ យើងមិនបានប្រាប់អ្វីទៅវាទេ។',
      'What answers there is not the hub this code is for. Nothing was told to it.',
    ),
    tellManager,
  ),
  'enrol.other-kind': trouble(
    text('លេខកូដនេះ សម្រាប់កុំព្យូទ័រប្រភេទផ្សេង។', 'This code is for another kind of computer.'),
    another,
  ),
  'hub.unreachable': trouble(
    text('រកម៉ាស៊ីនមេមិនឃើញ។ លេខកូដនៅប្រើបាន។', 'No hub answers. The code still counts.'),
    sameCode,
  ),
  'hub.busy': trouble(
    text(
      'បានសួរម៉ាស៊ីនមេញឹកញាប់ពេក។ លេខកូដនៅប្រើបាន។',
      'The hub was asked too often. The code still counts.',
    ),
    text('សូមរង់ចាំមួយនាទី រួចសាកម្ដងទៀត។', 'Wait a minute and try again.'),
  ),
  'hub.full': trouble(
    text(
      'ថាសនៃម៉ាស៊ីនមេពេញហើយ។ លេខកូដនៅប្រើបាន។',
      'The disk of the hub is full. The code still counts.',
    ),
    text('សូមប្រាប់អ្នកបច្ចេកទេស។', 'Tell the technician.'),
  ),
  'hub.timeout': trouble(
    text('ម៉ាស៊ីនមេមិនឆ្លើយ។ លេខកូដនៅប្រើបាន។', 'The hub does not answer. The code still counts.'),
    sameCode,
  ),
  'hub.certificate-mismatch': trouble(
    text('ម៉ាស៊ីនដែលឆ្លើយ មិនមែនជាម៉ាស៊ីនមេនេះទេ។', 'What answers there is not this hub.'),
    tellManager,
  ),
  'hub.protocol': trouble(
    text(
      'ម៉ាស៊ីនដែលឆ្លើយ មិនមែនជាម៉ាស៊ីនមេ ឬជាជំនាន់ផ្សេង។',
      'What answers there is no hub, or one of another version.',
    ),
    tellManager,
  ),
  'config.invalid': trouble(
    text('អាសយដ្ឋានម៉ាស៊ីនមេ អានមិនបាន។', 'The address of the hub cannot be read.'),
    text('សូមវាយដូចក្នុងឧទាហរណ៍។', 'Type it as in the example.'),
  ),
  'store.full': trouble(
    text('ថាសនៃកុំព្យូទ័រនេះពេញហើយ។', 'The disk of this computer is full.'),
    text('សូមប្រាប់អ្នកបច្ចេកទេស។', 'Tell the technician.'),
  ),
};

/** A hub that answers, and takes nobody in just now, is no hub that is away. */
export function troubleCode({ code, facts: { status } }: ReanError): ErrorCode {
  if (code !== 'hub.unreachable') return code;
  return status === 429 ? 'hub.busy' : status === 507 ? 'hub.full' : code;
}

/** What happened and what to do, for a PC that was not let in. */
export const troubleFor = (code: ErrorCode): Trouble => troubles[code] ?? unforeseen;

/** Every sentence of the page, for `npm run strings`. */
export function enrolTexts(): readonly { key: string; km: string; en: string }[] {
  const words = Object.entries(enrolWords).map(([key, said]) => ({ key: `enrol.${key}`, ...said }));
  const said = Object.entries({ ...troubles, unexpected: unforeseen }).flatMap(([code, each]) => [
    { key: `enrol.${code}.happened`, ...each.happened },
    { key: `enrol.${code}.next`, ...each.next },
  ]);
  return [...words, ...said];
}
