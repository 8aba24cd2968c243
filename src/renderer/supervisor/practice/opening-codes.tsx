import { Archive, KeyRound, Lock, LockOpen, MailOpen } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { PlaceFrame } from '../desk/place-frame.tsx';

const usePracticeSay = createSayHook(practiceTexts);

/** In the order in which it is done. */
const steps = [
  [MailOpen, 'codes.1'],
  [Lock, 'codes.2'],
  [KeyRound, 'codes.3'],
  [LockOpen, 'codes.4'],
  [Archive, 'codes.5'],
] as const;

/** How a locked seat is opened at the seat itself, with everything down ([OVR1]). */
export function OpeningCodes() {
  const say = usePracticeSay();
  return (
    <PlaceFrame
      screen="practice-codes"
      title={say('codes')}
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
