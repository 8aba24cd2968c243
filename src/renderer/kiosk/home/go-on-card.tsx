import { Play } from 'lucide-react';
import type { LessonCard } from '../../../shared/contracts/ipc/views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { KindSign } from '../piece/kind-sign.tsx';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { DueHeap } from './beside-cards.tsx';
import { ringOf } from './course-progress.ts';
import './go-on-card.css';

interface GoOnProps {
  readonly lesson: LessonCard;
  readonly onOpen: (lesson: LessonCard) => void;
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

/** The one large card of the home screen: where to go on. */
export function GoOnCard({ lesson, onOpen }: GoOnProps) {
  const say = useSay();
  const language = useLanguage();
  const clip = useClip(clipOf(lesson.base, lesson.title, language));
  const { kind, status, done, total } = lesson;
  const begun = status === 'new' ? '' : say('piece.begun');
  const words = kind === 'lesson' ? say('progress.of', { done, total }) : begun;
  return (
    <section className="go-on">
      <button type="button" className="go-on__open" onClick={() => onOpen(lesson)} ref={focusOnce}>
        <span className="go-on__picture">
          <PackPicture base={lesson.base} picture={lesson.picture} />
          <KindSign kind={lesson.kind} />
        </span>
        <span className="go-on__words">
          <span className="go-on__lead">{say(status === 'new' ? 'home.begin' : 'home.go-on')}</span>
          <span className="go-on__title">
            <PackText phrase={lesson.title} />
          </span>
          <span className="go-on__progress">{words}</span>
        </span>
        <Ring {...ringOf(lesson)} label={words}>
          <span className="go-on__play">
            <Play aria-hidden="true" />
          </span>
        </Ring>
      </button>
      {clip !== null && <AudioButton clip={clip} />}
    </section>
  );
}

interface GoOverProps {
  readonly count: number;
  readonly onOpen: () => void;
}

/** The same where every lesson is done and something is due ([REV3]). */
export function GoOverCard({ count, onOpen }: GoOverProps) {
  const say = useSay();
  const words = say('home.due-count', { count });
  return (
    <section className="go-on">
      <button type="button" className="go-on__open" onClick={onOpen} ref={focusOnce}>
        <span className="go-on__picture go-on__picture--due">
          <DueHeap count={count} />
        </span>
        <span className="go-on__words">
          <span className="go-on__lead">{say('home.all-done')}</span>
          <span className="go-on__title">{say('home.due')}</span>
          <span className="go-on__progress">{words}</span>
        </span>
        <Ring done={0} total={count} label="">
          <span className="go-on__play">
            <Play aria-hidden="true" />
          </span>
        </Ring>
      </button>
    </section>
  );
}
