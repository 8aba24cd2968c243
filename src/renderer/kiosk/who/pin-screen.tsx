import { pinDigits } from '../../../shared/contracts/sign-in.ts';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import type { Proving } from './at-the-door.ts';
import { touchDigit } from './code-entry.ts';
import { CodeMessage } from './code-message.tsx';
import { DigitKeys } from './digit-keys.tsx';
import { Dots, DoorScreen } from './door-screen.tsx';
import { useEntry } from './use-entry.ts';

/** The five digits of a PIN, for those who chose one ([SGN10]). */
export function PinScreen({ onNotNow, ...props }: Proving) {
  const { learner } = props.learner;
  const say = useSay();
  const start = useCommand('sitting.start');
  const { entry, busy, closed, leftMs, touch, undo } = useEntry<string>({
    length: pinDigits,
    add: (before, digit) => touchDigit(before, digit, pinDigits),
    send: async (digits) => {
      const result = await start.run({ learner, pin: digits.join('') });
      if (result?.result === 'not-now') onNotNow(result.next);
      return result;
    },
  });
  const filled = entry.touched.length;
  return (
    <DoorScreen
      screen="pin"
      {...props}
      layout="pad"
      title={say('pin.title')}
      places={
        <>
          <Dots
            filled={filled}
            total={pinDigits}
            busy={busy}
            words={say('pin.typed', { done: filled })}
          />
          <CodeMessage entry={entry} busy={busy} />
        </>
      }
      entry={entry}
      closed={closed}
      leftMs={leftMs}
      onUndo={undo}
      error={start.error}
    >
      <DigitKeys closed={closed} onType={touch} onErase={undo} />
    </DoorScreen>
  );
}
