import { CircleCheck, CircleX, Clock3, Truck } from 'lucide-react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { GivenOrder, SeatStanding } from '../../../../shared/contracts/seat-order.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { roomTexts } from '../../../i18n/texts/supervisor/room.ts';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { useStream } from '../../station.ts';
import { whyNot } from './why-not.ts';

const useActsSay = createSayHook(seatActsTexts);
const useRoomSay = createSayHook(roomTexts);

/** What came of the last order to these seats, seat by seat as it changes ([ACT7]). */
export function OrderNews({ seats }: { readonly seats: readonly SeatView[] }) {
  const say = useActsSay();
  const given = useStream('orders', undefined).value ?? [];
  const shown = new Set(seats.map(({ station }) => station));
  const order = given.find((each) => each.seats.some(({ station }) => shown.has(station)));
  if (order === undefined) return null;
  const standings = order.seats.flatMap((standing) => {
    const seat = seats.find(({ station }) => station === standing.station);
    return seat === undefined ? [] : [{ standing, seat }];
  });
  return (
    <output className="order-news">
      <p className="order-news__what">{say(`given.${order.act.kind}`)}</p>
      {!order.byHub && <p className="seat-acts__quiet">{say('without-hub')}</p>}
      <ul>
        {standings
          .toSorted((a, b) => a.seat.seat - b.seat.seat)
          .map(({ standing, seat }) => (
            <li
              key={seat.station}
              className={`order-news__seat order-news__seat--${standing.state}`}
            >
              <Standing order={order} standing={standing} seat={seat} />
            </li>
          ))}
      </ul>
    </output>
  );
}

const signs = {
  'under-way': Truck,
  delivered: Truck,
  applied: CircleCheck,
  refused: CircleX,
  'given-up': CircleX,
} as const;

interface StandingProps {
  readonly order: GivenOrder;
  readonly standing: SeatStanding;
  readonly seat: SeatView;
}

function Standing({ order, standing, seat }: StandingProps) {
  const say = useActsSay();
  const sayRoom = useRoomSay();
  const { state, why } = standing;
  const waits = state === 'under-way' && order.kept && seat.inTouch === false;
  const Sign = waits ? Clock3 : signs[state];
  const words = say(
    why === null ? (waits ? 'waits' : `state.${state}`) : whyNot(order.act.kind, why),
  );
  return (
    <>
      <Sign aria-hidden="true" />
      <strong>{sayRoom('seat', { seat: seat.seat })}</strong>
      <span>{words}</span>
    </>
  );
}
