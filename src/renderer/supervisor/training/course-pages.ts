import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';

/** What is to be read for the course “supervising”, in this order ([HPG5]). */
export const pagesToRead: readonly HelpPageId[] = [
  'room',
  'signs-room',
  'help',
  'lock',
  'look',
  'override',
  'hub-away',
  'power-cut',
  'forgotten',
  'privacy',
  'account',
];

/** Where the answer to a question stands. */
export const pageOfQuestion: ReadonlyMap<string, HelpPageId> = new Map([
  ['locked-power', 'lock'],
  ['hub-away', 'hub-away'],
  ['power-back', 'power-cut'],
  ['forgotten', 'forgotten'],
  ['look', 'look'],
  ['passphrase', 'account'],
  ['code-used', 'override'],
  ['who-knows', 'privacy'],
] as const);
