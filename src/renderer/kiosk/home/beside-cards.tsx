import { RotateCcw, Sprout } from 'lucide-react';
import type { LessonCard } from '../../../shared/contracts/ipc/views.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import './beside-cards.css';

interface DueProps {
  readonly count: number;
  readonly onOpen: () => void;
}

/** What is due for review: a heap of so many cards to turn over once more ([REV3]). */
export function DueCard({ count, onOpen }: DueProps) {
  const say = useSay();
  return (
    <button type="button" className="beside-card" onClick={onOpen}>
      <span className="unseen">{say('home.due-count', { count })}</span>
      <DueHeap count={count} />
      <span className="beside-card__words">{say('home.due')}</span>
    </button>
  );
}

export function DueHeap({ count }: Pick<DueProps, 'count'>) {
  const language = useLanguage();
  return (
    <span className="due-heap" aria-hidden="true">
      {formatNumber(count, language)}
      <RotateCcw className="beside-card__sign" />
    </span>
  );
}

interface NextProps {
  readonly lesson: LessonCard;
  readonly onOpen: (lesson: LessonCard) => void;
}

/** A lesson not begun yet, where another is to be gone on with. */
export function NextCard({ lesson, onOpen }: NextProps) {
  const say = useSay();
  const language = useLanguage();
  const { base, title, picture } = lesson;
  const clip = useClip(clipOf(base, title, language));
  return (
    <div className="heard">
      <button type="button" className="beside-card" onClick={() => onOpen(lesson)}>
        <span className="beside-card__picture">
          <PackPicture base={base} picture={picture} />
          <Sprout className="beside-card__sign" aria-hidden="true" />
        </span>
        <span className="beside-card__words">
          {say('home.new')}
          <span className="beside-card__title">
            <PackText phrase={title} />
          </span>
        </span>
      </button>
      {clip !== null && <AudioButton clip={clip} />}
    </div>
  );
}
