import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { countStates, seatState, touchOf } from './seat-state.ts';
import { troubles } from './seat-trouble.ts';

/**
 * What is drawn of seats, as a text to be compared: of thirty seats that say something each second every one says
 * how old its last word is, and nothing else of them may have changed.
 */

/** Of a seat by its card. */
export function drawnOnCard(seat: SeatView): string {
  const { health, lastContactAgeMs, ...others } = seat;
  const trouble = health !== null && troubles(health).length > 0;
  const ageMs = touchOf(seat) === 'lost' ? lastContactAgeMs : null;
  return JSON.stringify({ ...others, trouble, ageMs });
}

/** Of all seats by the room at a glance. */
export function drawnAtGlance(seats: readonly SeatView[]): string {
  const asking = seats.filter((seat) => seatState(seat) === 'help');
  const who = asking.map(({ station, seat, sitting }) => [station, seat, sitting?.learner]);
  return JSON.stringify([countStates(seats), who]);
}

/** Of several seats by what they can be told to do. */
export function drawnToChoose(seats: readonly SeatView[]): string {
  return JSON.stringify(
    seats.map(
      ({ health: _health, lastContactAgeMs: _age, waiting: _waiting, ...others }) => others,
    ),
  );
}
