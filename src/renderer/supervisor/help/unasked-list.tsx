import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { Tile } from '../../ui/tile.tsx';
import { StuckHere } from '../learner/stuck.tsx';
import { SeatActivity } from '../room/seat-activity.tsx';

const useHelpSay = createSayHook(helpTexts);
const useRoomSay = createSayHook(roomTexts);

/** Learners who don't get on, though nobody asked: somebody should look ([HLP1]). */
export function UnaskedList({ seats }: { readonly seats: readonly SeatView[] }) {
  const say = useHelpSay();
  return (
    <>
      <h2 className="help__heading">{say('unasked')}</h2>
      <ul className="help__list">
        {seats.map((seat) => (
          <UnaskedLine key={seat.station} seat={seat} />
        ))}
      </ul>
    </>
  );
}

function UnaskedLine({ seat: { seat, sitting } }: { readonly seat: SeatView }) {
  const say = useHelpSay();
  const sayRoom = useRoomSay();
  const language = useLanguage();
  if (sitting === null) return null;
  const { learner, stuck } = sitting;
  return (
    <li className="help__line help__line--unasked">
      <span className="help__tile">
        <Tile tile={learner.tile} />
      </span>
      <span className="help__words">
        <strong lang={languageGiven(learner.name, language)}>
          {inLanguage(learner.name, language)}
        </strong>
        <span>{say('seat', { seat })}</span>
        <SeatActivity lesson={sitting.lesson} reviewing={sitting.reviewing} />
      </span>
      {stuck === null ? (
        <span className="help__words">
          {sitting.quiet === 'stalled' && <span>{sayRoom('quiet.stalled')}</span>}
        </span>
      ) : (
        <StuckHere stuck={stuck} />
      )}
    </li>
  );
}
