import { Armchair, DoorClosed, Eye, Lock, Power, RotateCcw } from 'lucide-react';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatLeaving } from '../../../../shared/contracts/seat-order.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';

const useActsSay = createSayHook(seatActsTexts);

/** That a seat is locked, and what stands there, that it rests, is shut, waits for somebody, or goes or went as it was told to. */
export function LockSign({
  seat: { lock, paused, closing, leaving, expecting },
}: {
  readonly seat: SeatView;
}) {
  const say = useActsSay();
  if (leaving !== null) return <LeavingSign leaving={leaving} />;
  if (lock === null && closing) return <ClosingSign />;
  if (lock === null && paused) return <PauseSign />;
  if (lock === null) return expecting ? <ExpectSign /> : null;
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

function ClosingSign() {
  const say = useActsSay();
  return (
    <span className="lock-sign">
      <DoorClosed aria-hidden="true" />
      <strong>{say('closing')}</strong>
    </span>
  );
}

function LeavingSign({ leaving: { to, gone } }: { readonly leaving: SeatLeaving }) {
  const say = useActsSay();
  const Sign = to === 'restart' ? RotateCcw : Power;
  return (
    <span className="lock-sign">
      <Sign aria-hidden="true" />
      <strong>{say(gone ? `gone.${to}` : `leaving.${to}`)}</strong>
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

function ExpectSign() {
  const say = useActsSay();
  return (
    <span className="lock-sign">
      <Armchair aria-hidden="true" />
      <strong>{say('expecting')}</strong>
    </span>
  );
}
