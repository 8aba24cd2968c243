import { DoorOpen, House } from 'lucide-react';
import type { LessonCard, LessonView, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import './lesson.css';
import { LessonDone } from './lesson-done.tsx';
import { LessonPlayer } from './lesson-player.tsx';
import type { PlayerView } from './lesson-player.tsx';
import { useOpened } from './use-opened.ts';

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

/** Opens a lesson at the station and plays it; leaves it there when the screen is left. */
export function LessonScreen(props: LessonScreenProps) {
  const say = useSay();
  const language = useLanguage();
  const { pack, lesson } = props.lesson;
  const { opened, again, leave } = useOpened((station) =>
    station.call('lesson.open', { pack, lesson }),
  );
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
          leave={
            <Button
              icon={DoorOpen}
              label={say('lesson.leave')}
              onPress={() => leave(props.onLeave)}
            />
          }
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
