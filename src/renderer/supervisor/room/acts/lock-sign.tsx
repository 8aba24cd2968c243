import { Lock } from 'lucide-react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';

const useActsSay = createSayHook(seatActsTexts);

/** That a seat is locked, and what stands there. */
export function LockSign({ seat: { lock } }: { readonly seat: SeatView }) {
  const say = useActsSay();
  if (lock === null) return null;
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
