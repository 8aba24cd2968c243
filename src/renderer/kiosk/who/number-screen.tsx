import { handoverDigits } from '../../../shared/contracts/sign-in.ts';
import { useSay } from '../shell/say.ts';
import { useCommand } from '../station.ts';
import { AskOfficer } from './ask-officer.tsx';
import type { AtTheDoor, OpenedSignIn } from './at-the-door.ts';
import { touchDigit } from './code-entry.ts';
import { CodeMessage } from './code-message.tsx';
import { DigitKeys } from './digit-keys.tsx';
import { DigitPlaces } from './digit-places.tsx';
import { DoorScreen } from './door-screen.tsx';
import { useEntry } from './use-entry.ts';

interface NumberProps extends AtTheDoor {
  /** Nothing opens the account yet: the learner is sent to the officer first ([SGN13]). */
  readonly unset: boolean;
  readonly onOpened: (opened: OpenedSignIn) => void;
}

/** The number an officer gave: it shows a learner their new sign-in ([SGN9]). */
export function NumberScreen({ onOpened, unset, ...props }: NumberProps) {
  const { learner } = props.learner;
  const say = useSay();
  const open = useCommand('handover.open');
  const { entry, busy, closed, leftMs, touch, undo } = useEntry<string>({
    length: handoverDigits,
    add: (before, digit) => touchDigit(before, digit, handoverDigits),
    send: async (digits) => {
      const result = await open.run({ learner, number: digits.join('') });
      if (result?.result === 'opened') onOpened(result);
      return result;
    },
  });
  const typed = entry.touched.join('');
  return (
    <DoorScreen
      screen={unset ? 'number-unset' : 'number'}
      {...props}
      layout="pad"
      title={say(unset ? 'new.ask-title' : 'new.number-title')}
      places={
        <>
          {unset && <AskOfficer />}
          <DigitPlaces
            typed={typed}
            places={handoverDigits}
            words={say('new.number-typed', { done: typed.length })}
          />
          <CodeMessage entry={entry} busy={busy} wrong={say('new.number-wrong')} />
        </>
      }
      entry={entry}
      closed={closed}
      leftMs={leftMs}
      onUndo={undo}
      error={open.error}
    >
      <DigitKeys closed={closed} onType={touch} onErase={undo} />
    </DoorScreen>
  );
}
