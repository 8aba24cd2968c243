import { Eye, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PageSign as SignName } from '../../i18n/texts/help-pages/page.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { seatActsTexts } from '../../i18n/texts/supervisor/seat-acts.ts';
import type { LampState } from '../../ui/lamp-state.ts';
import '../../ui/lamp.css';
import '../desk/hub-lamp.css';
import { hubLampIcons } from '../desk/hub-lamp.tsx';
import '../room/acts/seat-acts.css';
import '../room/seat-health.css';
import { seatStates } from '../room/seat-state.ts';
import { StateSign } from '../room/state-sign.tsx';
import { touchIcons } from '../room/touch-sign.tsx';
import '../room/touch-sign.css';

const useDeskSay = createSayHook(deskTexts);
const useRoomSay = createSayHook(roomTexts);
const useActsSay = createSayHook(seatActsTexts);

/** A sign as the window draws it elsewhere, with its own word ([HPG2]). */
export function PageSign({ sign }: { readonly sign: SignName }) {
  const sayRoom = useRoomSay();
  const sayActs = useActsSay();
  const state = seatStates.find((each) => sign === `seat.${each}`);
  if (state !== undefined) return <StateSign state={state} />;
  const lamp = lamps.find((each) => sign === `lamp.${each}`);
  if (lamp !== undefined) return <Lamp state={lamp} />;
  const touch = touches.find((each) => sign === `touch.${each}`);
  if (touch !== undefined) return <Touch touch={touch} />;
  if (sign === 'locked')
    return <LockSign icon={<Lock aria-hidden="true" />} word={sayActs('locked')} />;
  if (sign === 'resting')
    return <LockSign icon={<Eye aria-hidden="true" />} word={sayActs('paused')} />;
  return (
    <span className="health-sign">
      <TriangleAlert aria-hidden="true" />
      {sayRoom('health.look')}
    </span>
  );
}

const lamps = ['saved', 'waiting', 'together', 'away'] as const satisfies readonly LampState[];
const touches = ['in-touch', 'lost', 'never', 'unknown'] as const;

function Lamp({ state }: { readonly state: LampState }) {
  const say = useDeskSay();
  const Icon = hubLampIcons[state];
  return (
    <span className={`lamp lamp--${state} hub-lamp`}>
      <Icon aria-hidden="true" />
      <strong>
        {state === 'waiting' ? say('hub.waiting', { count: 3 }) : say(`hub.${state}`)}
      </strong>
    </span>
  );
}

function Touch({ touch }: { readonly touch: (typeof touches)[number] }) {
  const say = useRoomSay();
  const Icon = touchIcons[touch];
  return (
    <span className={`touch-sign touch-sign--${touch}`}>
      <Icon className="touch-sign__icon" aria-hidden="true" />
      <span>{touch === 'lost' ? say('state.lost') : say(`touch.${touch}`)}</span>
    </span>
  );
}

function LockSign({ icon, word }: { readonly icon: ReactNode; readonly word: string }) {
  return (
    <span className="lock-sign">
      {icon}
      <strong>{word}</strong>
    </span>
  );
}
