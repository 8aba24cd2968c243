import { Check, Footprints, HandHelping, Hourglass, ThumbsUp, VolumeX } from 'lucide-react';
import type { SeatMessage } from '../../../shared/contracts/seat-order.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';

const pictures = {
  come: Footprints,
  'help-comes': HandHelping,
  finish: Hourglass,
  quiet: VolumeX,
  'well-done': ThumbsUp,
} as const satisfies Readonly<Record<SeatMessage, unknown>>;

/** A word from an officer, until it is read ([ACT8]). */
export function Note({ message }: { readonly message: SeatMessage }) {
  const say = useSay();
  const seen = useCommand('message.seen');
  const read = () => void seen.run(undefined);
  const Picture = pictures[message];
  return (
    <Dialog screen="note" title={say(`note.${message}`)} onClose={read}>
      <div className="note">
        <Picture className="note__picture" aria-hidden="true" />
        <Button icon={Check} label={say('note.read')} tone="next" first onPress={read} />
      </div>
    </Dialog>
  );
}
