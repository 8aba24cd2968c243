import { Check } from 'lucide-react';
import type { BigScreen } from '../../../shared/contracts/ipc/viewing-views.ts';
import type { Localized } from '../../../shared/contracts/phrase.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { useStream } from '../station.ts';
import { FilmFrame } from './film-frame.tsx';
import './stage.css';

const useFilmsSay = createSayHook(filmsTexts);

/** The film and, over it, the question at a pause: what the group sees, and nobody's name ([GRP1]). */
export function Stage() {
  const screen = useStream('screen', undefined).value ?? null;
  if (screen === null) return <div className="stage" />;
  return (
    <div className="stage">
      <FilmFrame key={screen.piece.nonce} screen={screen} />
      {screen.question !== null && <Question question={screen.question} />}
    </div>
  );
}

function Question({ question: asked }: { readonly question: NonNullable<BigScreen['question']> }) {
  const say = useFilmsSay();
  const { question, options, right } = asked;
  return (
    <div className="stage__question">
      <h2>
        <InBoth words={question} />
      </h2>
      <ol className="stage__options">
        {options.map((option, index) => (
          <li key={option.km} data-right={index === right}>
            <span className="stage__number">{'កខគឃ'.charAt(index)}</span>
            <span>
              <InBoth words={option} />
              {index === right && (
                <span className="stage__right">
                  <Check aria-hidden="true" />
                  {say('screen.answer')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A group reads whichever of the two it can: the window's language first. */
function InBoth({ words: { km, en } }: { readonly words: Localized }) {
  const language = useLanguage();
  const first = language === 'en' && en !== undefined ? 'en' : 'km';
  const second = first === 'km' ? en : km;
  return (
    <>
      <span lang={first}>{first === 'km' ? km : en}</span>
      {second !== undefined && (
        <span className="stage__second" lang={first === 'km' ? 'en' : 'km'}>
          {second}
        </span>
      )}
    </>
  );
}
