import { Power, RotateCcw } from 'lucide-react';
import type { ListedStation } from '../../../../shared/contracts/commands/station-commands.ts';
import type { SeatStanding } from '../../../../shared/contracts/seat-order.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { whyNot } from '../../room/acts/why-not.ts';
import { useCommand, useStream } from '../../station.ts';

const useActsSay = createSayHook(seatActsTexts);

/** Has a kiosk start anew or go off: for technicians, who see no room ([PWR1]). */
export function StationPower({ station: { station } }: { readonly station: ListedStation }) {
  const say = useActsSay();
  const order = useCommand('seats.order');
  const given = useStream('orders', undefined).value ?? [];
  const last = given.find(({ seats }) => seats.some((seat) => seat.station === station));
  const standing = last?.seats.find((seat) => seat.station === station);
  const give = (kind: 'restart' | 'power-off') =>
    void order.run({ seats: [station], act: { kind } });
  return (
    <div className="stations__part">
      <Button
        icon={RotateCcw}
        label={say('power.restart')}
        disabled={order.pending}
        onPress={() => give('restart')}
      />
      <Button
        icon={Power}
        label={say('power.power-off')}
        disabled={order.pending}
        onPress={() => give('power-off')}
      />
      <p>{say('power.means')}</p>
      {order.error !== undefined && <CommandTrouble error={order.error} />}
      {last !== undefined && standing !== undefined && (
        <output>
          <p>
            {say(`given.${last.act.kind}`)} {say(wordOf(last.act.kind, standing))}
          </p>
        </output>
      )}
    </div>
  );
}

const wordOf = (kind: Parameters<typeof whyNot>[0], { state, why }: SeatStanding) =>
  why === null ? (`state.${state}` as const) : whyNot(kind, why);
