import { ChevronRight, Volume2 } from 'lucide-react';
import { useState } from 'react';
import type { SpokenView } from '../../../../shared/contracts/ipc/spoken-view.ts';
import { spokenWords } from '../../../../shared/contracts/spoken.ts';
import type { SpokenWord } from '../../../../shared/contracts/spoken.ts';
import { languageSchema } from '../../../../shared/ids.ts';
import type { Language } from '../../../../shared/ids.ts';
import { createSayHook, useLanguage } from '../../../i18n/language.tsx';
import { spokenTexts } from '../../../i18n/texts/supervisor/spoken.ts';
import { NotRecorded } from '../../../ui/voice.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useStream } from '../../station.ts';
import '../stations/stations.css';
import { RecordWord } from './record-word.tsx';
import './spoken.css';
import { writtenWords } from './written-words.ts';

const useSpokenSay = createSayHook(spokenTexts);

/** What screens of this site say aloud, recorded by whoever is signed in ([SPK2]). */
export function SpokenPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useSpokenSay();
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [chosen, setChosen] = useState<SpokenWord | null>(null);
  const [last, setLast] = useState<SpokenWord | null>(null);
  const { value: view, error } = useStream('spoken-words', { language });
  const back = () => {
    setLast(chosen);
    setChosen(null);
  };
  return (
    <section className="stations" aria-label={say('title')}>
      <PanelHead screen={chosen === null ? 'spoken' : 'spoken-word'} onClose={onClose}>
        <h2 className="stations__title">{say('title')}</h2>
      </PanelHead>
      {error !== undefined && <CommandTrouble error={error} />}
      {view !== undefined && chosen !== null && (
        <RecordWord word={chosen} language={language} onBack={back} />
      )}
      {view !== undefined && chosen === null && (
        <>
          <div className="stations__part">
            <fieldset className="spoken__languages" aria-label={say('languages')}>
              {languageSchema.options.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={each === language}
                  onClick={() => setLanguage(each)}
                >
                  {say(`language.${each}`)}
                </button>
              ))}
            </fieldset>
            <p>{say('counted', { count: view.recorded.length, all: spokenWords.length })}</p>
          </div>
          <WordList view={view} language={language} focused={last} onChoose={setChosen} />
        </>
      )}
    </section>
  );
}

interface WordListProps {
  readonly view: SpokenView;
  readonly language: Language;
  /** Where the keyboard goes: the word that was left. */
  readonly focused: SpokenWord | null;
  readonly onChoose: (word: SpokenWord) => void;
}

function WordList({ view, language, focused, onChoose }: WordListProps) {
  const say = useSpokenSay();
  return (
    <ul className="stations__list">
      {spokenWords.map((word) => {
        const { icon: Icon, text } = writtenWords[word];
        return (
          <li key={word}>
            <button
              type="button"
              ref={word === focused ? (button) => button?.focus() : undefined}
              onClick={() => onChoose(word)}
            >
              <Icon aria-hidden="true" />
              <span>
                <strong lang={language}>{text[language]}</strong>
                <small>
                  {view.recorded.includes(word) ? (
                    <span className="spoken__recorded">
                      <Volume2 aria-hidden="true" />
                      {say('recorded')}
                    </span>
                  ) : (
                    <NotRecorded />
                  )}
                </small>
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
