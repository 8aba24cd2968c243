import { ArrowLeft } from 'lucide-react';
import { useRef, useState } from 'react';
import type { StaffCard } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { signInTexts } from '../../i18n/texts/supervisor/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useCommand } from '../station.ts';
import { useCountdown } from './countdown.ts';
import { EnterButton } from './enter-button.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { replyTo } from './sign-in-answer.ts';
import type { Reply } from './sign-in-answer.ts';
import { SignInReply } from './sign-in-reply.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

const useSignInSay = createSayHook(signInTexts);
const nothingSaid: Reply = { said: null, freeAtMs: null };

interface PassphraseFormProps {
  readonly person: StaffCard;
  readonly onOther: () => void;
}

/** What is typed lives here only, and goes with the form ([SUP2]). */
export function PassphraseForm({ person, onOther }: PassphraseFormProps) {
  const say = useSignInSay();
  const language = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [reply, setReply] = useState(nothingSaid);
  const waitMs = useCountdown(reply.freeAtMs);
  const signIn = useCommand('staff.sign-in');
  const mayEnter = passphrase !== '' && waitMs === 0 && !signIn.pending;
  const enter = async () => {
    if (!mayEnter) return;
    const result = await signIn.run({ staff: person.staff, passphrase });
    if (result !== undefined) setReply(replyTo(result, performance.now()));
    field.current?.select();
  };
  return (
    <form
      className="passphrase-form"
      {...screenNamed('desk-passphrase')}
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <h1 className="sign-in__title">
        {say('welcome', { name: inLanguage(person.name, language) })}
      </h1>
      <PassphraseField ref={field} value={passphrase} onChange={setPassphrase} />
      {signIn.error !== undefined && <Trouble error={signIn.error} />}
      <SignInReply reply={reply} waitMs={waitMs} />
      <div className="passphrase-form__ways">
        <Button icon={ArrowLeft} label={say('other')} tone="quiet" onPress={onOther} />
        <EnterButton disabled={!mayEnter} checking={signIn.pending} />
      </div>
    </form>
  );
}
