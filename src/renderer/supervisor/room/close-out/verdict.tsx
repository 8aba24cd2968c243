import { Ear, Hourglass, ShieldCheck } from 'lucide-react';
import { createSayHook } from '../../../i18n/language.tsx';
import { closeOutTexts } from '../../../i18n/texts/supervisor/close-out.ts';
import type { Closing } from './use-close-out.ts';

const useCloseOutSay = createSayHook(closeOutTexts);

/** Whether the power can be cut, and what becomes of what is not at the hub ([CLS3]). */
export function Verdict({ closing }: { readonly closing: Closing }) {
  const say = useCloseOutSay();
  const { verdict, waiting, counts } = closing;
  const isSafe = verdict === 'safe' || verdict === 'without-hub';
  const Sign = verdict === 'listening' ? Ear : isSafe ? ShieldCheck : Hourglass;
  const count = verdict === 'listening' ? counts.awaited : waiting;
  return (
    <output className={`verdict verdict--${isSafe ? 'safe' : 'wait'}`}>
      <Sign className="verdict__sign" aria-hidden="true" />
      <span className="verdict__words">
        <strong>{say(`verdict.${verdict}`, { count })}</strong>
        <span>{say(`means.${verdict}`)}</span>
        {counts.missing > 0 && <span>{say('missing', { count: counts.missing })}</span>}
      </span>
    </output>
  );
}
