import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { Tile } from '../../ui/tile.tsx';
import { StepBar } from '../desk/step-bar.tsx';
import { seatElementId } from './seat-focus.ts';
import { seatState } from './seat-state.ts';
import { StateSign } from './state-sign.tsx';
import { TouchSign } from './touch-sign.tsx';
import './seat-card.css';

const useRoomSay = createSayHook(roomTexts);
type Sitting = NonNullable<SeatView['sitting']>;

interface SeatCardProps {
  readonly seat: SeatView;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

/** One seat: its number and state, who sits there, how far they are, whether it is in touch. */
export function SeatCard({ seat, chosen, onPress }: SeatCardProps) {
  const say = useRoomSay();
  const language = useLanguage();
  const state = seatState(seat);
  return (
    <button
      type="button"
      id={seatElementId(seat.station)}
      className={`seat-card seat-card--${state}`}
      aria-pressed={chosen}
      onClick={onPress}
    >
      <span className="seat-card__head">
        <span className="seat-card__number">
          <span className="unseen">{say('seat', { seat: seat.seat })}</span>
          <span aria-hidden="true">{formatDigits(seat.seat, language)}</span>
        </span>
        <StateSign state={state} />
      </span>
      {seat.sitting === null ? (
        <span className="seat-card__nobody" />
      ) : (
        <Occupied sitting={seat.sitting} />
      )}
      <TouchSign seat={seat} />
    </button>
  );
}

function Occupied({ sitting }: { readonly sitting: Sitting }) {
  const language = useLanguage();
  const { name, tile } = sitting.learner;
  return (
    <span className="seat-card__sitting">
      <span className="seat-card__person">
        <span className="seat-card__tile">
          <Tile tile={tile} />
        </span>
        <strong className="seat-card__name" lang={languageGiven(name, language)}>
          {inLanguage(name, language)}
        </strong>
      </span>
      <Activity lesson={sitting.lesson} />
    </span>
  );
}

function Activity({ lesson }: { readonly lesson: Sitting['lesson'] }) {
  const say = useRoomSay();
  const language = useLanguage();
  if (lesson === null) return <span className="seat-card__choosing">{say('home.choosing')}</span>;
  const { title, done, total } = lesson;
  return (
    <span className="seat-card__lesson">
      <span className="seat-card__title" lang={languageGiven(title, language)}>
        {inLanguage(title, language)}
      </span>
      <span className="seat-card__progress">
        <StepBar done={done} total={total} />
        <span>{say('progress.of', { done, total })}</span>
      </span>
    </span>
  );
}
