import { asAtFirst, isHeld } from './pretend-seat.ts';
import type { PretendSeat } from './pretend-seat.ts';

/** How the seats of the pretend lab are made to stand, so that something can be done there. */

type Seats = readonly PretendSeat[];

/** As practice began, but for where it stands and what it was told. */
const anew = (seat: PretendSeat): PretendSeat => ({
  ...(asAtFirst(seat.seat) ?? seat),
  place: seat.place,
  last: seat.last,
});

export const allAnew = (seats: Seats): Seats => seats.map(anew);

const isReady = (seat: PretendSeat): boolean => {
  const first = asAtFirst(seat.seat);
  return (
    seat.link === first?.link &&
    !isHeld(seat) &&
    seat.sitting !== null &&
    seat.sitting.lesson !== null &&
    seat.sitting.manner === first.sitting?.manner
  );
};

/** In touch, open, its own learner in a lesson; the same seats where they stand so. */
export function seatReady(seats: Seats, number: number): Seats {
  const isFine = seats.every((seat) => seat.seat !== number || isReady(seat));
  return isFine ? seats : seats.map((seat) => (seat.seat === number ? anew(seat) : seat));
}

/** The same, and locked. */
export function seatLocked(seats: Seats, number: number): Seats {
  const isLocked = ({ seat, lock, link }: PretendSeat) =>
    seat === number && lock !== null && link !== 'off';
  if (seats.some(isLocked)) return seats;
  return seatReady(seats, number).map((seat) =>
    seat.seat === number ? { ...seat, lock: { message: 'listen' } } : seat,
  );
}

/** All that can rest do, where none does. @param ms so long */
export function seatsResting(seats: Seats, ms: number): Seats {
  if (seats.some(({ restsMs }) => restsMs > 0)) return seats;
  return seats.map((seat) => (seat.link === 'in-touch' ? { ...seat, restsMs: ms } : seat));
}

/** Whether none is on that is heard of, and one at least went off as it was told ([CLS3]). */
export const areAllOff = (seats: Seats): boolean =>
  seats.every(({ link }) => link !== 'in-touch') &&
  seats.some(({ leaving }) => leaving?.to === 'power-off' && leaving.gone);
