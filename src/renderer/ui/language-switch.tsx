import type { Language } from '../../shared/ids.ts';
import { createSayHook } from '../i18n/language.tsx';
import { commonTexts } from '../i18n/texts/common.ts';
import './language-switch.css';

const useCommonSay = createSayHook(commonTexts);
const languages: readonly Language[] = ['km', 'en'];

/** Both languages by their own names; the one in use is filled. One touch changes over. */
export function LanguageSwitch(props: {
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
}) {
  const say = useCommonSay();
  const other = props.language === 'km' ? 'en' : 'km';
  return (
    <button type="button" className="language-switch" onClick={() => props.onChoose(other)}>
      <span className="unseen">{say('language.change')}</span>
      {languages.map((language) => (
        <span
          key={language}
          lang={language}
          className={language === props.language ? 'language-switch__used' : undefined}
        >
          {say(`language.${language}`)}
        </span>
      ))}
    </button>
  );
}
