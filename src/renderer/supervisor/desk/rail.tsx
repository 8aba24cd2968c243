import {
  Armchair,
  ArrowLeft,
  BookOpenText,
  Building2,
  CalendarDays,
  CalendarCheck,
  ChartNoAxesColumn,
  Clapperboard,
  FileClock,
  GraduationCap,
  FlaskConical,
  Hand,
  IdCard,
  KeyRound,
  LogOut,
  Shapes,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppInfo, StaffCard } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { passphraseTexts } from '../../i18n/texts/supervisor/passphrase.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { useLockOuts } from '../site/lock-outs.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Button } from '../../ui/button.tsx';
import type { LanguageChoice } from '../app.tsx';
import { Emblem } from './emblem.tsx';
import { HelpMenu } from './help-menu.tsx';
import { HubLamp } from './hub-lamp.tsx';
import { placesOf } from './place.ts';
import type { Place } from './place.ts';
import { HelpWaiting, RailPlace } from './rail-place.tsx';
import './rail.css';
import { screenNamed } from '../../ui/screen-name.ts';

const useDeskSay = createSayHook(deskTexts);
const usePagesSay = createSayHook(helpPagesTexts);
const useTrainingSay = createSayHook(trainingTexts);
const usePracticeSay = createSayHook(practiceTexts);
const usePassphraseSay = createSayHook(passphraseTexts);
const icons = {
  room: Armchair,
  help: Hand,
  learners: UsersRound,
  groups: Shapes,
  timetable: CalendarDays,
  attendance: CalendarCheck,
  reports: ChartNoAxesColumn,
  films: Clapperboard,
  staff: IdCard,
  audit: FileClock,
  site: Building2,
} as const;

interface RailProps extends LanguageChoice {
  readonly person: StaffCard;
  readonly info: AppInfo | null;
  readonly status: StationStatus;
  /** Null at what is no place: one's own passphrase. */
  readonly place: Place | null;
  readonly onPlace: (place: Place) => void;
  readonly onPassphrase: () => void;
  readonly onHelpPages: () => void;
  readonly onTraining: () => void;
  /** Null for who has nothing to practise. */
  readonly onPractise: (() => void) | null;
  readonly onSignOut: () => void;
  /** Asked once more: what the hub told once would be gone. */
  readonly leaving: LeavingProps | null;
}

interface LeavingProps {
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** The rail at the left: where one is, whether the hub answers, who one is ([SUP1]). */
export function Rail({ person, info, status, place, onPlace, ...props }: RailProps) {
  const say = useDeskSay();
  const sayOwn = usePassphraseSay();
  const sayPages = usePagesSay();
  const sayTraining = useTrainingSay();
  const sayPractice = usePracticeSay();
  const language = useLanguage();
  const notices = status.notices.length + useLockOuts().length;
  const mark = (each: Place) => {
    if (each === 'help') return <HelpWaiting />;
    if (each !== 'site' || notices === 0) return null;
    return <Mark>{say('place.site-notices', { count: notices })}</Mark>;
  };
  return (
    <div className="rail">
      <Emblem info={info} />
      <HelpMenu
        entries={[
          { icon: BookOpenText, label: sayPages('open'), onPress: props.onHelpPages },
          { icon: GraduationCap, label: sayTraining('open'), onPress: props.onTraining },
          ...(props.onPractise === null
            ? []
            : [{ icon: FlaskConical, label: sayPractice('open'), onPress: props.onPractise }]),
        ]}
      />
      <nav className="rail__places" aria-label={say('places')}>
        {placesOf(person.role).map((each) => (
          <RailPlace
            key={each}
            icon={icons[each]}
            words={say(`place.${each}`)}
            mark={mark(each)}
            here={each === place}
            onPress={() => onPlace(each)}
          />
        ))}
      </nav>
      <HubLamp status={status} />
      <LanguageSwitch language={props.language} onChoose={props.onLanguage} />
      <div className="rail__person">
        <strong>{inLanguage(person.name, language)}</strong>
        <span>{say(`role.${person.role}`)}</span>
        <Button icon={KeyRound} label={sayOwn('open')} tone="quiet" onPress={props.onPassphrase} />
        {props.leaving === null ? (
          <Button icon={LogOut} label={say('sign-out')} onPress={props.onSignOut} />
        ) : (
          <Leaving {...props.leaving} />
        )}
      </div>
    </div>
  );
}

/** The second step of leaving, while something stands that is told once ([SUP9]). */
function Leaving({ onLeave, onStay }: LeavingProps) {
  const say = useDeskSay();
  return (
    <div className="rail__leaving" {...screenNamed('desk-leaving')} role="alert">
      <p>{say('sign-out.told')}</p>
      <Button icon={ArrowLeft} label={say('sign-out.stay')} tone="next" onPress={onStay} first />
      <Button icon={LogOut} label={say('sign-out.all-the-same')} onPress={onLeave} />
    </div>
  );
}

function Mark({ children }: { readonly children: ReactNode }) {
  return <small className="rail__notices">{children}</small>;
}
