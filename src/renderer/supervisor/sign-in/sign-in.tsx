import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { AppInfo, StaffView } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { signInTexts } from '../../i18n/texts/supervisor/sign-in.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import type { LanguageChoice } from '../app.tsx';
import { Emblem } from '../desk/emblem.tsx';
import { Empty } from '../desk/empty.tsx';
import { HubLamp } from '../desk/hub-lamp.tsx';
import { ChoosePerson } from './choose-person.tsx';
import { PassphraseForm } from './passphrase-form.tsx';
import './sign-in.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useSignInSay = createSayHook(signInTexts);

interface SignInProps extends LanguageChoice {
  readonly staff: StaffView;
  readonly status: StationStatus;
  readonly info: AppInfo | null;
  /** Whether what the hub tells once stood here unseen when the sitting before ended by itself. */
  readonly lost: boolean;
}

/** Who are you, then the passphrase: one question at a time ([SUP2]). */
export function SignIn({ staff, status, info, lost, language, onLanguage }: SignInProps) {
  const say = useSignInSay();
  return (
    <div className="sign-in">
      <div className="sign-in__cover">
        <Emblem info={info} />
        <span className="sign-in__drawing">
          <Drawing name="book" />
        </span>
        <HubLamp status={status} />
        <LanguageSwitch language={language} onChoose={onLanguage} />
      </div>
      <main className="sign-in__main">
        {lost && (
          <p className="sign-in__lost" role="alert" {...screenNamed('desk-lost')}>
            <TriangleAlert aria-hidden="true" />
            {say('lost')}
          </p>
        )}
        <Question staff={staff} />
      </main>
    </div>
  );
}

function Question({ staff }: { readonly staff: StaffView }) {
  const say = useSignInSay();
  const [chosen, setChosen] = useState<StaffId | null>(null);
  const person = staff.people.find((each) => each.staff === chosen);
  if (!staff.ready) {
    return (
      <Empty
        screen="desk-first"
        drawing="lamp"
        title={say('first.title')}
        advice={say('first.do')}
      />
    );
  }
  if (staff.people.length === 0) {
    return (
      <Empty
        screen="desk-nobody"
        drawing="bell"
        title={say('nobody.title')}
        advice={say('nobody.do')}
      />
    );
  }
  if (person === undefined) return <ChoosePerson people={staff.people} onChoose={setChosen} />;
  return <PassphraseForm key={person.staff} person={person} onOther={() => setChosen(null)} />;
}
