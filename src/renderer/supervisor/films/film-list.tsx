import { MonitorPlay } from 'lucide-react';
import type { FilmsView } from '../../../shared/contracts/ipc/viewing-views.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';

const useFilmsSay = createSayHook(filmsTexts);
type Film = FilmsView['films'][number];

interface FilmListProps {
  readonly films: readonly Film[];
  readonly disabled: boolean;
  readonly onShow: (film: Film) => void;
}

/** Every film of the packs that are here. */
export function FilmList({ films, disabled, onShow }: FilmListProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  if (films.length === 0) {
    return (
      <Empty
        screen="films-empty"
        drawing="basket"
        title={say('empty.title')}
        advice={say('empty.do')}
      />
    );
  }
  return (
    <ul className="films__films">
      {films.map((film) => (
        <li key={`${film.pack}/${film.piece}`} className="films__film">
          <img className="films__picture" src={`${film.base}${film.picture.src}`} alt="" />
          <div className="films__words">
            <strong lang={languageGiven(film.title, language)}>
              {inLanguage(film.title, language)}
            </strong>
            {film.questions > 0 && <span>{say('questions', { count: film.questions })}</span>}
          </div>
          <Button
            icon={MonitorPlay}
            label={say('show')}
            disabled={disabled}
            onPress={() => onShow(film)}
          />
        </li>
      ))}
    </ul>
  );
}
