import type { PrinterProblem } from '../../../shared/contracts/printer.ts';
import type { Text, Texts } from '../text.ts';

const on = (context: string) => ({ context, screen: 'supervisor-trouble' });

/** Why nothing was printed: what happened, what it means, what to do. */
export interface PrintTroubleTexts extends Texts {
  readonly what: Text;
  readonly work: Text;
  readonly next: Text;
}

const nothing: Text = {
  km: 'ទំព័រនេះមិនបានបោះពុម្ពពេញលេញទេ ហើយនឹងមិនចេញមកនៅពេលក្រោយឡើយ។',
  en: 'The page was not printed as a whole, and will not come out later.',
  ...on('A page could not be printed; whichever the reason'),
};

const none: PrintTroubleTexts = {
  what: {
    km: 'រកមិនឃើញម៉ាស៊ីនបោះពុម្ពទេ',
    en: 'There is no printer at this computer',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមដោតខ្សែ USB របស់ម៉ាស៊ីនបោះពុម្ព បើកវា រង់ចាំមួយនាទី រួចសាកម្ដងទៀត។',
    en: 'Plug its USB cable in, switch it on, wait a minute, and try again.',
    ...on('As above'),
  },
};

const which: PrintTroubleTexts = {
  what: {
    km: 'មានម៉ាស៊ីនបោះពុម្ពច្រើន ហើយគ្មាននរណាជ្រើសរើសទេ',
    en: 'There are several printers, and none was chosen',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមបើក មជ្ឈមណ្ឌល រួច ម៉ាស៊ីនបោះពុម្ព ហើយជ្រើសរើសមួយ។',
    en: 'Open Site, then Printers, and choose one.',
    ...on('As above'),
  },
};

const paper: PrintTroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនបោះពុម្ពអស់ក្រដាស',
    en: 'The printer is out of paper',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមដាក់ក្រដាស A4 រួចបោះពុម្ពម្ដងទៀត។',
    en: 'Put A4 paper in, and print again.',
    ...on('As above'),
  },
};

const ink: PrintTroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនបោះពុម្ពអស់ទឹកថ្នាំ',
    en: 'The printer is out of ink or toner',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមប្ដូរប្រអប់ទឹកថ្នាំ រួចបោះពុម្ពម្ដងទៀត។',
    en: 'Change the cartridge, and print again.',
    ...on('As above'),
  },
};

const jam: PrintTroubleTexts = {
  what: {
    km: 'ក្រដាសជាប់ក្នុងម៉ាស៊ីនបោះពុម្ព',
    en: 'Paper is stuck in the printer',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមបើកម៉ាស៊ីន ដកក្រដាសចេញថ្នមៗ រួចបោះពុម្ពម្ដងទៀត។',
    en: 'Open it, pull the paper out gently, and print again.',
    ...on('As above'),
  },
};

const door: PrintTroubleTexts = {
  what: { km: 'ម៉ាស៊ីនបោះពុម្ពបិទមិនជិត', en: 'The printer is open', ...on('A page was to be printed') },
  work: nothing,
  next: {
    km: 'សូមបិទគម្រប និងថាសក្រដាសឱ្យជិត រួចបោះពុម្ពម្ដងទៀត។',
    en: 'Close its covers and trays, and print again.',
    ...on('As above'),
  },
};

const stopped: PrintTroubleTexts = {
  what: { km: 'ម៉ាស៊ីនបោះពុម្ពបានឈប់', en: 'The printer has stopped', ...on('A page was to be printed') },
  work: nothing,
  next: {
    km: 'សូមបិទម៉ាស៊ីនបោះពុម្ព បើកវាវិញ រួចបោះពុម្ពម្ដងទៀត។',
    en: 'Switch it off and on again, and print again.',
    ...on('As above'),
  },
};

const away: PrintTroubleTexts = {
  what: {
    km: 'ម៉ាស៊ីនបោះពុម្ពមិនឆ្លើយ',
    en: 'The printer can’t be reached',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមពិនិត្យថាវាបើក ហើយខ្សែ USB ដោតជាប់ រួចសាកម្ដងទៀត។',
    en: 'See that it is on and its USB cable is in, and try again.',
    ...on('As above'),
  },
};

const slow: PrintTroubleTexts = {
  what: { km: 'ការបោះពុម្ពយូរពេក', en: 'Printing took too long', ...on('A page was to be printed') },
  work: nothing,
  next: {
    km: 'សូមមើលក្រដាសដែលចេញមក រួចបោះពុម្ពម្ដងទៀត បើខ្វះ។',
    en: 'Look at what came out; print again if something is missing.',
    ...on('As above'),
  },
};

const failed: PrintTroubleTexts = {
  what: { km: 'ម៉ាស៊ីនបោះពុម្ពបានបោះបង់', en: 'The printer gave up', ...on('A page was to be printed') },
  work: nothing,
  next: {
    km: 'សូមបោះពុម្ពទំព័រសាកល្បងពី មជ្ឈមណ្ឌល រួច ម៉ាស៊ីនបោះពុម្ព។ បើមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Print a test page at Site, Printers. If that does not come out either, call a technician.',
    ...on('As above'),
  },
};

