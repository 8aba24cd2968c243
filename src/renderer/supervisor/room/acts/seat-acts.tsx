import { Coffee, DoorClosed, Ear, Hourglass, Lock, LockOpen, Undo2, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { lockMessages, mostSeats } from '../../../../shared/contracts/seat-order.ts';
import type { LockMessage, SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useCommand } from '../../station.ts';
import { OrderNews } from './order-news.tsx';
import './seat-acts.css';

const useActsSay = createSayHook(seatActsTexts);

const pictures = {
  wait: Hourglass,
  listen: Ear,
  break: Coffee,
  over: DoorClosed,
  repair: Wrench,
} as const satisfies Readonly<Record<LockMessage, unknown>>;

/** What one seat, or several, can be told to do, and what came of the last of it ([ACT7]). */
export function SeatActs({ seats }: { readonly seats: readonly SeatView[] }) {
  const say = useActsSay();
  const order = useCommand('seats.order');
  const [locking, setLocking] = useState(false);
  const give = async (act: SeatAct) => {
    const stations = seats.map(({ station }) => station);
    for (let from = 0; from < stations.length; from += mostSeats) {
      // oxlint-disable-next-line no-await-in-loop
      await order.run({ seats: stations.slice(from, from + mostSeats), act });
    }
    setLocking(false);
  };
  const isIdle = seats.length > 0 && !order.pending;
  return (
    <section className="seat-acts" aria-label={say('title')}>
      {locking ? (
        <div className="seat-acts__messages" {...screenNamed('seat-lock')}>
          <h3>{say('lock.what')}</h3>
          <p className="seat-acts__quiet">{say('lock.means')}</p>
          {lockMessages.map((message, at) => (
            <Button
              key={message}
              icon={pictures[message]}
              label={say(`message.${message}`)}
              disabled={!isIdle}
              first={at === 0}
              onPress={() => void give({ kind: 'lock', message })}
            />
          ))}
          <Button
            icon={Undo2}
            label={say('lock.leave')}
            tone="quiet"
            onPress={() => setLocking(false)}
          />
        </div>
      ) : (
        <div className="seat-acts__ways">
          <Button
            icon={Lock}
            label={say('lock')}
            disabled={!isIdle}
            onPress={() => setLocking(true)}
          />
          <Button
            icon={LockOpen}
            label={say('unlock')}
            disabled={!isIdle || seats.every(({ lock }) => lock === null)}
            onPress={() => void give({ kind: 'unlock' })}
          />
        </div>
      )}
      {order.error !== undefined && <CommandTrouble error={order.error} />}
      <OrderNews seats={seats} />
    </section>
  );
}
