import {
  CircleCheck,
  CircleHelp,
  DoorOpen,
  Ear,
  Monitor,
  Power,
  Server,
  Truck,
  UserRound,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { isHeard } from '../../../../domain/close-out/close-out.ts';
import type { ClosingState } from '../../../../domain/close-out/close-out.ts';
import { sayAge } from '../../../i18n/age.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { closeOutTexts } from '../../../i18n/texts/supervisor/close-out.ts';
import { roomTexts } from '../../../i18n/texts/supervisor/room.ts';
import type { Closing, SeatClosing } from './use-close-out.ts';

const useCloseOutSay = createSayHook(closeOutTexts);
const useRoomSay = createSayHook(roomTexts);

const signs = {
  open: DoorOpen,
  taken: UserRound,
  bringing: Truck,
  ready: CircleCheck,
  going: Power,
  off: Power,
  awaited: Ear,
  missing: CircleHelp,
} as const satisfies Readonly<Record<ClosingState, LucideIcon>>;

const inTabOrder = 0;

/** Each seat: who sits there, what of it is not at the hub, and how far it is; then this PC and the hub. */
export function ClosingSeats({ closing: { seats, hub, own } }: { readonly closing: Closing }) {
  const say = useCloseOutSay();
  return (
    // It scrolls where many seats are, so that the keys have to be able to reach it.
    <ul className="closing-seats" tabIndex={inTabOrder}>
      {seats.map((each) => (
        <ClosingSeat key={each.seat.station} {...each} />
      ))}
      <Card state="here" icon={Monitor} title={say('here')} word={null}>
        {say(own > 0 ? 'seat.waiting' : 'seat.saved', { count: own })}
      </Card>
      <Card state={hub === 'off' ? 'off' : 'here'} icon={Server} title={say('hub')} word={null}>
        {say(`hub.${hub}`)}
      </Card>
    </ul>
  );
}

function ClosingSeat({ seat, state }: SeatClosing) {
  const say = useCloseOutSay();
  const sayRoom = useRoomSay();
  const language = useLanguage();
  const { sitting, mayAct, waiting, health, lastContactAgeMs } = seat;
  const heard = isHeard(state);
  const receiptAgeMs = health?.receiptAgeMs ?? null;
  const title = sayRoom('seat', { seat: seat.seat });
  return (
    <Card state={state} icon={signs[state]} title={title} word={say(`state.${state}`)}>
      {heard && sitting !== null && (
        <span className="closing-seat__who">{inLanguage(sitting.learner.name, language)}</span>
      )}
      {heard && sitting === null && !mayAct && <span>{say('seat.unseen')}</span>}
      {heard && (
        <span>
          {say((waiting ?? 0) > 0 ? 'seat.waiting' : 'seat.saved', { count: waiting ?? 0 })}
        </span>
      )}
      {!heard && (waiting ?? 0) > 0 && <span>{say('seat.kept', { count: waiting ?? 0 })}</span>}
      {heard && receiptAgeMs !== null && (
        <span className="closing-seat__quiet">
          {say('seat.receipt', { ago: sayAge(receiptAgeMs, language) })}
        </span>
      )}
      {state === 'missing' && lastContactAgeMs !== null && (
        <span className="closing-seat__quiet">
          {say('seat.heard', { ago: sayAge(lastContactAgeMs, language) })}
        </span>
      )}
    </Card>
  );
}

interface CardProps {
  readonly state: ClosingState | 'here';
  readonly icon: LucideIcon;
  readonly title: string;
  readonly word: string | null;
  readonly children: ReactNode;
}

function Card({ state, icon: Icon, title, word, children }: CardProps) {
  return (
    <li className={`closing-seat closing-seat--${state}`}>
      <span className="closing-seat__head">
        <Icon className="closing-seat__sign" aria-hidden="true" />
        <strong>{title}</strong>
      </span>
      {word !== null && <span className="closing-seat__state">{word}</span>}
      {children}
    </li>
  );
}
