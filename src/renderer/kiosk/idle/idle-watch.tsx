import { UserCheck } from 'lucide-react';
import { useCallback } from 'react';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useIdle, useSigns } from '../../ui/idle/use-idle.ts';
import { Tile } from '../../ui/tile.tsx';
import { useSay } from '../shell/say.ts';
import { showEnding } from '../piece/at-work.ts';
import { useStation } from '../station.ts';

/** Asks whether anybody is still there, and ends the sitting when nobody answers. */
export function IdleWatch({ sitting }: { readonly sitting: SittingView }) {
  const say = useSay();
  const station = useStation();
  const end = useCallback(async () => {
    await showEnding();
    return station.call('sitting.end', { reason: 'idle' });
  }, [station]);
  const { state, stay } = useIdle(sitting.idle, end);
  useSigns(
    useCallback(() => {
      // A station that is away is told of the next sign.
      station.call('seat.touched', undefined).catch(() => undefined);
    }, [station]),
  );
  if (state === 'working') return null;
  return (
    <Dialog screen="idle" title={say('idle.question')} onClose={stay}>
      <div className="sign-out">
        <Tile tile={sitting.learner.tile} />
        <p>{say('idle.safe')}</p>
      </div>
      <div className="sign-out__buttons">
        <span />
        <Button icon={UserCheck} label={say('idle.yes')} tone="next" first onPress={stay} />
      </div>
    </Dialog>
  );
}
