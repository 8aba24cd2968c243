import { Eye, Lock } from 'lucide-react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';

const useActsSay = createSayHook(seatActsTexts);

/** That a seat is locked, and what stands there, or that it rests. */
export function LockSign({ seat: { lock, paused } }: { readonly seat: SeatView }) {
  const say = useActsSay();
  if (lock === null) return paused ? <PauseSign /> : null;
  return (
    <span className="lock-sign">
      <Lock aria-hidden="true" />
      <span>
        <strong>{say('locked')}</strong>
        <span className="lock-sign__message">{say(`message.${lock.message}`)}</span>
      </span>
    </span>
  );
}

function PauseSign() {
  const say = useActsSay();
  return (
    <span className="lock-sign">
      <Eye aria-hidden="true" />
      <strong>{say('paused')}</strong>
    </span>
  );
}
