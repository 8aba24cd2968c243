import { KeyboardOff } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { SelfTestOutcome } from '../../../shared/contracts/self-test.ts';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../shell/say.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** How long a person has to press them, s. */
const answerWithin = 20;

/** Of each row and side of the board one, by place and not by letter. */
export const triedKeys = [
  { code: 'Digit1', cap: '1' },
  { code: 'KeyQ', cap: 'Q' },
  { code: 'KeyP', cap: 'P' },
  { code: 'KeyA', cap: 'A' },
  { code: 'KeyM', cap: 'M' },
  { code: 'Space', cap: '␣' },
  { code: 'Enter', cap: '⏎' },
  { code: 'Backspace', cap: '⌫' },
] as const;

/** Has a person press some keys ([SLF7]): all of them came, some did not, or nobody pressed any. */
export function KeyboardQuestion(props: { readonly onAnswer: (outcome: SelfTestOutcome) => void }) {
  const { onAnswer } = props;
  const say = useSay();
  const [pressed, setPressed] = useState<ReadonlySet<string>>(new Set());
  const left = useSecondsLeft(answerWithin, () =>
    onAnswer(pressed.size === 0 ? 'not-tested' : 'fail'),
  );
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (!triedKeys.some(({ code }) => code === event.code)) return;
    // Enter and Space would press the button that has the keyboard.
    event.preventDefault();
    event.stopImmediatePropagation();
    const now = new Set([...pressed, event.code]);
    setPressed(now);
    if (now.size === triedKeys.length) onAnswer('pass');
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', heard, { capture: true });
    return () => window.removeEventListener('keydown', heard, { capture: true });
  }, []);
  return (
    <section className="self-test__ask">
      <div>
        <h2>{say('test.keys.ask')}</h2>
        <p>{say('test.left', { count: left })}</p>
      </div>
      <ul className="self-test__keys">
        {triedKeys.map(({ code, cap }) => (
          <li key={code}>
            <kbd className={pressed.has(code) ? 'self-test__key--pressed' : undefined}>{cap}</kbd>
          </li>
        ))}
      </ul>
      <Button icon={KeyboardOff} label={say('test.keys.no')} onPress={() => onAnswer('fail')} />
    </section>
  );
}
