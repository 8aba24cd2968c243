import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import type { StationId } from '../../../shared/ids.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { SeatCard } from './seat-card.tsx';
import { seatGrid } from './seat-grid.ts';
import './seats.css';
import './seats-crowded.css';
import './seats-dense.css';

interface SeatsProps {
  readonly seats: readonly SeatView[];
  readonly chosen: StationId | null;
  /** Several that are chosen; null where none are being chosen. */
  readonly ticked: ReadonlySet<StationId> | null;
  /** One and the same as long as the room is shown: what changes draws cards anew. */
  readonly onChoose: (station: StationId) => void;
}

/** The seats as they stand, or in rows by number ([SUP21]); arrow keys go from one to the next. */
export function Seats({ seats, chosen, ticked, onChoose }: SeatsProps) {
  const { shown, className, style } = seatGrid(seats);
  return (
    <div className="room-seats">
      <div className={className} style={style} onKeyDown={moveFocus} role="presentation">
        {shown.map(({ seat, at }) => (
          <div key={seat.station} className="seats__spot" style={at}>
            <SeatCard
              seat={seat}
              chosen={seat.station === chosen}
              ticked={ticked?.has(seat.station) ?? null}
              onPress={onChoose}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
