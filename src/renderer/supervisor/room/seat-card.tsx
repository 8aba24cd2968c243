import { Armchair, Square, SquareCheck } from 'lucide-react';
import { memo } from 'react';
import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import type { StationId } from '../../../shared/ids.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { seatActsTexts } from '../../i18n/texts/supervisor/seat-acts.ts';
import { Tile } from '../../ui/tile.tsx';
import { LockSign } from './acts/lock-sign.tsx';
import './acts/seat-acts.css';
import { drawnOnCard } from './drawn-seats.ts';
import { HealthSign } from './seat-health.tsx';
import { SeatActivity } from './seat-activity.tsx';
import { seatElementId } from './seat-focus.ts';
import { seatState, touchOf } from './seat-state.ts';
import { StateSign } from './state-sign.tsx';
import { TouchSign } from './touch-sign.tsx';
import './seat-card.css';

const useRoomSay = createSayHook(roomTexts);
const useActsSay = createSayHook(seatActsTexts);

interface SeatCardProps {
  readonly seat: SeatView;
  readonly chosen: boolean;
  /** Whether it is one of several that are chosen; null where none are being chosen. */
  readonly ticked: boolean | null;
  /** One and the same as long as the card is shown. */
  readonly onPress: (station: StationId) => void;
}

/**
 * One seat: its state and number, who sits there, how far they are, whether it is in touch. Drawn anew only where
 * that changes: of thirty seats that say something each second, every one says how old its last word is.
 */
export const SeatCard = memo(Card, isDrawnAlike);

function Card({ seat, chosen, ticked, onPress }: SeatCardProps) {
  const language = useLanguage();
  const { sitting } = seat;
  const name = sitting?.learner.name;
  return (
    <button
      type="button"
      id={seatElementId(seat.station)}
      className={cardClass(seat, ticked === null && chosen, ticked === true)}
      aria-pressed={ticked ?? chosen}
      disabled={ticked !== null && !seat.mayAct}
      onClick={() => onPress(seat.station)}
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
      {ticked !== null && <TickSign ticked={ticked} mayAct={seat.mayAct} />}
      <LockSign seat={seat} />
      <HealthSign health={seat.health} />
      <TouchSign seat={seat} />
    </button>
  );
}

function isDrawnAlike(before: SeatCardProps, after: SeatCardProps): boolean {
  const same =
    before.chosen === after.chosen &&
    before.ticked === after.ticked &&
    before.onPress === after.onPress;
  return same && drawnOnCard(before.seat) === drawnOnCard(after.seat);
}

function cardClass(seat: SeatView, chosen: boolean, ticked: boolean): string {
  const names = ['seat-card', `seat-card--${seatState(seat)}`];
  if (touchOf(seat) === 'unknown') names.push('seat-card--old');
  if (chosen) names.push('seat-card--chosen');
  if (ticked) names.push('seat-card--ticked');
  return names.join(' ');
}

function TickSign({ ticked, mayAct }: { readonly ticked: boolean; readonly mayAct: boolean }) {
  const say = useActsSay();
  if (!mayAct) return <span className="seat-card__tick">{say('not-yours')}</span>;
  return (
    <span className="seat-card__tick">
      {ticked ? <SquareCheck aria-hidden="true" /> : <Square aria-hidden="true" />}
      {ticked && say('ticked')}
    </span>
  );
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
