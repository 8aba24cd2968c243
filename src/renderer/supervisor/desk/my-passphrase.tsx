import { KeyRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { staffCommands } from '../../../shared/contracts/commands/staff-commands.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { passphraseTexts } from '../../i18n/texts/supervisor/passphrase.ts';
import { Button } from '../../ui/button.tsx';
import { NewPassphrase } from '../form/new-passphrase.tsx';
import { usePassphraseCommand } from '../hub-command.ts';
import { usePerson } from '../may.tsx';
import { PassphraseField } from '../sign-in/passphrase-field.tsx';
import { PlaceFrame } from './place-frame.tsx';
import { CommandTrouble } from './trouble.tsx';
import './my-passphrase.css';

const usePassphraseSay = createSayHook(passphraseTexts);

/** One's own passphrase, changed by its owner alone ([STF3]). It ends this sitting once it holds here ([SGN5]). */
export function MyPassphrase() {
  const say = usePassphraseSay();
  const { staff, name } = usePerson();
  const field = useRef<HTMLInputElement>(null);
  const [current, setCurrent] = useState('');
  const [text, setText] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const change = usePassphraseCommand(staffCommands['staff.passphrase']);
  const ready = current !== '' && text !== null && !change.pending;
  const save = async () => {
    if (text === null || !ready) return;
    if ((await change.run({ staff }, { text, name, current })) === undefined) return;
    setCurrent('');
    setText(null);
    setDone(true);
  };
  return (
    <PlaceFrame screen="my-passphrase" title={say('title')}>
      {done ? (
        <output className="my-passphrase">{say('done')}</output>
      ) : (
        <form
          className="form my-passphrase"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p>{say('about')}</p>
          <PassphraseField
            ref={field}
            label={say('current')}
            value={current}
            onChange={setCurrent}
          />
          <NewPassphrase names={[name.km, name.en ?? '']} first={false} onChange={setText} />
          {change.error !== undefined && <CommandTrouble error={change.error} />}
          <Button
            icon={KeyRound}
            label={say(change.pending ? 'saving' : 'save')}
            tone="next"
            disabled={!ready}
            submit
          />
        </form>
      )}
    </PlaceFrame>
  );
}
