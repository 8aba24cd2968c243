import type { CSSProperties } from 'react';
import { extent, standing } from '../../../domain/seat-places.ts';
import type { Track } from '../../../domain/seat-places.ts';
import type { SeatView } from '../../../shared/contracts/ipc/views.ts';

interface SeatGrid {
  /** In the order they are read: by rows, from the front. */
  readonly shown: readonly { readonly seat: SeatView; readonly at: CSSProperties }[];
  readonly className: string;
  readonly style: CSSProperties;
}

/** More than these are shown smaller, so that a whole room is seen at once. */
const roomy = { seats: 12, columns: 4, rows: 3 } as const;
/** From here on a card says no more than state, number and name: a whole room without scrolling. */
const denseFrom = { seats: 21, rows: 6 } as const;
/** So many beside each other leave each little more than its sign and a name. */
const narrowFrom = 6;

const aisle = '28px';
const aisleOf = (isDense: boolean) => (isDense ? '10px' : aisle);

/** How seats are laid out: as somebody said they stand, else four in a row by number ([SUP21]). */
export function seatGrid(seats: readonly SeatView[]): SeatGrid {
  if (seats.every(({ place }) => place === null)) {
    const names = ['seats'];
    if (seats.length > roomy.seats) names.push('seats--crowded');
    if (seats.length >= denseFrom.seats) names.push('seats--dense');
    const className = names.join(' ');
    return { shown: seats.map((seat) => ({ seat, at: {} })), className, style: {} };
  }
  const spots = standing(seats);
  const { columns, rows } = extent(spots.values());
  const shown = seats
    .flatMap((seat) => {
      const spot = spots.get(seat.station);
      return spot === undefined ? [] : [{ seat, spot }];
    })
    .sort((a, b) => a.spot.row - b.spot.row || a.spot.column - b.spot.column)
    .map(({ seat, spot }) => ({
      seat,
      at: { gridColumn: placeOf(columns, spot.column), gridRow: placeOf(rows, spot.row) },
    }));
  const [wide, high] = [taken(columns), taken(rows)];
  const isSmall = seats.length > roomy.seats || wide > roomy.columns || high > roomy.rows;
  const names = ['seats', 'seats--standing'];
  if (isSmall) names.push('seats--crowded');
  if (wide >= narrowFrom) names.push('seats--narrow');
  const isDense = high >= denseFrom.rows;
  if (isDense) names.push('seats--dense');
  return {
    shown,
    className: names.join(' '),
    style: {
      gridTemplateColumns: columns
        .map(({ isAisle }) => (isAisle ? aisle : 'minmax(0, 1fr)'))
        .join(' '),
      gridTemplateRows: rows
        .map(({ isAisle }) => (isAisle ? aisleOf(isDense) : 'minmax(max-content, var(--tallest))'))
        .join(' '),
    },
  };
}

const placeOf = (tracks: readonly Track[], at: number) =>
  tracks.findIndex((track) => track.at === at) + 1;

const taken = (tracks: readonly Track[]) => tracks.filter(({ isAisle }) => !isAisle).length;
