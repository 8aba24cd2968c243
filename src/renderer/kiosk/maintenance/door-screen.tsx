import { ArrowLeft, Eye, Hourglass, Languages, LogIn, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { SignInResult } from '../../../shared/contracts/ipc/views.ts';
import type { MaintenanceView } from '../../../shared/contracts/maintenance.ts';
import type { ReanError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/ids.ts';
import { sayWait } from '../../i18n/age.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { pressInto } from '../../ui/typing/type-into.ts';
import { useCommand } from '../station.ts';
import { useNow } from '../who/use-now.ts';
import { Outcome } from './facts.tsx';
import './maintenance.css';
import { useSay } from './say.ts';

type Person = MaintenanceView['people'][number];

interface DoorProps {
  readonly view: MaintenanceView;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** A technician's own sign-in, where nobody sits ([MNT2]). What is typed lives here only, and goes with it. */
export function MaintenanceDoor({ view, onBack, onLanguage }: DoorProps) {
  const say = useSay();
  const language = useLanguage();
  const { ready, people } = view;
  const [chosen, setChosen] = useState<Person['staff'] | null>(null);
  const person = people.find(({ staff }) => staff === chosen) ?? onlyOne(people);
  return (
    <div className="maintain" {...screenNamed('maintain-door')}>
      <header className="maintain__bar">
        <h1>
          <Wrench aria-hidden="true" />
          {say('door.title')}
        </h1>
        <LanguageSwitch language={language} onChoose={onLanguage} />
        <Button icon={ArrowLeft} label={say('door.back')} onPress={onBack} />
      </header>
      <main className="maintain__door">
        {!ready && <Outcome well={false}>{say('door.no-keys')}</Outcome>}
        {ready && people.length === 0 && <Outcome well={false}>{say('door.nobody')}</Outcome>}
        {people.length > 1 && (
          <fieldset className="maintain__people">
            <legend>{say('door.who')}</legend>
            {people.map(({ staff, name }) => (
              <button
                key={staff}
                type="button"
                className="maintain__person"
                aria-pressed={staff === person?.staff}
                onClick={() => setChosen(staff)}
              >
                <span lang={languageGiven(name, language)}>{inLanguage(name, language)}</span>
              </button>
            ))}
          </fieldset>
        )}
        {ready && person !== null && <PassphraseForm key={person.staff} person={person} />}
      </main>
    </div>
  );
}

const onlyOne = (people: readonly Person[]) => (people.length === 1 ? (people[0] ?? null) : null);

/** The one thing this screen is for. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

function PassphraseForm({ person }: { readonly person: Person }) {
  const say = useSay();
  const language = useLanguage();
  const [typed, setTyped] = useState('');
  const [khmer, setKhmer] = useState(false);
  const [shown, setShown] = useState(false);
  const { enter, answer, error, pending, leftMs } = useSignIn(person.staff);
  const mayEnter = typed !== '' && leftMs === 0 && !pending;
  return (
    <form
      className="maintain__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!mayEnter) return;
        setTyped('');
        void enter(typed);
      }}
    >
      <label htmlFor="maintain-passphrase">
        {say('door.passphrase', { name: inLanguage(person.name, language) })}
      </label>
      <input
        id="maintain-passphrase"
        ref={focusOnce}
        type={shown ? 'text' : 'password'}
        data-secret=""
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (khmer) pressInto(event.currentTarget, event.nativeEvent, 'khmer');
        }}
      />
      <div className="maintain__row">
        <Button
          icon={Languages}
          label={say('door.khmer')}
          pressed={khmer}
          onPress={() => setKhmer(!khmer)}
        />
        <Button
          icon={Eye}
          label={say('door.show')}
          pressed={shown}
          onPress={() => setShown(!shown)}
        />
        <Button
          icon={pending ? Hourglass : LogIn}
          label={say(pending ? 'door.checking' : 'door.enter')}
          tone="next"
          submit
          disabled={!mayEnter}
        />
      </div>
      <Reply answer={answer} error={error} leftMs={leftMs} />
      <p className="maintain__soft">{say('door.recorded')}</p>
    </form>
  );
}

interface ReplyProps {
  readonly answer: SignInResult | null;
  readonly error: ReanError | undefined;
  readonly leftMs: number;
}

function Reply({ answer, error, leftMs }: ReplyProps) {
  const say = useSay();
  const language = useLanguage();
  if (error !== undefined) {
    return <Outcome well={false}>{say(refusalOf(error))}</Outcome>;
  }
  if (leftMs > 0) {
    const time = sayWait(leftMs, language);
    return <Outcome well={false}>{say('door.wait', { time })}</Outcome>;
  }
  return answer?.result === 'wrong' ? <Outcome well={false}>{say('door.wrong')}</Outcome> : null;
}

function refusalOf({ code }: ReanError) {
  if (code === 'permission.denied') return 'door.refused';
  return code === 'key.missing' ? 'door.no-keys' : 'door.failed';
}

function useSignIn(staff: Person['staff']) {
  const signIn = useCommand('maintenance.sign-in');
  const [answer, setAnswer] = useState<SignInResult | null>(null);
  const [freeAtMs, setFreeAtMs] = useState<number | null>(null);
  const nowMs = useNow(freeAtMs !== null);
  const leftMs = freeAtMs === null ? 0 : Math.max(0, freeAtMs - nowMs);
  const enter = async (passphrase: string) => {
    const came = (await signIn.run({ staff, passphrase })) ?? null;
    setAnswer(came);
    const waitMs = came !== null && 'waitMs' in came ? came.waitMs : 0;
    setFreeAtMs(waitMs > 0 ? performance.now() + waitMs : null);
  };
  return { enter, answer, error: signIn.error, pending: signIn.pending, leftMs };
}
