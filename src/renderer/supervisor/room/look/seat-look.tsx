import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { LookPicture } from '../../../../shared/contracts/look.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { roomLookTexts } from '../../../i18n/texts/supervisor/room-look.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useMay } from '../../may.tsx';
import { useCommand, useStream } from '../../station.ts';
import { LookedAt } from './looked-at.tsx';
import './seat-look.css';

const useLookSay = createSayHook(roomLookTexts);
type Sitting = NonNullable<SeatView['sitting']>;

interface SeatLookProps {
  readonly station: SeatView['station'];
  readonly sitting: Sitting;
}

/** A look at what a learner has on their screen, where there is a lesson to see and it is theirs to look ([LOK1]). */
export function SeatLook({ station, sitting }: SeatLookProps) {
  const say = useLookSay();
  const may = useMay();
  const hubThere = useStream('status', undefined).value?.hubReachable === true;
  const look = useCommand('seat.look');
  const [seen, setSeen] = useState<LookPicture | null>(null);
  if (!may('seat.look')) return null;
  const { learner } = sitting.learner;
  const ask = async () => {
    const picture = await look.run({ station, learner });
    setSeen(picture ?? null);
  };
  if (seen !== null) {
    return (
      <figure className="seat-look" {...screenNamed('seat-look')}>
        <LookedAt picture={seen} label={say('picture')} />
        <figcaption>{say('told')}</figcaption>
        <div className="seat-look__ways">
          <Button
            icon={Eye}
            label={say('again')}
            disabled={look.pending || !hubThere}
            onPress={() => void ask()}
          />
          <Button icon={EyeOff} label={say('away')} tone="quiet" onPress={() => setSeen(null)} />
        </div>
      </figure>
    );
  }
  return (
    <div className="seat-look">
      {look.error !== undefined && <CommandTrouble error={look.error} />}
      {isShowable(sitting) && hubThere && (
        <Button
          icon={Eye}
          label={say(look.pending ? 'asking' : 'look')}
          disabled={look.pending}
          onPress={() => void ask()}
        />
      )}
    </div>
  );
}

/** Whether something is open there that anybody may see: no screen of their own, and no book of their choice ([LIB4]). */
function isShowable({ lesson, reviewing }: Sitting): boolean {
  return reviewing || (lesson !== null && lesson.title !== null);
}
