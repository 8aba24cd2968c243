import { Grid3x3, Rows3, Save, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { moved, standing } from '../../../../domain/seat-places.ts';
import { roomCommands } from '../../../../shared/contracts/commands/room-commands.ts';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { Spot } from '../../../../shared/contracts/seat-places.ts';
import type { StationId } from '../../../../shared/ids.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { arrangeTexts } from '../../../i18n/texts/supervisor/arrange.ts';
import { Button } from '../../../ui/button.tsx';
import { PlaceFrame } from '../../desk/place-frame.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { ArrangeGrid } from './arrange-grid.tsx';
import './arrange.css';

const useArrangeSay = createSayHook(arrangeTexts);

interface ArrangeRoomProps {
  readonly seats: readonly SeatView[];
  readonly onDone: () => void;
}

/** Puts seats where they stand in the lab, for every supervisor's window ([SUP22]). */
export function ArrangeRoom({ seats, onDone }: ArrangeRoomProps) {
  const say = useArrangeSay();
  const [spots, setSpots] = useState(() => standing(seats));
  const [chosen, setChosen] = useState<StationId | null>(null);
  const arrange = useHubCommand(roomCommands['room.arrange']);
  useStay(arrange.pending);
  const move = (station: StationId, to: Spot) => {
    setChosen(station);
    setSpots((before) => moved(before, station, to));
  };
  const save = async () => {
    const places = [...spots].map(([station, spot]) => ({ station, ...spot }));
    if ((await arrange.run({ places })) !== undefined) onDone();
  };
  const byNumber = () => setSpots(standing(seats.map((seat) => ({ ...seat, place: null }))));
  return (
    <PlaceFrame
      screen="arrange"
      title={say('arrange')}
      onEscape={onDone}
      panel={
        <div className="arrange__panel">
          <Grid3x3 className="arrange__icon" aria-hidden="true" />
          <p>{say('how')}</p>
          <p className="arrange__quiet">{say('everybody')}</p>
          <ChosenSpot seats={seats} spots={spots} chosen={chosen} />
          {arrange.error !== undefined && <CommandTrouble error={arrange.error} />}
          <div className="arrange__acts">
            <Button
              icon={Save}
              label={say('save')}
              tone="next"
              disabled={arrange.pending}
              onPress={() => void save()}
            />
            <Button
              icon={Rows3}
              label={say('rows')}
              disabled={arrange.pending}
              onPress={byNumber}
            />
            <Button
              icon={Undo2}
              label={say('leave')}
              tone="quiet"
              disabled={arrange.pending}
              onPress={onDone}
            />
          </div>
        </div>
      }
    >
      <ArrangeGrid seats={seats} spots={spots} chosen={chosen} onChoose={setChosen} onMove={move} />
    </PlaceFrame>
  );
}

interface ChosenSpotProps {
  readonly seats: readonly SeatView[];
  readonly spots: ReadonlyMap<StationId, Spot>;
  readonly chosen: StationId | null;
}

/** Where the chosen seat stands, also for who doesn't see it. */
function ChosenSpot({ seats, spots, chosen }: ChosenSpotProps) {
  const say = useArrangeSay();
  const seat = seats.find(({ station }) => station === chosen);
  const spot = seat && spots.get(seat.station);
  return (
    <output className="arrange__at">
      {seat !== undefined && spot !== undefined && say('at', { seat: seat.seat, ...spot })}
    </output>
  );
}
