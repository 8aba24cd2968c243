import {
  BookOpen,
  Circle,
  CircleHelp,
  Hand,
  Hourglass,
  House,
  LifeBuoy,
  Unplug,
} from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import type { SeatState } from './seat-state.ts';
import './state-sign.css';

const useRoomSay = createSayHook(roomTexts);
const icons = {
  help: Hand,
  stuck: LifeBuoy,
  idle: Hourglass,
  working: BookOpen,
  home: House,
  free: Circle,
  lost: Unplug,
  unknown: CircleHelp,
} as const;

/** A seat's state as a sign of its own shape, and its word ([SUP3]). */
export function StateSign({ state }: { readonly state: SeatState }) {
  const say = useRoomSay();
  const Icon = icons[state];
  return (
    <span className={`state-sign state-sign--${state}`}>
      <Icon className="state-sign__icon" aria-hidden="true" />
      <span>{say(`state.${state}`)}</span>
    </span>
  );
}
