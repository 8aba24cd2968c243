import { Hourglass, KeyRound, RotateCcw, ScrollText, Undo2 } from 'lucide-react';
import { useEffectEvent, useEffect, useState } from 'react';
import { codesOnSheet, overrideDigits } from '../../../shared/contracts/override.ts';
import type { OverrideResult } from '../../../shared/contracts/override.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { sayWait } from '../../i18n/age.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { useSay } from '../shell/say.ts';
import { useCommand, useStream } from '../station.ts';
import { DigitKeys } from '../who/digit-keys.tsx';
import { DigitPlaces } from '../who/digit-places.tsx';
import type { DigitPress } from '../who/digit-press.ts';
import { useNow } from '../who/use-now.ts';
import './override.css';

interface OverrideEntryProps {
  /** Hands over what is typed on the desk's keys, as the lock keeps them from all else. */
  readonly listen: (hear: (press: DigitPress) => void) => () => void;
  readonly onBack: () => void;
}

/** Where an officer types a code of the sheet, with everything down ([OVR3]). It goes with the lock. */
export function OverrideEntry({ listen, onBack }: OverrideEntryProps) {
  const say = useSay();
  const language = useLanguage();
  const sheet = useStream('override', undefined).value;
  const { typed, type, erase, result, error, closed, leftMs } = useCode();
  const press = useEffectEvent((pressed: DigitPress) => {
    if (pressed === 'erase') erase();
    else if (pressed !== null) type(pressed.digit);
  });
  useEffect(() => listen((pressed) => press(pressed)), [listen]);
  const back = <Button icon={Undo2} label={say('override.back')} onPress={onBack} />;
  if (sheet === undefined) return null;
  if (sheet === null || sheet.next > codesOnSheet) {
    return (
      <div className="override" {...screenNamed('override-none')}>
        <ScrollText className="override__sign" aria-hidden="true" />
        <h1 id="lock-title">{say(sheet === null ? 'override.no-sheet' : 'override.used-up')}</h1>
        <p>{say('override.no-sheet-next')}</p>
        {back}
      </div>
    );
  }
  const numbers = { sheet: sheet.sheet, next: sheet.next };
  return (
    <div className="override override--keys" {...screenNamed('override')}>
      <section className="override__words">
        <KeyRound className="override__sign" aria-hidden="true" />
        <h1 id="lock-title">{say('override.title')}</h1>
        <p>{say('override.which', numbers)}</p>
        <DigitPlaces
          typed={typed}
          places={overrideDigits}
          words={say('override.typed', { done: typed.length })}
        />
        <Message result={result} waits={leftMs > 0} />
        {leftMs > 0 && (
          <output className="override__wait">
            <Hourglass aria-hidden="true" />
            {say('code.wait', { time: formatDigits(sayWait(leftMs, language), language) })}
          </output>
        )}
        {error !== undefined && <ErrorNotice error={error} />}
        <div className="override__ways">
          {back}
          <Button
            icon={RotateCcw}
            label={say('code.undo')}
            disabled={closed || typed === ''}
            onPress={erase}
          />
        </div>
      </section>
      <DigitKeys closed={closed} onType={type} onErase={erase} />
    </div>
  );
}

function Message(props: { readonly result: OverrideResult | null; readonly waits: boolean }) {
  const say = useSay();
  const result = props.result?.result;
  const wrong = result === 'misread' || result === 'wrong';
  if (!wrong || (props.waits && result !== 'wrong')) return <p className="override__message" />;
  return (
    <p className="override__message" role="alert">
      <RotateCcw aria-hidden="true" />
      {say(`override.${result}`)}
    </p>
  );
}

/** A code as it is typed: sent as soon as it is whole, and begun anew where it opened nothing. */
function useCode() {
  const enter = useCommand('override.enter');
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState<OverrideResult | null>(null);
  const [waitUntilMs, setWaitUntilMs] = useState<number | null>(null);
  const nowMs = useNow(waitUntilMs !== null);
  const leftMs = waitUntilMs === null ? 0 : Math.max(0, waitUntilMs - nowMs);
  const closed = enter.pending || leftMs > 0;
  const send = async (code: string) => {
    const came = (await enter.run({ code })) ?? null;
    setTyped('');
    setResult(came);
    const waitMs = came !== null && 'waitMs' in came ? came.waitMs : 0;
    setWaitUntilMs(waitMs > 0 ? performance.now() + waitMs : null);
  };
  const type = (digit: string) => {
    if (closed || typed.length >= overrideDigits) return;
    const next = typed + digit;
    setTyped(next);
    if (next.length === overrideDigits) void send(next);
  };
  const erase = () => {
    if (!closed) setTyped(typed.slice(0, -1));
  };
  return { typed, type, erase, result, error: enter.error, closed, leftMs };
}
