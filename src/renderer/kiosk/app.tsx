import { useCallback, useState } from 'react';
import type { SittingView } from '../../shared/contracts/ipc/views.ts';
import type { MaintenanceView } from '../../shared/contracts/maintenance.ts';
import type { SeatMoment } from '../../shared/contracts/seat-order.ts';
import type { Language, LearnerId } from '../../shared/ids.ts';
import { languageIn } from '../i18n/language-in.ts';
import { LanguageProvider } from '../i18n/language.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { AppInfoProvider } from './shell/app-info.tsx';
import './shell/screen.css';
import { SoundProvider } from './shell/sound.tsx';
import { SittingScreens } from './sitting-screens.tsx';
import { ClosingScreen, LeavingScreen, LockScreen, PauseScreen } from './lock/lock-screen.tsx';
import { Note } from './lock/note.tsx';
import { SelfTestScreen } from './self-test/self-test-screen.tsx';
import { useSelfTestDue } from './self-test/use-self-test-due.ts';
import { MaintenanceDoor } from './maintenance/door-screen.tsx';
import { MaintenanceScreen } from './maintenance/maintenance-screen.tsx';
import { useStaffGesture } from './maintenance/staff-gesture.ts';
import { useCommand, useStream } from './station.ts';
import { SentScreen } from './who/moved-screens.tsx';
import { TakenScreen } from './who/taken-screen.tsx';
import { WhoScreen } from './who/who-screen.tsx';

/**
 * The learner's window: who are you, and then that person's own screens.
 * @param props.search the page's query, which names the language to begin in
 */
export function KioskApp({ search }: { readonly search: string }) {
  const sitting = useStream('sitting', undefined);
  const lock = useStream('lock', undefined).value;
  const moment = useStream('moment', undefined).value;
  const {
    message = null,
    paused = false,
    led = null,
    expected = null,
    sent = null,
    leaving = null,
  } = moment ?? {};
  const isShut = moment?.closing === true && sitting.value === null;
  const covered = Boolean(lock) || paused || isShut || leaving !== null;
  const test = useSelfTestDue();
  const mayKnock = sitting.value === null && lock !== undefined && !covered && !test.isShown;
  const maintenance = useMaintenance(mayKnock);
  const { language, choose } = useChosenLanguage(sitting.value ?? null, languageIn(search));
  return (
    <LanguageProvider language={language}>
      <AppInfoProvider>
        {leaving && <LeavingScreen to={leaving.to} />}
        {!leaving && lock && <LockScreen message={lock.message} />}
        {!leaving && !lock && isShut && <ClosingScreen />}
        {!leaving && !lock && !isShut && paused && <PauseScreen />}
        {!covered && message !== null && <Note message={message} />}
        <div className={covered ? 'kiosk kiosk--locked' : 'kiosk'}>
          {sitting.error !== undefined && <ErrorNotice error={sitting.error} />}
          {(sitting.value === undefined || lock === undefined) && <p className="splash">រៀន</p>}
          {maintenance.view !== null && <Maintenance {...maintenance} onLanguage={choose} />}
          {lock !== undefined &&
            sitting.value === null &&
            maintenance.view === null &&
            test.isShown && <SelfTestScreen onLanguage={choose} onDone={test.end} />}
          {lock !== undefined &&
            sitting.value === null &&
            maintenance.view === null &&
            !test.isShown && <SignIn expected={expected} sent={sent} onLanguage={choose} />}
          {lock !== undefined && sitting.value && (
            <SoundProvider key={sitting.value.sitting}>
              <SittingScreens
                sitting={sitting.value}
                locked={covered}
                led={led}
                onLanguage={choose}
              />
            </SoundProvider>
          )}
        </div>
      </AppInfoProvider>
    </LanguageProvider>
  );
}

/** The technician's way in, which nobody sees who does not know it ([MNT1]); `view` is null where nobody is at it. */
function useMaintenance(free: boolean) {
  const told = useStream('maintenance', undefined).value;
  const [knocked, setKnocked] = useState(false);
  const onBack = useCallback(() => setKnocked(false), []);
  // Whoever came in has to knock again.
  if (knocked && told !== undefined && told.visit !== null) setKnocked(false);
  useStaffGesture(
    free && !knocked,
    useCallback(() => setKnocked(true), []),
  );
  const isOpen = told !== undefined && (told.visit !== null || (knocked && free));
  return { view: isOpen ? told : null, onBack };
}

interface MaintenanceProps {
  readonly view: MaintenanceView | null;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

function Maintenance({ view, onBack, onLanguage }: MaintenanceProps) {
  if (view === null) return null;
  const { visit } = view;
  return visit === null ? (
    <MaintenanceDoor view={view} onBack={onBack} onLanguage={onLanguage} />
  ) : (
    <MaintenanceScreen visit={visit} onLanguage={onLanguage} />
  );
}

/**
 * The language on the screen: what was chosen here last, else what the signed-in learner uses. A
 * learner's choice is also kept for their next sitting; what the station says of it comes later, and
 * changes nothing that was chosen since.
 */
function useChosenLanguage(sitting: SittingView | null, first: Language) {
  const [chosen, setChosen] = useState<Language | null>(null);
  const [seen, setSeen] = useState(sitting?.sitting);
  const keep = useCommand('language.choose');
  if (seen !== sitting?.sitting) {
    setSeen(sitting?.sitting);
    setChosen(null);
  }
  const choose = (language: Language) => {
    setChosen(language);
    if (sitting !== null) void keep.run({ language });
  };
  return { language: chosen ?? sitting?.language ?? first, choose };
}

interface SignInProps extends Pick<SeatMoment, 'expected' | 'sent'> {
  readonly onLanguage: (language: Language) => void;
}

function SignIn({ expected, sent, onLanguage }: SignInProps) {
  const people = useStream('people', undefined);
  const taken = useStream('taken', undefined).value;
  if (taken === true) return <TakenScreen onLanguage={onLanguage} />;
  if (people.error !== undefined) return <ErrorNotice error={people.error} />;
  if (people.value === undefined) return <p className="splash">រៀន</p>;
  const { learners } = people.value;
  const cardOf = (learner: LearnerId) => learners.find((each) => each.learner === learner) ?? null;
  const gone = sent && cardOf(sent.learner);
  if (sent !== null && gone !== null) {
    return <SentScreen learner={gone} seat={sent.seat} onLanguage={onLanguage} />;
  }
  return (
    <WhoScreen
      key={expected ?? ''}
      people={people.value}
      expected={expected && cardOf(expected)}
      onLanguage={onLanguage}
    />
  );
}
