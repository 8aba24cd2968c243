import { ChevronRight } from 'lucide-react';
import type { HeldViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import type { Language, ViewingId } from '../../../shared/ids.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { createSay } from '../../i18n/text.ts';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';

const useFilmsSay = createSayHook(filmsTexts);

interface HeldListProps {
  readonly viewings: readonly HeldViewing[];
  readonly chosen: ViewingId | null;
  readonly onChoose: (viewing: ViewingId) => void;
}

/** Films that were shown, newest first: when, how long, and how many were there. */
export function HeldList({ viewings, chosen, onChoose }: HeldListProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  return (
    <section className="films__held">
      <h2 className="films__heading">{say('held')}</h2>
      {viewings.length === 0 && <p className="form__soft">{say('held.none')}</p>}
      <ul className="films__viewings">
        {viewings.map((viewing) => (
          <li key={viewing.viewing}>
            <button
              type="button"
              className="films__viewing"
              aria-pressed={viewing.viewing === chosen}
              onClick={() => onChoose(viewing.viewing)}
            >
              <strong lang={languageGiven(viewing.title, language)}>
                {inLanguage(viewing.title, language)}
              </strong>
              <span>{sayDay(viewing.day, language)}</span>
              <span>
                {say('held.there', {
                  count: viewing.people.filter(({ there }) => there).length,
                  time: sayDuration(viewing.shownMs, language),
                })}
              </span>
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param day `YYYY-MM-DD`; null where no hub had told it */
export function sayDay(day: string | null, language: Language): string {
  return day === null ? createSay(filmsTexts, language)('day.unknown') : formatDate(day, language);
}
