import { LifeBuoy, RotateCcw } from 'lucide-react';
import { sayWait } from '../../i18n/age.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useSay } from '../shell/say.ts';
import type { CodeEntry } from './code-entry.ts';

interface MessageProps {
  readonly entry: CodeEntry;
  readonly busy: boolean;
  readonly leftMs: number;
}

/** What the last try came to: kindly, with help after the second, and a wait as a ring that closes. */
export function CodeMessage({ entry, busy, leftMs }: MessageProps) {
  const say = useSay();
  const language = useLanguage();
  if (busy) return <p className="code__message">{say('code.checking')}</p>;
  if (leftMs > 0) {
    const words = say('code.wait', { time: sayWait(leftMs, language) });
    return (
      <div className="code__message code__message--wait">
        <Ring done={entry.waitMs - leftMs} total={entry.waitMs} label={words} />
        <p>{words}</p>
      </div>
    );
  }
  if (entry.wrongTries === 0) return <p className="code__message" />;
  const again = entry.wrongTries > 1;
  const Icon = again ? LifeBuoy : RotateCcw;
  return (
    <div className="code__message code__message--wrong" role="alert">
      <Icon aria-hidden="true" />
      <p>{say(again ? 'code.wrong-help' : 'code.wrong')}</p>
    </div>
  );
}
