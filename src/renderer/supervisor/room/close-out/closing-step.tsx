import { Check, Undo2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { closingSteps } from '../../../../domain/close-out/close-out.ts';
import type { ClosingStep as Step } from '../../../../domain/close-out/close-out.ts';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { closeOutTexts } from '../../../i18n/texts/supervisor/close-out.ts';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import type { Closing } from './use-close-out.ts';

const useCloseOutSay = createSayHook(closeOutTexts);
const useActsSay = createSayHook(seatActsTexts);

interface ClosingStepProps {
  readonly step: Step;
  readonly closing: Closing;
  readonly isDone: boolean;
  /** Its button; left out where there is nothing to press. */
  readonly button?: { readonly icon: LucideIcon; readonly label: string } | undefined;
  readonly disabled?: boolean;
  /** What it will mean, where it is asked once more. */
  readonly asked?: string;
  readonly onDo?: () => void;
  readonly children?: ReactNode;
}

/** One step: its number or a tick, its words, and its button. */
export function ClosingStep(props: ClosingStepProps) {
  const { step, closing, isDone, button, disabled = false, asked, onDo, children } = props;
  const say = useCloseOutSay();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const isNext = closing.next === step;
  const press = () => {
    if (asked !== undefined && !asking) return setAsking(true);
    setAsking(false);
    onDo?.();
  };
  return (
    <li
      className={isNext ? 'closing-step closing-step--next' : 'closing-step'}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className="closing-step__number" aria-hidden="true">
        {isDone ? <Check /> : formatDigits(closingSteps.indexOf(step) + 1, language)}
      </span>
      <div className="closing-step__body">
        <h3>
          {say(`step.${step}`)}
          {isDone && <span className="unseen"> {say('done')}</span>}
        </h3>
        {step === 'doors' && isNext && <p>{say('means.doors')}</p>}
        {children}
        {asking && button && <p>{asked}</p>}
        {button && (
          <Button
            icon={button.icon}
            label={button.label}
            tone={isNext ? 'next' : 'plain'}
            disabled={disabled}
            onPress={press}
          />
        )}
        {asking && button && <Leave onPress={() => setAsking(false)} />}
      </div>
    </li>
  );
}

function Leave({ onPress }: { readonly onPress: () => void }) {
  const say = useActsSay();
  return <Button icon={Undo2} label={say('note.leave')} tone="quiet" onPress={onPress} />;
}
