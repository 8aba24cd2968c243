import { Keyboard, Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import { keyboardRows, latinSigns } from '../../ui/keyboard/key-places.ts';
import { khmerSign } from '../../ui/keyboard/nida.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from './say.ts';

/** The last key that came. */
interface Arrived {
  readonly code: string;
  readonly latin: string;
  readonly khmer: string | null;
}

const allCodes = keyboardRows.flat().map(([code]) => code);
const arrows: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowRight: '→',
  Backspace: '⌫',
  CapsLock: 'Caps',
  ControlLeft: 'Ctrl',
};
/** What stands on a key, or is called so. */
const printedOn = (code: string) =>
  /^(?:Key|Digit)(.)$/.exec(code)?.[1] ??
  latinSigns[code]?.[0] ??
  arrows[code] ??
  code.replace(/(Left|Right)$/, '');

/** Which keys reach the page, and what each types; while it runs, no key does anything else. */
export function KeysPanel() {
  const say = useSay();
  const [running, setRunning] = useState(false);
  const [came, setCame] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Arrived | null>(null);
  useEffect(() => {
    if (!running) return undefined;
    const take = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      const { code, key, shiftKey, altKey } = event;
      if (key === 'Escape') {
        setRunning(false);
        return;
      }
      const alternate = altKey || event.getModifierState('AltGraph');
      setLast({ code, latin: key, khmer: khmerSign({ code, shiftKey, alternate }) });
      setCame((before) => new Set([...before, code]));
    };
    const swallow = (event: KeyboardEvent) => event.preventDefault();
    window.addEventListener('keydown', take, { capture: true });
    window.addEventListener('keyup', swallow, { capture: true });
    return () => {
      window.removeEventListener('keydown', take, { capture: true });
      window.removeEventListener('keyup', swallow, { capture: true });
    };
  }, [running]);
  const count = allCodes.filter((code) => came.has(code)).length;
  return (
    <>
      <p>{say('keys.do')}</p>
      <div className="maintain__row">
        <Button
          icon={running ? Square : Keyboard}
          label={say(running ? 'keys.stop' : 'keys.begin')}
          pressed={running}
          onPress={() => setRunning(!running)}
        />
        <output className="maintain__last">
          <span>{say('keys.count', { count, all: allCodes.length })}</span>
          {last !== null && (
            <>
              <span>{say('keys.last', { code: last.code })}</span>
              <span>{say('keys.latin', { sign: last.latin })}</span>
              {last.khmer !== null && (
                <span lang="km">{say('keys.khmer', { sign: last.khmer })}</span>
              )}
            </>
          )}
        </output>
      </div>
      <div className="maintain__keys" aria-hidden="true">
        {keyboardRows.map((row) => (
          <div className="maintain__keys-row" key={row[0]?.[0]}>
            {row.map(([code, width]) => (
              <span
                key={code}
                className={came.has(code) ? 'maintain__key maintain__key--came' : 'maintain__key'}
                style={{ '--width': width }}
              >
                {came.has(code) ? '✓ ' : ''}
                {printedOn(code)}
              </span>
            ))}
          </div>
        ))}
      </div>
      <p className="maintain__soft">{say('keys.held')}</p>
    </>
  );
}
