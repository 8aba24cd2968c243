import { createContext, useContext, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { Language } from '../../shared/ids.ts';
import { createSay } from './text.ts';
import type { Say, Texts } from './text.ts';

const LanguageContext = createContext<Language>('km');

/** Sets the language of everything inside, and of the document for fonts and screen readers. */
export function LanguageProvider(props: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.lang = props.language;
  }, [props.language]);
  return <LanguageContext value={props.language}>{props.children}</LanguageContext>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** A hook that says the texts of one catalogue in the language now chosen. */
export function createSayHook<Catalogue extends Texts>(catalogue: Catalogue) {
  return function useSay(): Say<Catalogue> {
    const language = useLanguage();
    return useMemo(() => createSay(catalogue, language), [language]);
  };
}

/** Content in the language asked for; Khmer where there is no English. */
export function inLanguage(localized: Localized, language: Language): string {
  return (language === 'en' ? localized.en : undefined) ?? localized.km;
}

/** The language {@link inLanguage} really gave, for the `lang` attribute. */
export function languageGiven(localized: Localized, language: Language): Language {
  return language === 'en' && localized.en !== undefined ? 'en' : 'km';
}
