import type { Texts } from '../../text.ts';

const on = (context: string) => ({ context, screen: 'locked' });

const time = (screen: string) => (context: string) => ({ context, screen });

const moved = (screen: string) => (context: string) => ({ context, screen });

const note = (context: string) => ({ context, screen: 'note' });

/** What stands on a seat that an officer has locked. */
export const kioskLockTexts = {
  'lock.wait': {
    km: 'សូមរង់ចាំបន្តិច',
    en: 'Please wait a moment',
    ...on('On the locked kiosk, under an hourglass'),
  },
  'lock.listen': {
    km: 'សូមស្ដាប់គ្រូសិន',
    en: 'Please listen to the teacher',
    ...on('On the locked kiosk, under an ear'),
  },
  'lock.break': {
    km: 'ដល់ម៉ោងសម្រាក',
    en: 'Time for a break',
    ...on('On the locked kiosk, under a cup'),
  },
  'lock.over': {
    km: 'អស់ម៉ោងហើយ។ ជួបគ្នាលើកក្រោយ',
    en: 'Time is over. See you next time',
    ...on('On the locked kiosk, under a door'),
  },
  'lock.repair': {
    km: 'កុំព្យូទ័រនេះកំពុងជួសជុល',
    en: 'This computer is being repaired',
    ...on('On the locked kiosk, under a wrench'),
  },
  'lock.safe': {
    km: 'អ្វីដែលអ្នកបានធ្វើ រក្សាទុកហើយ គ្មានអ្វីបាត់ទេ',
    en: 'What you did is kept. Nothing is lost',
    ...on('As above, under all of them'),
  },
  closing: {
    km: 'បន្ទប់រៀនកំពុងបិទ។ ជួបគ្នាលើកក្រោយ',
    en: 'The lab is closing. See you next time',
    context: 'On a kiosk where nobody sits while the lab closes, under a closed door',
    screen: 'closing',
  },
  'leaving.restart': {
    km: 'កុំព្យូទ័រនេះកំពុងបើកឡើងវិញ',
    en: 'This computer is starting again',
    context: 'On a kiosk that staff restart, under a turning arrow',
    screen: 'leaving',
  },
  'leaving.power-off': {
    km: 'កុំព្យូទ័រនេះកំពុងបិទ',
    en: 'This computer is switching off',
    context: 'On a kiosk that staff switch off, under the sign of a power button',
    screen: 'leaving',
  },
  pause: {
    km: 'សូមងើយមើលគ្រូ',
    en: 'Please look up at the teacher',
    context: 'On every kiosk while the class is to look up, under an eye',
    screen: 'paused',
  },
  'note.come': {
    km: 'សូមមករកខ្ញុំបន្តិច',
    en: 'Please come to me',
    ...note('A word from the officer, beside footprints'),
  },
  'note.help-comes': {
    km: 'ខ្ញុំទៅជួយឥឡូវ',
    en: 'I am coming to help',
    ...note('As above, beside a helping hand'),
  },
  'note.finish': {
    km: 'ជិតអស់ម៉ោងហើយ',
    en: 'Time is nearly over',
    ...note('As above, beside an hourglass'),
  },
  'note.quiet': {
    km: 'សូមធ្វើស្ងៀមស្ងាត់',
    en: 'Please be quiet',
    ...note('As above, beside a loudspeaker that is off'),
  },
  'note.well-done': {
    km: 'ធ្វើបានល្អណាស់',
    en: 'Well done',
    ...note('As above, beside a thumb up'),
  },
  'led.title': {
    km: 'គ្រូបើកមេរៀននេះឱ្យអ្នក',
    en: 'Your teacher opens this lesson for you',
    context: 'Over the picture of a lesson that staff started at this seat',
    screen: 'led',
  },
  'led.begin': {
    km: 'ចាប់ផ្ដើម',
    en: 'Begin',
    context: 'Button under it: the lesson is open already',
    screen: 'led',
  },
  'time.near': {
    km: 'នៅសល់ {count} នាទីទៀត',
    en: '{count} {count|minute|minutes} left',
    ...time('time-near')(
      'Over one’s tile, an hourglass and a clock that shows when the time is over',
    ),
  },
  'time.near-means': {
    km: '{time} អ្នកផ្សេងមករៀន។ អ្វីដែលធ្វើ រក្សាទុក។',
    en: 'Others come at {time}. What you do is kept.',
    ...time('time-near')('Under it'),
  },
  'time.over': {
    km: 'អស់ម៉ោងហើយ',
    en: 'Your time is over',
    ...time('time-over')('Over one’s tile, a door and a clock'),
  },
  'time.over-means': {
    km: 'សូមធ្វើឱ្យចប់ រួចទុកកន្លែងឱ្យអ្នកបន្ទាប់។ អ្វីដែលធ្វើ រក្សាទុក។',
    en: 'Finish what you are at, then leave the seat to the next. What you do is kept.',
    ...time('time-over')('Under it'),
  },
  'time.given': {
    km: 'គ្រូឱ្យម៉ោងថែម {count} នាទី',
    en: 'The teacher gives you {count} more {count|minute|minutes}',
    ...time('time-given')('Over one’s tile, a plus and a clock'),
  },
  'time.given-means': {
    km: 'អ្នករៀនបានរហូតដល់{time}។',
    en: 'You can learn until {time}.',
    ...time('time-given')('Under it'),
  },
  'moved.here': {
    km: 'សូមអង្គុយទីនេះ',
    en: 'Sit down here',
    ...moved('moved-here')('Over the tile of who was moved to this seat, and an armchair'),
  },
  'moved.me': {
    km: 'ខ្ញុំមកហើយ',
    en: 'That is me',
    ...moved('moved-here')('Button: to their sign-in'),
  },
  'moved.others': {
    km: 'អ្នកផ្សេង',
    en: 'Somebody else',
    ...moved('moved-here')('Button: all tiles, as ever'),
  },
  'moved.away': {
    km: 'សូមទៅកន្លែងទី {seat}',
    en: 'Go to seat {seat}',
    ...moved('moved-away')('Over one’s tile, an armchair and its number'),
  },
  'note.read': { km: 'បាទ/ចាស', en: 'Yes', ...note('Button: the word was read') },
} as const satisfies Texts;
