import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import type { StationId } from '../../../shared/ids.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { SeatCard } from './seat-card.tsx';
import { isCrowded } from './seat-state.ts';
import './seats.css';
import './seats-crowded.css';

interface SeatsProps {
  readonly seats: readonly SeatView[];
  readonly chosen: StationId | null;
  readonly onChoose: (station: StationId) => void;
}

/** The seats in rows, by number; arrow keys go from one to the next. */
export function Seats({ seats, chosen, onChoose }: SeatsProps) {
  return (
    <div className="room-seats">
      <div
        className={isCrowded(seats) ? 'seats seats--crowded' : 'seats'}
        onKeyDown={moveFocus}
        role="presentation"
      >
        {seats.map((seat) => (
          <SeatCard
            key={seat.station}
            seat={seat}
            chosen={seat.station === chosen}
            onPress={() => onChoose(seat.station)}
          />
        ))}
      </div>
    </div>
  );
}
