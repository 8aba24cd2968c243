import { seatElementId } from '../../room/seat-focus.ts';
import { stationAt } from '../lab/pretend-people.ts';

/** Something on the screen that may be there now. */
export type Find = () => Element | null;

const seen = (element: Element): boolean =>
  element.checkVisibility() && !element.matches(':disabled');

/** The first that matches and can be used. */
export const at =
  (selector: string): Find =>
  () =>
    [...document.querySelectorAll(`.practice ${selector}`)].find(seen) ?? null;

/** The button with these words on it, within what matches. */
export const buttonSaying =
  (within: string, words: string): Find =>
  () =>
    [...document.querySelectorAll(`.practice ${within} button`)].find(
      (button) =>
        seen(button) && button.querySelector('.button__label')?.textContent?.trim() === words,
    ) ?? null;

export const railPlace = (place: 'room' | 'help'): Find => at(`[data-place="${place}"]`);
const card = (seat: number): Find => at(`#${seatElementId(stationAt(seat))}`);

/** The way to the room's cards from wherever somebody is. */
const toRoom: readonly Find[] = [at('.arrange__acts .button:last-child'), railPlace('room')];

/** The way to one seat's panel, where single seats can be chosen. */
export const toSeat = (seat: number): readonly Find[] => [
  at('.chosen-seats .panel-head .button'),
  card(seat),
  ...toRoom,
];

/** What was just given and no seat has done yet: there is nothing to press before. */
const onItsWay: Find = at(
  '.order-news:not(:has(.order-news__seat--applied, .order-news__seat--refused, .order-news__seat--given-up))',
);

/** The panel of one seat, by the name it is read out by. */
const panelOf = (name: string) => `.seat-panel[aria-label="${name}"]`;

export const inPanel = (panel: string, words: string): Find =>
  buttonSaying(`${panelOf(panel)} .seat-look`, words);

/** The way through one seat's panel to an act: its choices, its button, out of other choices, the seat. */
export const throughPanel = (
  seat: number,
  panel: string,
  words: string,
  choices?: string,
): readonly Find[] => [
  onItsWay,
  ...(choices === undefined ? [] : [at(`${panelOf(panel)} [data-screen="${choices}"]`)]),
  buttonSaying(`${panelOf(panel)} .seat-acts__ways`, words),
  at(`${panelOf(panel)} .seat-acts__choices .button:last-child`),
  ...toSeat(seat),
];

/** The way to an act of all seats at once. */
export const throughAll = (
  words: { readonly act: string; readonly all: string; readonly many: string },
  choices?: string,
): readonly Find[] => [
  onItsWay,
  ...(choices === undefined ? [] : [at(`.chosen-seats [data-screen="${choices}"]`)]),
  buttonSaying('.chosen-seats .seat-acts__ways', words.act),
  at('.chosen-seats .seat-acts__choices .button:last-child'),
  buttonSaying('.chosen-seats__which', words.all),
  buttonSaying('.place__acts', words.many),
  ...toRoom,
];
