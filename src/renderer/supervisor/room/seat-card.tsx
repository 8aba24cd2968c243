import { Armchair } from 'lucide-react';
import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { Tile } from '../../ui/tile.tsx';
import { HealthSign } from './seat-health.tsx';
import { SeatActivity } from './seat-activity.tsx';
import { seatElementId } from './seat-focus.ts';
import { seatState, touchOf } from './seat-state.ts';
import { StateSign } from './state-sign.tsx';
import { TouchSign } from './touch-sign.tsx';
import './seat-card.css';

const useRoomSay = createSayHook(roomTexts);

interface SeatCardProps {
  readonly seat: SeatView;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

/** One seat: its state and number, who sits there, how far they are, whether it is in touch. */
export function SeatCard({ seat, chosen, onPress }: SeatCardProps) {
  const language = useLanguage();
  const { sitting } = seat;
  const name = sitting?.learner.name;
  return (
    <button
      type="button"
      id={seatElementId(seat.station)}
      className={cardClass(seat, chosen)}
      aria-pressed={chosen}
      onClick={onPress}
    >
      <StateSign state={seatState(seat)} />
      <span className="seat-card__place">
        <span className="seat-card__tile">
          {sitting === null ? (
            <Armchair aria-hidden="true" />
          ) : (
            <Tile tile={sitting.learner.tile} />
          )}
        </span>
        <SeatNumber seat={seat.seat} />
      </span>
      {name !== undefined && (
        <strong className="seat-card__name" lang={languageGiven(name, language)}>
          {inLanguage(name, language)}
        </strong>
      )}
      {sitting !== null && <SeatActivity lesson={sitting.lesson} reviewing={sitting.reviewing} />}
      <HealthSign seat={seat} />
      <TouchSign seat={seat} />
    </button>
  );
}

function cardClass(seat: SeatView, chosen: boolean): string {
  const names = ['seat-card', `seat-card--${seatState(seat)}`];
  if (touchOf(seat) === 'unknown') names.push('seat-card--old');
  if (chosen) names.push('seat-card--chosen');
  return names.join(' ');
}

function SeatNumber({ seat }: { readonly seat: number }) {
  const say = useRoomSay();
  const language = useLanguage();
  return (
    <span className="seat-card__number">
      <span className="unseen">{say('seat', { seat })}</span>
      <span aria-hidden="true">{formatDigits(seat, language)}</span>
    </span>
  );
}
