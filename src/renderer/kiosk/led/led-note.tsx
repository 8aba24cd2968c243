import { ArrowRight, Play, UserRound } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PackPicture, PackText } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';
import { Spoken } from '../spoken/spoken.tsx';
import { useCommand } from '../station.ts';
import './led.css';
import type { LedTo } from './use-led.ts';

/** That their teacher opened this lesson, in a picture and in words; it is there already when this is pressed. */
export function LedNote({ order, lesson }: LedTo) {
  const say = useSay();
  const seen = useCommand('led.seen');
  const begin = () => void seen.run({ order });
  return (
    <Dialog screen="led" title={say('led.title')} onClose={begin}>
      <div className="led">
        <UserRound className="led__teacher" aria-hidden="true" />
        <ArrowRight className="led__way" aria-hidden="true" />
        <span className="led__lesson">
          <PackPicture base={lesson.base} picture={lesson.picture} />
        </span>
      </div>
      <p className="led__title">
        <PackText phrase={lesson.title} />
      </p>
      <div className="led__button">
        <Spoken word="led" />
        <Button icon={Play} label={say('led.begin')} tone="next" first onPress={begin} />
      </div>
    </Dialog>
  );
}
