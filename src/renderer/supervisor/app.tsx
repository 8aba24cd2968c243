import { useState } from 'react';
import type { Language } from '../../shared/ids.ts';
import { languageIn } from '../i18n/language-in.ts';
import { LanguageProvider } from '../i18n/language.tsx';
import { useAppInfo } from './desk/app-info.ts';
import { Desk } from './desk/desk.tsx';
import { Opening } from './desk/opening.tsx';
import { Trouble } from './desk/trouble.tsx';
import { DeskBoardProvider } from './form/desk-board.tsx';
import { SignIn } from './sign-in/sign-in.tsx';
import { useStream } from './station.ts';
import { CourseProgressProvider } from './training/course-progress.tsx';
import './supervisor.css';

/** The officer's window. @param props.search the page's query, which names the language to begin in */
export function SupervisorApp({ search }: { readonly search: string }) {
  const [language, setLanguage] = useState(() => languageIn(search));
  return (
    <LanguageProvider language={language}>
      <div className="supervisor">
        <CourseProgressProvider>
          <Door language={language} onLanguage={setLanguage} />
        </CourseProgressProvider>
      </div>
    </LanguageProvider>
  );
}

export interface LanguageChoice {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** Nobody's screens before a sign-in, one person's after it ([SUP2]). */
function Door(choice: LanguageChoice) {
  const staff = useStream('staff', undefined);
  const [lost, setLost] = useState(false);
  const status = useStream('status', undefined).value;
  const info = useAppInfo(staff.value?.ready ?? false);
  if (staff.error !== undefined) return <Trouble error={staff.error} />;
  if (staff.value === undefined || status === undefined) return <Opening />;
  const { signedIn, idle } = staff.value;
  const known = { ...choice, status, info };
  // Who signs in or out finds no keyboard of somebody else's.
  return (
    <DeskBoardProvider key={signedIn?.staff ?? 'door'}>
      {signedIn === null ? (
        <SignIn staff={staff.value} lost={lost} {...known} />
      ) : (
        <Desk person={signedIn} idle={idle} onLost={setLost} {...known} />
      )}
    </DeskBoardProvider>
  );
}
