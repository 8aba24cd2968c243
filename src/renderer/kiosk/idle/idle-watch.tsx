import { UserCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tile } from '../../ui/tile.tsx';
import { useSay } from '../shell/say.ts';
import { useStation } from '../station.ts';
import { idleState } from './idle-clock.ts';
import type { IdleState } from './idle-clock.ts';

const signs = ['pointerdown', 'pointermove', 'keydown'] as const;
const tickMs = 1_000;

/** Asks whether anybody is still there, and ends the sitting when nobody answers. */
export function IdleWatch({ sitting }: { readonly sitting: SittingView }) {
  const { askMinutes, endMinutes } = sitting.idle;
  const say = useSay();
  const station = useStation();
  const [state, setState] = useState<IdleState>('working');
  useEffect(() => {
    let lastMs = performance.now();
    const note = () => {
      lastMs = performance.now();
    };
    const look = () => setState(idleState(performance.now() - lastMs, { askMinutes, endMinutes }));
    const ticking = setInterval(look, tickMs);
    for (const sign of signs) window.addEventListener(sign, note, { capture: true });
    return () => {
      clearInterval(ticking);
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [askMinutes, endMinutes]);
  useEffect(() => {
    // If it can't be ended now, the next change of state asks again.
    if (state === 'ending') {
      station.call('sitting.end', { reason: 'idle' }).catch(() => setState('asking'));
    }
  }, [state, station]);
  if (state === 'working') return null;
  return (
    <Dialog title={say('idle.question')} onClose={() => setState('working')}>
      <div className="sign-out">
        <Tile tile={sitting.learner.tile} />
        <p>{say('idle.safe')}</p>
      </div>
      <div className="sign-out__buttons">
        <span />
        <Button
          icon={UserCheck}
          label={say('idle.yes')}
          tone="next"
          first
          onPress={() => setState('working')}
        />
      </div>
    </Dialog>
  );
}
