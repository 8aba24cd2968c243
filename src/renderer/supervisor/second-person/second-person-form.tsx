import { ArrowLeft, Signature } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { maySecondAnywhere } from '../../../domain/permissions.ts';
import type { Action } from '../../../domain/permissions.ts';
import type { StaffView } from '../../../shared/contracts/ipc/views.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { secondPersonTexts } from '../../i18n/texts/supervisor/second-person.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import type { SecondPerson } from '../hub-command.ts';
import { PassphraseField } from '../sign-in/passphrase-field.tsx';
import { useStream } from '../station.ts';
import './second-person.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useSecondSay = createSayHook(secondPersonTexts);

interface SecondPersonFormProps {
  /** What takes two, in the table of permissions. */
  readonly action: Action;
  readonly pending: boolean;
  readonly error: ReanError | undefined;
  readonly onSign: (second: SecondPerson) => void;
  readonly onBack: () => void;
}

/**
 * The second person signs on the same screen, in a panel, after what will happen was said in a sentence
 * above ([PRM4]): `<SecondPersonForm action="record.correct" pending={command.pending}
 * error={command.error} onSign={(second) => void command.run(input, { reason, second })} onBack={…} />`,
 * with `command` from `useHubCommand`. What is typed goes with the form.
 */
export function SecondPersonForm({
  action,
  pending,
  error,
  onSign,
  onBack,
}: SecondPersonFormProps) {
  const say = useSecondSay();
  const staff = useStream('staff', undefined).value;
  const people = staff === undefined ? undefined : mayBeSecond(staff, action);
  return (
    <section className="second-person" {...screenNamed('second-person')} aria-label={say('title')}>
      <h3>{say('title')}</h3>
      {people?.length === 0 ? (
        <>
          <p>{say('nobody')}</p>
          <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
        </>
      ) : (
        <>
          <p className="second-person__about">{say('about')}</p>
          {error !== undefined && <CommandTrouble error={error} />}
          <Signing people={people ?? []} pending={pending} onSign={onSign} onBack={onBack} />
        </>
      )}
    </section>
  );
}

function mayBeSecond({ people, signedIn }: StaffView, action: Action): StaffView['people'] {
  return people.filter(
    ({ staff, role }) => staff !== signedIn?.staff && maySecondAnywhere(role, action),
  );
}

/** First it is said who signs. */
const focusOnce = (came: HTMLSelectElement | null) => came?.focus();

interface SigningProps extends Omit<SecondPersonFormProps, 'action' | 'error'> {
  readonly people: StaffView['people'];
}

function Signing({ people, pending, onSign, onBack }: SigningProps) {
  const say = useSecondSay();
  const language = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [chosen, setChosen] = useState('');
  const second = people.find(({ staff }) => staff === chosen);
  const maySign = second !== undefined && passphrase !== '' && !pending;
  const sign = () => {
    if (second && maySign) onSign({ staff: second.staff, passphrase });
  };
  return (
    <form
      className="second-person__form"
      onSubmit={(event) => {
        event.preventDefault();
        sign();
      }}
    >
      <label htmlFor={id}>{say('who')}</label>
      <select
        ref={focusOnce}
        id={id}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{say('choose')}</option>
        {people.map(({ staff, name }) => (
          <option key={staff} value={staff}>
            {inLanguage(name, language)}
          </option>
        ))}
      </select>
      <PassphraseField
        ref={field}
        first={false}
        label={say('passphrase')}
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="second-person__ways">
        <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
        <Button
          icon={Signature}
          label={say(pending ? 'signing' : 'sign')}
          tone="next"
          disabled={!maySign}
          submit
        />
      </div>
    </form>
  );
}
