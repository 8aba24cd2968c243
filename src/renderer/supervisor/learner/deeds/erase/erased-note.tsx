import { Check } from 'lucide-react';
import type { Erased } from '../../../../../shared/contracts/erasure.ts';
import { Button } from '../../../../ui/button.tsx';
import { useRecordSay } from '../record/record-say.ts';
import { PendingStations } from './pending-stations.tsx';
import '../record/record-deed.css';
import { screenNamed } from '../../../../ui/screen-name.ts';

interface ErasedNoteProps {
  readonly erased: Erased;
  readonly onClose: () => void;
}

/** After an erasure: what stays, where the key may still be, what is to be done about copies ([ERA8]). */
export function ErasedNote({ erased, onClose }: ErasedNoteProps) {
  const say = useRecordSay();
  const { lessons, attempts } = erased.counts;
  return (
    <div className="record-deed record-deed--alone" {...screenNamed('erased')}>
      <output className="record-deed__came">
        <strong>{say('erased.title')}</strong>
        <p>{say('erased.counts', { lessons, attempts })}</p>
      </output>
      <PendingStations pending={erased.pending} />
      <p>{say('erased.backups')}</p>
      <Button icon={Check} label={say('close')} first onPress={onClose} />
    </div>
  );
}
