import { CircleDashed, CircleHelp, Link2, Unlink2 } from 'lucide-react';
import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { sayAge } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { heldBack, touchOf } from './seat-state.ts';
import './touch-sign.css';

const useRoomSay = createSayHook(roomTexts);
/** What is shown of whether the hub hears from a seat. */
export const touchIcons = {
  'in-touch': Link2,
  lost: Unlink2,
  never: CircleDashed,
  unknown: CircleHelp,
} as const;

/** Whether the hub hears from a seat, when it last did, and what waits there. */
export function TouchSign({ seat }: { readonly seat: SeatView }) {
  const say = useRoomSay();
  const language = useLanguage();
  const touch = touchOf(seat);
  const waiting = heldBack(seat);
  const Icon = touchIcons[touch];
  return (
    <span className={`touch-sign touch-sign--${touch}`}>
      <Icon className="touch-sign__icon" aria-hidden="true" />
      <span>
        {touch === 'lost'
          ? say('touch.lost', { ago: sayAge(seat.lastContactAgeMs ?? 0, language) })
          : say(`touch.${touch}`)}
      </span>
      {waiting > 0 && (
        <span className="touch-sign__waiting">{say('seat.waiting', { count: waiting })}</span>
      )}
    </span>
  );
}
