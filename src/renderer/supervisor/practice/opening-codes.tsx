import { Archive, Hammer, KeyRound, Lock, LockOpen, MailOpen } from 'lucide-react';
import { useState } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { codesSeat } from './lab/pretend-lab.ts';
import type { PretendLab } from './lab/pretend-lab.ts';
import { TryCodes } from './try-codes.tsx';

const usePracticeSay = createSayHook(practiceTexts);

/** In the order in which it is done. */
const steps = [
  [MailOpen, 'codes.1'],
  [Lock, 'codes.2'],
  [KeyRound, 'codes.3'],
  [LockOpen, 'codes.4'],
  [Archive, 'codes.5'],
] as const;

/** How a locked seat is opened at the seat itself, with everything down ([OVR1]); and the way to try it. */
export function OpeningCodes({ lab }: { readonly lab: PretendLab }) {
  const say = usePracticeSay();
  const [trying, setTrying] = useState(false);
  if (trying) return <TryCodes lab={lab} onBack={() => setTrying(false)} />;
  const begin = () => {
    lab.readyLocked(codesSeat);
    setTrying(true);
  };
  return (
    <PlaceFrame
      screen="practice-codes"
      title={say('codes')}
      acts={<Button icon={Hammer} label={say('codes.try')} tone="next" onPress={begin} />}
      tools={<p className="place__aside">{say('codes.when')}</p>}
    >
      <ol className="codes-steps">
        {steps.map(([Icon, words]) => (
          <li key={words}>
            <Icon aria-hidden="true" />
            <span>{say(words)}</span>
          </li>
        ))}
      </ol>
    </PlaceFrame>
  );
}
