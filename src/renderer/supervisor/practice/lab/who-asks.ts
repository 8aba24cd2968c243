import { helperOf, isSame } from '../../../../domain/help/helper.ts';
import { isHeld } from './pretend-seat.ts';
import type { PretendSeat } from './pretend-seat.ts';
import { mayAct } from './pretend-views.ts';
import type { PretendSource } from './pretend-views.ts';

/** The seat of whoever asks for help before others do. */
export const asksFirst = 4;

/** Whether a request stands that nobody else has. */
export function isAsked(source: PretendSource): boolean {
  const { seats, help, actor } = source;
  return seats.some((seat) => {
    const open = seat.sitting && help.of(seat.sitting.learner.learner).open;
    if (!open || !mayAct(seat, source)) return false;
    const { taker, to } = open;
    return to.for !== 'tutor' && (taker === null || isSame(taker, helperOf(actor)));
  });
}

/** Who could ask for help now, whom this person may answer. */
export function whoCouldAsk(source: PretendSource): PretendSeat | undefined {
  const able = source.seats.filter(
    (seat) =>
      seat.link === 'in-touch' &&
      !isHeld(seat) &&
      seat.sitting !== null &&
      seat.sitting.manner !== 'left' &&
      source.help.of(seat.sitting.learner.learner).open === null &&
      mayAct(seat, source),
  );
  return able.find(({ seat }) => seat === asksFirst) ?? able[0];
}
