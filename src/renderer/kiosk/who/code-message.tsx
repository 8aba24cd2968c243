import { Hourglass, LifeBuoy, RotateCcw } from 'lucide-react';
import { sayWait } from '../../i18n/age.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useSay } from '../shell/say.ts';
import type { CodeEntry } from './code-entry.ts';
import { screenNamed } from '../../ui/screen-name.ts';

interface MessageProps {
  readonly entry: CodeEntry<string>;
  readonly busy: boolean;
  /** Instead of the usual words. */
  readonly wrong?: string;
}

/** What the last try came to: kindly, and with help after the second. */
export function CodeMessage({ entry, busy, wrong }: MessageProps) {
  const say = useSay();
  if (busy) return <p className="code__message">{say('code.checking')}</p>;
  if (entry.wrongTries === 0) return <p className="code__message" />;
  const again = entry.wrongTries > 1;
  const Icon = again ? LifeBuoy : RotateCcw;
  return (
    <div className="code__message code__message--wrong" role="alert" {...screenNamed('code-wrong')}>
      <Icon aria-hidden="true" />
      <p>{wrong ?? say(again ? 'code.wrong-help' : 'code.wrong')}</p>
    </div>
  );
}

/** A rest before the next try, as a ring that closes around an hourglass. */
export function CodeWait(props: { readonly waitMs: number; readonly leftMs: number }) {
  const say = useSay();
  const language = useLanguage();
  const words = say('code.wait', { time: sayWait(props.leftMs, language) });
  return (
    <div className="code__wait" {...screenNamed('code-wait')}>
      <Ring done={props.waitMs - props.leftMs} total={props.waitMs} label="">
        <Hourglass aria-hidden="true" />
      </Ring>
      <p>{words}</p>
    </div>
  );
}
