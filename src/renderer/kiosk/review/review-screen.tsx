import { DoorOpen, House } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LessonCard, ReviewView, SittingView } from '../../../shared/contracts/ipc/views.ts';
import { asReanError } from '../../../shared/errors.ts';
import type { ReanError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { LessonDone } from '../lesson/lesson-done.tsx';
import { LessonPlayer } from '../lesson/lesson-player.tsx';
import type { PlayerView } from '../lesson/lesson-player.tsx';
import '../lesson/lesson.css';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useStation } from '../station.ts';

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
  const { opened, again } = useOpenedReview();
  if (opened === null) {
    return (
      <output className="splash" aria-label={say('review.opening')}>
        …
      </output>
    );
  }
  if ('error' in opened) {
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
      view={opened.view}
      leave={<Button icon={DoorOpen} label={say('lesson.leave')} onPress={onHome} />}
      done={<LessonDone title={null} next={next} onNext={onNext} onHome={onHome} />}
    />
  );
}

type Opened = { readonly view: PlayerView } | { readonly error: ReanError };

/** Opens it at the station, and leaves it there when the screen is left. */
function useOpenedReview(): { readonly opened: Opened | null; readonly again: () => void } {
  const station = useStation();
  const [opened, setOpened] = useState<Opened | null>(null);
  // A new object each time it is asked for, so that asking again asks again.
  const [wanted, setWanted] = useState(() => ({ input: undefined }));
  useEffect(() => {
    let left = false;
    const show = (next: Opened) => (left ? undefined : setOpened(next));
    station.call('review.open', wanted.input).then(
      (view) => show({ view: playerView(view) }),
      (error: unknown) => show({ error: asReanError(error) }),
    );
    return () => {
      left = true;
      // Where the station is already gone there is nothing to leave.
      station.call('lesson.leave', undefined).catch(() => undefined);
    };
  }, [station, wanted]);
  const again = () => {
    setOpened(null);
    setWanted({ input: undefined });
  };
  return { opened, again };
}

const playerView = ({ lesson, bases, unsent }: ReviewView): PlayerView => ({
  lesson,
  items: {},
  unsent,
  baseOf: (item) => bases[item] ?? '',
  seed: 'review',
});
