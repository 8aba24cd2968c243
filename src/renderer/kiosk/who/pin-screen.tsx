import { pinDigits } from '../../../shared/contracts/sign-in.ts';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import type { AtTheDoor } from './at-the-door.ts';
import { touchDigit } from './code-entry.ts';
import { CodeMessage } from './code-message.tsx';
import { DigitKeys } from './digit-keys.tsx';
import { Dots, DoorScreen } from './door-screen.tsx';
import { useEntry } from './use-entry.ts';

/** The five digits of a PIN, for those who chose one ([SGN10]). */
export function PinScreen(props: AtTheDoor) {
  const { learner } = props.learner;
  const say = useSay();
  const start = useCommand('sitting.start');
  const { entry, busy, closed, leftMs, touch, undo } = useEntry<string>({
    length: pinDigits,
    add: (before, digit) => touchDigit(before, digit, pinDigits),
    send: (digits) => start.run({ learner, pin: digits.join('') }),
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
