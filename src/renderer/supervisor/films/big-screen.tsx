import { useState } from 'react';
import { languageIn } from '../../i18n/language-in.ts';
import { LanguageProvider } from '../../i18n/language.tsx';
import { Stage } from './stage.tsx';

/** The page of the window on the other display: the film, and nothing to press ([GRP1]). */
export function BigScreenApp({ search }: { readonly search: string }) {
  const [language] = useState(() => languageIn(search));
  return (
    <LanguageProvider language={language}>
      <main className="big-screen">
        <Stage />
      </main>
    </LanguageProvider>
  );
}

/** Whether this page is that window's. @param search the page's query */
export const isBigScreen = (search: string): boolean =>
  new URLSearchParams(search).get('show') === 'screen';