const service: PrintTroubleTexts = {
  what: {
    km: 'កុំព្យូទ័រនេះបោះពុម្ពមិនបានឥឡូវនេះ',
    en: 'This computer can’t print now',
    ...on('A page was to be printed'),
  },
  work: nothing,
  next: {
    km: 'សូមរង់ចាំមួយនាទី រួចសាកម្ដងទៀត។ បើនៅតែមិនបាន សូមហៅអ្នកបច្ចេកទេស។',
    en: 'Wait a minute and try again. If it does not help, call a technician.',
    ...on('As above'),
  },
};

const byProblem: Readonly<Record<PrinterProblem, PrintTroubleTexts>> = {
  none,
  which,
  paper,
  ink,
  jam,
  door,
  stopped,
  away,
  slow,
  failed,
  service,
};

export function printTroubleOf(problem: unknown): PrintTroubleTexts {
  const known = Object.entries(byProblem).find(([name]) => name === problem);
  return known?.[1] ?? service;
}

/** For the list of strings. */
export const printTroubles = {
  printNone: none,
  printWhich: which,
  printPaper: paper,
  printInk: ink,
  printJam: jam,
  printDoor: door,
  printStopped: stopped,
  printAway: away,
  printSlow: slow,
  printFailed: failed,
  printService: service,
} as const;

const at = (context: string) => ({ context, screen: 'printers' });

/** The printers of this computer, and where pages are printed. */
export const printersTexts = {
  title: { km: 'ម៉ាស៊ីនបោះពុម្ព', en: 'Printers', ...at('Heading of a card and of its panel') },
  why: {
    km: 'កុំព្យូទ័រនេះបោះពុម្ពដោយម៉ាស៊ីនដែលភ្ជាប់ដោយខ្សែ USB។ ឈ្មោះអ្នកបោះពុម្ពនៅក្នុងកំណត់ហេតុ។',
    en: 'This computer prints by printers on its USB cables. Who printed what is kept in the trail.',
    ...at('Under the heading of the card'),
  },
  open: { km: 'មើលម៉ាស៊ីនបោះពុម្ព', en: 'See the printers', ...at('Button') },
  nothing: {
    km: 'គ្មានម៉ាស៊ីនបោះពុម្ពទេ។',
    en: 'There is no printer.',
    ...at('Where the list of printers would be'),
  },
  'nothing.next': {
    km: 'សូមដោតខ្សែ USB របស់វា បើកវា ហើយរង់ចាំមួយនាទី។ ម៉ាស៊ីនត្រូវស្គាល់ IPP Everywhere ឬ AirPrint។',
    en: 'Plug its USB cable in, switch it on, and wait a minute. It has to know IPP Everywhere or AirPrint.',
    ...at('Under that'),
  },
  used: {
    km: 'អ្វីដែលបោះពុម្ព ចេញនៅទីនេះ។',
    en: 'What is printed comes out here.',
    ...at('Of the printer that is used'),
  },
  unused: { km: 'មិនបានជ្រើសរើស។', en: 'Not chosen.', ...at('Of another printer') },
  use: {
    km: 'ប្រើម៉ាស៊ីននេះ',
    en: 'Use this one',
    ...at('Button: what is printed comes out of it from now on'),
  },
  test: { km: 'បោះពុម្ពទំព័រសាកល្បង', en: 'Print a test page', ...at('Button') },
  'test.out': {
    km: 'ទំព័រសាកល្បងបានចេញ។ សូមមើលអក្សរ ពណ៌ប្រផេះ និងស៊ុម។',
    en: 'The test page is out. Look at its letters, greys and frames.',
    ...at('After it was printed'),
  },
  print: { km: 'បោះពុម្ព', en: 'Print', ...at('Button beside the one that saves the same as a PDF') },
  printing: {
    km: 'កំពុងបោះពុម្ព… សូមរង់ចាំនៅទីនេះ។',
    en: 'Printing… stay until it is out.',
    ...at('While a page is printed'),
  },
  printed: {
    km: 'បានបោះពុម្ពរួចហើយ។ សូមយកក្រដាសពីម៉ាស៊ីនបោះពុម្ព។',
    en: 'Printed. Take it from the printer.',
    ...at('After a page was printed'),
  },
  'state.ready': { km: 'រួចរាល់', en: 'Ready', ...at('How a printer stands') },
  'state.printing': { km: 'កំពុងបោះពុម្ព', en: 'Printing', ...at('How a printer stands') },
  'state.paper': { km: 'អស់ក្រដាស', en: 'Out of paper', ...at('How a printer stands') },
  'state.ink': { km: 'អស់ទឹកថ្នាំ', en: 'Out of ink or toner', ...at('How a printer stands') },
  'state.jam': { km: 'ក្រដាសជាប់', en: 'Paper is stuck', ...at('How a printer stands') },
  'state.door': { km: 'បិទមិនជិត', en: 'Open', ...at('How a printer stands: a cover or tray') },
  'state.stopped': { km: 'បានឈប់', en: 'Stopped', ...at('How a printer stands') },
  'state.away': {
    km: 'មិនឆ្លើយ៖ បិទ ឬខ្សែមិនជាប់',
    en: 'Not reachable: switched off, or its cable is out',
    ...at('How a printer stands'),
  },
} as const satisfies Texts;
