import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { StepBar } from '../desk/step-bar.tsx';

const useRoomSay = createSayHook(roomTexts);
type Sitting = NonNullable<SeatView['sitting']>;

/** The lesson open at a seat and its steps, or that none is. */
export function SeatActivity({ lesson, reviewing }: Pick<Sitting, 'lesson' | 'reviewing'>) {
  const say = useRoomSay();
  const language = useLanguage();
  if (reviewing) return <span className="seat-card__title">{say('reviewing')}</span>;
  if (lesson === null) return <span className="seat-card__choosing">{say('home.choosing')}</span>;
  const { title, kind, done, total, fault } = lesson;
  const wordsOf = () => {
    if (fault !== null) return say('fault');
    if (title === null) return say('reading.own');
    return kind === 'lesson' ? say('progress.of', { done, total }) : say(`kind.${kind}`);
  };
  return (
    <>
      {title === null ? (
        <span className="seat-card__title">{say('reading')}</span>
      ) : (
        <span className="seat-card__title" lang={languageGiven(title, language)}>
          {inLanguage(title, language)}
        </span>
      )}
      <span className="seat-card__progress">
        {kind === 'lesson' && <StepBar done={done} total={total} mostSteps={8} />}
        <span>{wordsOf()}</span>
      </span>
    </>
  );
}
