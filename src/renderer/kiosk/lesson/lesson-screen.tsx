import { DoorOpen, House } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LessonCard, LessonView, SittingView } from '../../../shared/contracts/ipc/views.ts';
import { asReanError } from '../../../shared/errors.ts';
import type { ReanError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useStation } from '../station.ts';
import './lesson.css';
import { LessonDone } from './lesson-done.tsx';
import { LessonPlayer } from './lesson-player.tsx';
import type { PlayerView } from './lesson-player.tsx';

interface LessonScreenProps {
  readonly sitting: SittingView;
  readonly lesson: Pick<LessonCard, 'pack' | 'lesson' | 'key'>;
  /** The lesson to go straight on to when this one is done. */
  readonly next: LessonCard | null;
  readonly onNext: (lesson: LessonCard) => void;
  readonly onHome: () => void;
  readonly onLeave: () => void;
  readonly onLanguage: (language: Language) => void;
}

type Opened =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly view: LessonView }
  | { readonly state: 'failed'; readonly error: ReanError };

/** Opens a lesson at the station and plays it; leaves it there when the screen is left. */
export function LessonScreen(props: LessonScreenProps) {
  const say = useSay();
  const language = useLanguage();
  const { opened, again } = useOpenedLesson(props.lesson);
  switch (opened.state) {
    case 'opening':
      return (
        <output className="splash" aria-label={say('lesson.opening')}>
          …
        </output>
      );
    case 'failed':
      return (
        <>
          <Bar
            screen="lesson-refused"
            left={<Button icon={House} label={say('done.home')} onPress={props.onHome} />}
            controls={<HelpButton sitting={props.sitting} />}
            language={language}
            onLanguage={props.onLanguage}
          />
          <main className="plain-words">
            <ErrorNotice error={opened.error} onAgain={again} />
          </main>
        </>
      );
    case 'open':
      return (
        <LessonPlayer
          screen="lesson"
          sitting={props.sitting}
          onLanguage={props.onLanguage}
          view={playerView(opened.view)}
          done={
            <LessonDone
              title={opened.view.lesson.title}
              next={props.next}
              onNext={props.onNext}
              onHome={props.onHome}
            />
          }
          leave={<Button icon={DoorOpen} label={say('lesson.leave')} onPress={props.onLeave} />}
        />
      );
  }
}

const playerView = ({ key, run, base, lesson, items, unsent }: LessonView): PlayerView => ({
  lesson,
  items,
  unsent,
  baseOf: () => base,
  seed: `${key} ${run}`,
});

function useOpenedLesson({ pack, lesson }: LessonScreenProps['lesson']) {
  const station = useStation();
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  // A new object each time it is asked for, so that asking again asks again.
  const [wanted, setWanted] = useState(() => ({ pack, lesson }));
  useEffect(() => {
    let left = false;
    const show = (next: Opened) => (left ? undefined : setOpened(next));
    station.call('lesson.open', wanted).then(
      (view) => show({ state: 'open', view }),
      (error: unknown) => show({ state: 'failed', error: asReanError(error) }),
    );
    return () => {
      left = true;
      // Where the station is already gone there is nothing to leave.
      station.call('lesson.leave', undefined).catch(() => undefined);
    };
  }, [station, wanted]);
  const again = () => {
    setOpened({ state: 'opening' });
    setWanted({ pack, lesson });
  };
  return { opened, again };
}
