import { Check } from 'lucide-react';
import type { SeatMessage } from '../../../shared/contracts/seat-order.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { notePictures } from '../../ui/seat-pictures.ts';
import { useSay } from '../shell/say.ts';
import { Spoken } from '../spoken/spoken.tsx';
import { useCommand } from '../station.ts';

/** A word from an officer, until it is read ([ACT8]). */
export function Note({ message }: { readonly message: SeatMessage }) {
  const say = useSay();
  const seen = useCommand('message.seen');
  const read = () => void seen.run(undefined);
  const Picture = notePictures[message];
  return (
    <Dialog screen="note" title={say(`note.${message}`)} onClose={read}>
      <div className="note">
        <Picture className="note__picture" aria-hidden="true" />
        <Spoken word={`note-${message}`} />
        <Button icon={Check} label={say('note.read')} tone="next" first onPress={read} />
      </div>
    </Dialog>
  );
}
