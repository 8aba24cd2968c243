import { useState } from 'react';
import type { ReactNode } from 'react';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Bar, HelpButton, SoundButton } from '../shell/bar.tsx';
import { clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { ItemScreen } from './item-screen.tsx';
import type { Played } from './play.ts';
import { usePlay } from './use-play.ts';
import { walkedSteps } from './walked-steps.ts';
import type { ScreenName } from '../../ui/screen-name.ts';

export interface PlayerView extends Played {
  /** Address of the pack an item's pictures and clips are in, ends in `/`. */
  readonly baseOf: (item: string) => string;
  /** Seeds what is shuffled, so that it lies the same way after a resume. */
  readonly seed: string;
}

interface PlayerProps {
  readonly screen: ScreenName;
  readonly sitting: Pick<SittingView, 'helpAsked' | 'helpComes'>;
  readonly view: PlayerView;
  readonly leave: ReactNode;
  /** What stands there after the last item. */
  readonly done: ReactNode;
  readonly onLanguage: (language: Language) => void;
}

/** One item a screen: prompt, answer, one button. */
export function LessonPlayer(props: PlayerProps) {
  const { screen, sitting, view, leave, done, onLanguage } = props;
  const say = useSay();
  const language = useLanguage();
  const played = usePlay(view);
  // Whoever has a mouse alone says so once.
  const [onScreen, setOnScreen] = useState(false);
  const { stretches, step, total } = walkedSteps(played.play);
  const item = played.play.step?.item;
  return (
    <>
      <Bar
        screen={screen}
        left={leave}
        middle={<Steps stretches={stretches} label={say('lesson.steps', { step, total })} />}
        controls={
          <>
            <HelpButton sitting={sitting} />
            {speaks(view, language) && <SoundButton />}
          </>
        }
        language={language}
        onLanguage={onLanguage}
      />
      {item === undefined ? (
        done
      ) : (
        <ItemScreen
          key={item.id}
          view={view}
          item={item}
          played={played}
          onScreen={onScreen}
          onOnScreen={setOnScreen}
        />
      )}
    </>
  );
}

/** Whether anything in the lesson can be heard in this language. */
function speaks(view: Played, language: Language): boolean {
  const items = view.lesson.activities.flatMap((activity) => activity.items);
  return items.some((item) => clipOf('', item.prompt, language) !== null);
}
