import type { SeatView } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { roomTexts } from '../../i18n/texts/supervisor/room.ts';
import { StepBar } from '../desk/step-bar.tsx';

const useRoomSay = createSayHook(roomTexts);
type Lesson = NonNullable<NonNullable<SeatView['sitting']>['lesson']>;

/** The lesson open at a seat, moving as it is done. */
export function LessonNow({ lesson }: { readonly lesson: Lesson }) {
  const say = useRoomSay();
  const language = useLanguage();
  const { title, courseTitle, kind, done, total, fault } = lesson;
  const wordsOf = () => {
    if (title === null) return say('reading.own');
    return kind === 'lesson' ? say('progress.of', { done, total }) : say(`kind.${kind}`);
  };
  return (
    <div className="lesson-now">
      <p className="lesson-now__head">
        {courseTitle !== null && <span>{inLanguage(courseTitle, language)}</span>}
        <span>{wordsOf()}</span>
      </p>
      <p className="lesson-now__title">
        {title === null ? say('reading') : inLanguage(title, language)}
      </p>
      {kind === 'lesson' && <StepBar done={done} total={total} mostSteps={16} />}
      {fault !== null && (
        <p className="lesson-now__fault">
          {say(`fault.${fault.reason}`)} {fault.detail !== '' && <code>{fault.detail}</code>}
        </p>
      )}
    </div>
  );
}
