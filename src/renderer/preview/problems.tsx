import { TriangleAlert } from 'lucide-react';
import type { PreviewState } from '../../shared/contracts/preview-api.ts';
import type { Language } from '../../shared/ids.ts';
import { useLanguage } from '../i18n/language.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { usePreviewSay } from './preview-says.ts';
import { screenNamed } from '../ui/screen-name.ts';

interface ProblemsProps extends Pick<Extract<PreviewState, { kind: 'faulty' }>, 'problems'> {
  readonly onLanguage: (language: Language) => void;
}

/** What is wrong in a source: where, what, and what to do ([AUT2]). Each in the language chosen ([AUT6]). */
export function Problems({ problems, onLanguage }: ProblemsProps) {
  const say = usePreviewSay();
  const language = useLanguage();
  return (
    <main className="preview" {...screenNamed('preview-problems')}>
      <header className="preview__head">
        <h1>
          <TriangleAlert aria-hidden="true" /> {say('faulty')}
        </h1>
        <LanguageSwitch language={language} onChoose={onLanguage} />
      </header>
      <p>{say('faulty.then')}</p>
      <ul className="preview__problems">
        {problems.map(({ file, line, at, problem, fix }) => (
          <li key={`${file} ${at ?? ''} ${problem.en}`}>
            <code>{line === null ? file : `${file}:${line}`}</code>
            {at !== null && <code className="preview__at">{at}</code>}
            <p>{problem[language]}</p>
            <p>
              <strong>{say('fix')}</strong> {fix[language]}
            </p>
          </li>
        ))}
      </ul>
    </main>
  );
}
