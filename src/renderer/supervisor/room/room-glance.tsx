import { memo } from 'react';
import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import type { StationId } from '../../../shared/ids.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { Tile } from '../../ui/tile.tsx';
import { drawnAtGlance } from './drawn-seats.ts';
import { countStates, seatState } from './seat-state.ts';
import { StateSign } from './state-sign.tsx';
import './room-glance.css';

const useRoomSay = createSayHook(roomTexts);

interface RoomGlanceProps {
  readonly seats: readonly SeatView[];
  /** One and the same as long as the room is shown. */
  readonly onChoose: (station: StationId) => void;
}

/**
 * The room in one look: how many seats in which state, which is also what the signs mean; who asks for help. Drawn
 * anew only where one of these changes.
 */
export const RoomGlance = memo(
  Glance,
  (before, after) =>
    before.onChoose === after.onChoose &&
    drawnAtGlance(before.seats) === drawnAtGlance(after.seats),
);

function Glance({ seats, onChoose }: RoomGlanceProps) {
  const say = useRoomSay();
  const language = useLanguage();
  const asking = seats.filter((seat) => seatState(seat) === 'help');
  return (
    <div className="room-glance">
      <h2 className="room-glance__title">{say('now')}</h2>
      <dl className="room-glance__counts">
        {countStates(seats).map(({ state, count }) => (
          <div key={state} data-none={count === 0 || undefined}>
            <dt>
              <StateSign state={state} />
            </dt>
            <dd>{formatNumber(count, language)}</dd>
          </div>
        ))}
      </dl>
      <h2 className="room-glance__title">{say('now.help')}</h2>
      {asking.length === 0 && <p className="room-glance__quiet">{say('now.no-help')}</p>}
      <ul className="room-glance__asking">
        {asking.map((seat) => (
          <li key={seat.station}>
            <AskingButton seat={seat} onPress={() => onChoose(seat.station)} />
          </li>
        ))}
      </ul>
      <p className="room-glance__hint">{say('now.hint')}</p>
    </div>
  );
}

function AskingButton(props: { readonly seat: SeatView; readonly onPress: () => void }) {
  const say = useRoomSay();
  const language = useLanguage();
  const { seat, sitting } = props.seat;
  if (sitting === null) return null;
  return (
    <button type="button" className="room-glance__person" onClick={props.onPress}>
      <span className="room-glance__tile">
        <Tile tile={sitting.learner.tile} />
      </span>
      <span>
        <strong>{inLanguage(sitting.learner.name, language)}</strong>
        <span className="room-glance__seat">{say('seat', { seat })}</span>
      </span>
    </button>
  );
}
