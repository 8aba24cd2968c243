import { DoorClosed, DoorOpen, LogOut, Power } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { hubPowerCommands } from '../../../../shared/contracts/commands/hub-power-commands.ts';
import { mostSeats } from '../../../../shared/contracts/seat-order.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { isHeard } from '../../../../domain/close-out/close-out.ts';
import type { ClosingState } from '../../../../domain/close-out/close-out.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { closeOutTexts } from '../../../i18n/texts/supervisor/close-out.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { useCommand } from '../../station.ts';
import { OrderNews } from '../acts/order-news.tsx';
import { ClosingStep } from './closing-step.tsx';
import type { Closing } from './use-close-out.ts';

const useCloseOutSay = createSayHook(closeOutTexts);

const onStates = ['open', 'taken', 'bringing', 'ready'] as const;

/** The steps, in order; each is for those seats that are not that far yet, and can be done again ([CLS2]). */
export function ClosingSteps({ closing }: { readonly closing: Closing }) {
  const say = useCloseOutSay();
  const order = useCommand('seats.order');
  const { counts, seats, hub, waiting } = closing;
  const stationsIn = (...states: readonly ClosingState[]) =>
    seats
      .filter(({ seat, state }) => seat.mayAct && states.includes(state))
      .map(({ seat }) => seat.station);
  const give = async (act: SeatAct, ...states: readonly ClosingState[]) => {
    const stations = stationsIn(...states);
    for (let from = 0; from < stations.length; from += mostSeats) {
      await order.run({ seats: stations.slice(from, from + mostSeats), act });
    }
  };
  const shut = stationsIn('taken', 'bringing', 'ready').length;
  const button = (
    icon: LucideIcon,
    key: 'do.doors' | 'do.sittings' | 'do.computers',
    count: number,
  ) => (count > 0 ? { icon, label: say(key, { count }) } : undefined);
  const isIdle = !order.pending;
  return (
    <section className="closing-steps" aria-label={say('steps')}>
      <ol>
        <ClosingStep
          step="doors"
          closing={closing}
          isDone={counts.open === 0}
          button={button(DoorClosed, 'do.doors', stationsIn('open').length)}
          disabled={!isIdle}
          onDo={() => void give({ kind: 'close' }, 'open')}
        />
        <ClosingStep
          step="sittings"
          closing={closing}
          isDone={counts.open + counts.taken === 0}
          button={button(LogOut, 'do.sittings', stationsIn('taken').length)}
          disabled={!isIdle}
          asked={say('means.sittings')}
          onDo={() => void give({ kind: 'end-sitting' }, 'taken')}
        />
        <ClosingStep
          step="answers"
          closing={closing}
          isDone={counts.open + counts.taken === 0 && waiting === 0}
        >
          {waiting > 0 && (
            <p>{hub === 'away' ? say('away.answers') : say('left.answers', { count: waiting })}</p>
          )}
        </ClosingStep>
        <ClosingStep
          step="computers"
          closing={closing}
          isDone={seats.every(({ state }) => state === 'off' || state === 'missing')}
          button={button(Power, 'do.computers', stationsIn(...onStates).length)}
          disabled={!isIdle}
          asked={say('means.computers')}
          onDo={() => void give({ kind: 'power-off' }, ...onStates)}
        />
        <HubStep closing={closing} />
        <DeskStep closing={closing} />
      </ol>
      {order.error !== undefined && <CommandTrouble error={order.error} />}
      <OrderNews seats={seats.map(({ seat }) => seat)} />
      {shut > 0 && (
        <Button
          icon={DoorOpen}
          label={say('stop')}
          tone="quiet"
          disabled={!isIdle}
          onPress={() => void give({ kind: 'reopen' }, 'taken', 'bringing', 'ready')}
        />
      )}
    </section>
  );
}

/** The hub is the last: it goes though seats are still on only where who presses knows of them ([CLS4]). */
function HubStep({ closing }: { readonly closing: Closing }) {
  const say = useCloseOutSay();
  const power = useHubCommand(hubPowerCommands['hub.power-off']);
  const { hub, seats } = closing;
  const [stays, setStays] = useState(false);
  const on = seats.filter(({ state }) => isHeard(state));
  const goOff = async () => {
    const answer = await power.run({ despite: on.map(({ seat }) => seat.station) });
    setStays(answer?.goes === false);
  };
  const despite = on.length > 0 ? ` ${say('means.hub-despite', { count: on.length })}` : '';
  return (
    <ClosingStep
      step="hub"
      closing={closing}
      isDone={hub === 'off'}
      button={hub === 'here' ? { icon: Power, label: say('do.hub') } : undefined}
      disabled={power.pending}
      asked={`${say('means.hub')}${despite}`}
      onDo={() => void goOff()}
    >
      {hub === 'away' && <p>{say('away.hub')}</p>}
      {hub === 'going' && <p>{say('going.hub')}</p>}
      {hub === 'here' && stays && <p>{say('stays.hub')}</p>}
      {power.error !== undefined && <CommandTrouble error={power.error} />}
    </ClosingStep>
  );
}

/** This computer, once the power of all others could be cut ([CLS7]). */
function DeskStep({ closing }: { readonly closing: Closing }) {
  const say = useCloseOutSay();
  const leave = useCommand('machine.power-off');
  const [said, setSaid] = useState<'going' | 'stays' | null>(null);
  const { verdict, own } = closing;
  const isSafe = verdict === 'safe' || verdict === 'without-hub';
  const goOff = async () => {
    const answer = await leave.run(undefined);
    if (answer !== undefined) setSaid(answer.goes ? 'going' : 'stays');
  };
  const waits = own > 0 ? ` ${say('means.desk-waits', { count: own })}` : '';
  return (
    <ClosingStep
      step="desk"
      closing={closing}
      isDone={said === 'going'}
      button={isSafe && said !== 'going' ? { icon: Power, label: say('do.desk') } : undefined}
      disabled={leave.pending}
      asked={`${say('means.desk')}${waits}`}
      onDo={() => void goOff()}
    >
      {said !== null && <p>{say(`${said}.desk`)}</p>}
      {leave.error !== undefined && <CommandTrouble error={leave.error} />}
    </ClosingStep>
  );
}
