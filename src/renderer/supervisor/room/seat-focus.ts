import type { StationId } from '../../../shared/ids.ts';

/** The id of a seat's card in the page. */
export const seatElementId = (station: StationId): string => `seat-${station}`;

/** Back to the card a panel was opened from, so that a keyboard goes on from there ([SUP9]). */
export function focusSeat(station: StationId): void {
  document.getElementById(seatElementId(station))?.focus();
}
