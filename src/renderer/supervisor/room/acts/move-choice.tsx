import { Armchair, Undo2 } from 'lucide-react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { roomTexts } from '../../../i18n/texts/supervisor/room.ts';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useCommand, useStream } from '../../station.ts';

const useActsSay = createSayHook(seatActsTexts);
const useRoomSay = createSayHook(roomTexts);

interface MoveChoiceProps {
  readonly seat: SeatView;
  readonly onMoved: (to: SeatView) => void;
  readonly onLeave: () => void;
}

/** To which free seat who sits here is moved ([ACT13]). */
export function MoveChoice({ seat, onMoved, onLeave }: MoveChoiceProps) {
  const say = useActsSay();
  const sayRoom = useRoomSay();
  const move = useCommand('seats.move');
  const seats = useStream('room', undefined).value?.seats ?? [];
  const free = seats.filter(
    ({ sitting, lock, mayAct, inTouch, expecting, closing }) =>
      sitting === null && lock === null && mayAct && inTouch !== false && !expecting && !closing,
  );
  const go = async (to: SeatView) => {
    if (seat.sitting === null) return;
    const { learner } = seat.sitting.learner;
    onMoved(to);
    await move.run({ learner, from: seat.station, to: to.station });
    onLeave();
  };
  return (
    <div className="seat-acts__choices" {...screenNamed('seat-move')}>
      <h3>{say('move.what')}</h3>
      <p className="seat-acts__quiet">{say(free.length === 0 ? 'move.none' : 'move.means')}</p>
      {free.length > 0 && seat.sitting?.lesson?.kind === 'lesson' && (
        <p className="seat-acts__quiet">{say('move.voice')}</p>
      )}
      {free.map((to, at) => (
        <Button
          key={to.station}
          icon={Armchair}
          label={sayRoom('seat', { seat: to.seat })}
          disabled={move.pending || seat.sitting === null}
          first={at === 0}
          onPress={() => void go(to)}
        />
      ))}
      {move.error !== undefined && <CommandTrouble error={move.error} />}
      <Button icon={Undo2} label={say('note.leave')} tone="quiet" onPress={onLeave} />
    </div>
  );
}
