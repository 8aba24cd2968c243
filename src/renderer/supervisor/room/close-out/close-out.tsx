import { Undo2 } from 'lucide-react';
import type { StationStatus } from '../../../../shared/contracts/ipc/status-views.ts';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { closeOutTexts } from '../../../i18n/texts/supervisor/close-out.ts';
import { Button } from '../../../ui/button.tsx';
import { PlaceFrame } from '../../desk/place-frame.tsx';
import { ClosingSeats } from './closing-seats.tsx';
import { ClosingSteps } from './closing-steps.tsx';
import { useCloseOut } from './use-close-out.ts';
import { Verdict } from './verdict.tsx';
import './close-out.css';

const useCloseOutSay = createSayHook(closeOutTexts);

interface CloseOutProps {
  readonly seats: readonly SeatView[];
  readonly status: StationStatus;
  readonly onDone: () => void;
}

/** Closes the lab, step by step, and says when the power can be cut and what would be lost if not: nothing ([CLS1]). */
export function CloseOut({ seats, status, onDone }: CloseOutProps) {
  const say = useCloseOutSay();
  const closing = useCloseOut(seats, status);
  return (
    <PlaceFrame
      screen={closing.verdict === 'safe' ? 'close-out-over' : 'close-out'}
      title={say('close')}
      acts={<Button icon={Undo2} label={say('back')} tone="quiet" onPress={onDone} />}
      tools={<Verdict closing={closing} />}
      panel={<ClosingSteps closing={closing} />}
      onEscape={onDone}
    >
      <ClosingSeats closing={closing} />
    </PlaceFrame>
  );
}
