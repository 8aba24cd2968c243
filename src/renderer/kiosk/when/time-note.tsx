import { Check, DoorOpen, Hourglass, Plus } from 'lucide-react';
import type { LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import type { TimeView } from '../../../shared/contracts/slot-time.ts';
import { sayTime } from '../../../shared/khmer/times.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ClockFace } from '../../ui/clock-face.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tile } from '../../ui/tile.tsx';
import { useSay } from '../shell/say.ts';
import { Spoken } from '../spoken/spoken.tsx';
import { useCommand } from '../station.ts';
import './time-note.css';

interface TimeNoteProps {
  readonly learner: LearnerCard;
  readonly time: TimeView;
}

const signs = { near: Hourglass, over: DoorOpen, given: Plus } as const;
const screens = { near: 'time-near', over: 'time-over', given: 'time-given' } as const;

/**
 * That somebody's time is nearly over, is over, or got longer ([ACT12]): their tile, a sign, a clock with hands, and the
 * same in words. Nothing ends by it: what is open goes on underneath.
 */
export function TimeNote({ learner, time: { stage, until, minutes } }: TimeNoteProps) {
  const say = useSay();
  const language = useLanguage();
  const seen = useCommand('time.seen');
  const read = () => void seen.run({ stage, until });
  const Sign = signs[stage];
  const at = sayTime(until, language);
  return (
    <Dialog screen={screens[stage]} title={say(`time.${stage}`, { count: minutes })} onClose={read}>
      <div className="time-note">
        <span className="time-note__tile">
          <Tile tile={learner.tile} />
        </span>
        <Sign className="time-note__sign" aria-hidden="true" />
        <span className="time-note__clock">
          <ClockFace minute={until} label={at} />
        </span>
      </div>
      <p className="time-note__words">{say(`time.${stage}-means`, { time: at })}</p>
      <div className="time-note__button">
        <Spoken word={`time-${stage}`} />
        <Button icon={Check} label={say('note.read')} tone="next" first onPress={read} />
      </div>
    </Dialog>
  );
}
