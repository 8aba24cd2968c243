import {
  AlarmClockPlus,
  ArrowRightLeft,
  BookOpen,
  DoorOpen,
  Eye,
  Lock,
  LockOpen,
  LogOut,
  MessageSquare,
  Play,
  Power,
  Undo2,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Action } from '../../../../domain/permissions.ts';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { mostSeats } from '../../../../shared/contracts/seat-order.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useMay } from '../../may.tsx';
import { useCommand } from '../../station.ts';
import { ActChoices } from './act-choices.tsx';
import type { ChosenAct } from './act-choices.tsx';
import { LessonChoice } from './lesson-choice.tsx';
import { MoveChoice } from './move-choice.tsx';
import { OrderNews } from './order-news.tsx';
import './seat-acts.css';

const useActsSay = createSayHook(seatActsTexts);

interface Way {
  readonly icon: LucideIcon;
  readonly word:
    | 'lock'
    | 'unlock'
    | 'pause'
    | 'resume'
    | 'note'
    | 'end'
    | 'lesson'
    | 'time'
    | 'power'
    | 'move'
    | 'unexpect'
    | 'reopen';
  /** What it leads to: a second step, or the act itself. */
  readonly to: ChosenAct | 'lesson' | 'move' | SeatAct;
  /** Whether it is of use at any of these seats. */
  readonly fits: (seat: SeatView) => boolean;
  /** What it takes beyond having seats do something. */
  readonly right?: Action;
  /** Of one seat, and only where it fits; or of as many as there are, but only where it fits one. */
  readonly seldom?: 'alone' | 'many';
}

const isTaken = ({ sitting }: SeatView) => sitting !== null;
const isTimed = ({ sitting }: SeatView) => sitting !== null && sitting.until !== null;
const isClosing = ({ closing, leaving }: SeatView) => closing && leaving === null;
const anySeat = () => true;

/** In pairs: what is begun, and what ends it. */
const ways: readonly Way[] = [
  { icon: Lock, word: 'lock', to: 'lock', fits: anySeat },
  { icon: LockOpen, word: 'unlock', to: { kind: 'unlock' }, fits: ({ lock }) => lock !== null },
  { icon: Eye, word: 'pause', to: 'pause', fits: anySeat },
  { icon: Play, word: 'resume', to: { kind: 'resume' }, fits: ({ paused }) => paused },
  { icon: MessageSquare, word: 'note', to: 'message', fits: isTaken },
  { icon: LogOut, word: 'end', to: 'end', fits: isTaken },
  { icon: BookOpen, word: 'lesson', to: 'lesson', fits: isTaken },
  { icon: AlarmClockPlus, word: 'time', to: 'time', fits: isTimed },
  { icon: ArrowRightLeft, word: 'move', to: 'move', fits: isTaken, seldom: 'alone' },
  {
    icon: Undo2,
    word: 'unexpect',
    to: { kind: 'unexpect' },
    fits: ({ expecting }) => expecting,
    seldom: 'alone',
  },
  // Whoever may close the lab opens a seat that was left closed, without the way through close-out ([CLS2]).
  {
    icon: DoorOpen,
    word: 'reopen',
    to: { kind: 'reopen' },
    fits: isClosing,
    right: 'hub.power-off',
    seldom: 'many',
  },
  { icon: Power, word: 'power', to: 'power', fits: anySeat, right: 'seat.power' },
];

/** Of several seats, those an act is for; of all others it would be refused. */
const meantBy: Partial<Record<SeatAct['kind'], Way['fits']>> = {
  'start-lesson': isTaken,
  'give-time': isTimed,
  reopen: isClosing,
};

/** What one seat, or several, can be told to do, and what came of the last of it ([ACT7]). */
export function SeatActs({ seats }: { readonly seats: readonly SeatView[] }) {
  const say = useActsSay();
  const may = useMay();
  const order = useCommand('seats.order');
  const [chosen, setChosen] = useState<ChosenAct | 'lesson' | 'move' | null>(null);
  const [movedTo, setMovedTo] = useState<SeatView | null>(null);
  const give = async (act: SeatAct) => {
    const meant = seats.filter(meantBy[act.kind] ?? anySeat);
    const stations = meant.map(({ station }) => station);
    for (let from = 0; from < stations.length; from += mostSeats) {
      await order.run({ seats: stations.slice(from, from + mostSeats), act });
    }
    setChosen(null);
  };
  const [seat] = seats.length === 1 ? seats : [];
  const offered = ways.filter(
    ({ right, seldom, fits }) =>
      (right === undefined || may(right)) &&
      (seldom !== 'alone' || seat !== undefined) &&
      (seldom === undefined || seats.some((each) => fits(each))),
  );
  const isIdle = seats.length > 0 && !order.pending;
  const go = (to: Way['to']) => (typeof to === 'string' ? setChosen(to) : void give(to));
  return (
    <section
      className="seat-acts"
      aria-label={say('title')}
      // The second press of a double one would meet whatever the first has put under it ([ACT7]).
      onClickCapture={(event) => event.detail > 1 && event.stopPropagation()}
    >
      {chosen === null ? (
        <div className="seat-acts__ways">
          {offered.map(({ icon, word, to, fits }) => (
            <Button
              key={word}
              icon={icon}
              label={say(word)}
              disabled={!isIdle || !seats.some((seat) => fits(seat))}
              onPress={() => go(to)}
            />
          ))}
        </div>
      ) : chosen === 'move' ? (
        seat !== undefined && (
          <MoveChoice seat={seat} onMoved={setMovedTo} onLeave={() => setChosen(null)} />
        )
      ) : chosen === 'lesson' ? (
        <LessonChoice
          seats={seats}
          disabled={!isIdle}
          onGive={(act) => void give(act)}
          onLeave={() => setChosen(null)}
        />
      ) : (
        <ActChoices
          chosen={chosen}
          disabled={!isIdle}
          onGive={(act) => void give(act)}
          onLeave={() => setChosen(null)}
        />
      )}
      {order.error !== undefined && <CommandTrouble error={order.error} />}
      <OrderNews seats={seats} />
      {movedTo !== null && <OrderNews seats={[movedTo]} />}
    </section>
  );
}
