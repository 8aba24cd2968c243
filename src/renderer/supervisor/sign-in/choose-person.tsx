import {
  ChartColumn,
  ChevronRight,
  Presentation,
  ShieldCheck,
  UserRound,
  Wrench,
} from 'lucide-react';
import type { StaffCard } from '../../../shared/contracts/ipc/views.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { signInTexts } from '../../i18n/texts/supervisor/sign-in.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useSignInSay = createSayHook(signInTexts);
const useDeskSay = createSayHook(deskTexts);
const icons = {
  officer: UserRound,
  instructor: Presentation,
  'site-manager': ShieldCheck,
  technician: Wrench,
  programme: ChartColumn,
} as const;

interface ChoosePersonProps {
  readonly people: readonly StaffCard[];
  readonly onChoose: (staff: StaffId) => void;
}

export function ChoosePerson({ people, onChoose }: ChoosePersonProps) {
  const say = useSignInSay();
  return (
    <div className="choose-person" {...screenNamed('desk-people')}>
      <h1 className="sign-in__title">{say('who')}</h1>
      <p className="sign-in__hint">{say('who.hint')}</p>
      <ul
        className="choose-person__people"
        data-many={people.length > 6 || undefined}
        onKeyDown={moveFocus}
        role="presentation"
      >
        {people.map((person) => (
          <li key={person.staff}>
            <PersonButton person={person} onPress={() => onChoose(person.staff)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PersonButton(props: { readonly person: StaffCard; readonly onPress: () => void }) {
  const { name, role } = props.person;
  const sayDesk = useDeskSay();
  const language = useLanguage();
  const Icon = icons[role];
  return (
    <button type="button" className="choose-person__person" onClick={props.onPress}>
      <Icon className="choose-person__icon" aria-hidden="true" />
      <span className="choose-person__words">
        <strong lang={languageGiven(name, language)}>{inLanguage(name, language)}</strong>
        <span>{sayDesk(`role.${role}`)}</span>
      </span>
      <ChevronRight aria-hidden="true" />
    </button>
  );
}
