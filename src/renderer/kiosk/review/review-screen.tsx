import { DoorOpen, House } from 'lucide-react';
import type { LessonCard, ReviewView, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { LessonDone } from '../lesson/lesson-done.tsx';
import { LessonPlayer } from '../lesson/lesson-player.tsx';
import type { PlayerView } from '../lesson/lesson-player.tsx';
import { useOpened } from '../lesson/use-opened.ts';
import '../lesson/lesson.css';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';

interface ReviewProps {
  readonly sitting: SittingView;
  /** The lesson to go straight on to afterwards. */
  readonly next: LessonCard | null;
  readonly onNext: (lesson: LessonCard) => void;
  readonly onHome: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** What is due, one after the other, played as a lesson is ([REV3]). */
export function ReviewScreen({ sitting, next, onNext, onHome, onLanguage }: ReviewProps) {
  const say = useSay();
  const language = useLanguage();
  const { opened, again, leave } = useOpened((station) => station.call('review.open', undefined));
  if (opened.state === 'opening') {
    return (
      <output className="splash" aria-label={say('review.opening')}>
        …
      </output>
    );
  }
  if (opened.state === 'failed') {
    return (
      <>
        <Bar
          screen="review-refused"
          left={<Button icon={House} label={say('done.home')} onPress={onHome} />}
          controls={<HelpButton sitting={sitting} />}
          language={language}
          onLanguage={onLanguage}
        />
        <main className="plain-words">
          <ErrorNotice error={opened.error} onAgain={again} />
        </main>
      </>
    );
  }
  return (
    <LessonPlayer
      screen="review"
      sitting={sitting}
      onLanguage={onLanguage}
      view={playerView(opened.view)}
      leave={<Button icon={DoorOpen} label={say('lesson.leave')} onPress={() => leave(onHome)} />}
      done={<LessonDone title={null} next={next} onNext={onNext} onHome={onHome} />}
    />
  );
}

const playerView = ({ lesson, bases, unsent }: ReviewView): PlayerView => ({
  lesson,
  items: {},
  unsent,
  baseOf: (item) => bases[item] ?? '',
  seed: 'review',
});
