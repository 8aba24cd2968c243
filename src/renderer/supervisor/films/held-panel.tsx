import { Check, Pencil, UserPlus, X } from 'lucide-react';
import { useState } from 'react';
import type { HeldViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { useStream } from '../station.ts';
import { CorrectForm } from './correct-form.tsx';
import { sayDay } from './held-list.tsx';

const useFilmsSay = createSayHook(filmsTexts);
type Person = HeldViewing['people'][number];

interface HeldPanelProps {
  readonly viewing: HeldViewing;
  readonly onClose: () => void;
}

/** One film that was shown: who was there, by whom that was said, and what the group answered ([GRP7]). */
export function HeldPanel({ viewing, onClose }: HeldPanelProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  const [correcting, setCorrecting] = useState(false);
  const { title, day, shownMs, answers, people } = viewing;
  const there = people.filter((person) => person.there).length;
  return (
    <section aria-label={inLanguage(title, language)}>
      <PanelHead screen="film-held" onClose={onClose}>
        <div>
          <h2 className="learner-panel__title" lang={languageGiven(title, language)}>
            {inLanguage(title, language)}
          </h2>
          <p className="form__soft">{sayDay(day, language)}</p>
          <p className="form__soft">
            {say('held.there', { count: there, time: sayDuration(shownMs, language) })}
          </p>
        </div>
      </PanelHead>
      <div className="films__panel">
        {answers.map(({ pause, asked, right }) => (
          <p key={pause}>{say('answers', { number: pause + 1, right, asked })}</p>
        ))}
        {correcting ? (
          <CorrectForm viewing={viewing} onBack={() => setCorrecting(false)} />
        ) : (
          <Button icon={Pencil} label={say('correct')} onPress={() => setCorrecting(true)} />
        )}
        <ul className="films__people">
          {people.map((person) => (
            <PersonLine key={person.learner} person={person} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function PersonLine({ person }: { readonly person: Person }) {
  const say = useFilmsSay();
  const language = useLanguage();
  const { name, there, reason, staff } = person;
  const Sign = !there ? X : reason === null ? Check : UserPlus;
  const words = !there ? 'who.not' : reason === null ? 'who.there' : 'who.added';
  const by = useStream('staff', undefined).value?.people.find((each) => each.staff === staff);
  return (
    <li className="films__person" data-there={there}>
      <Sign aria-hidden="true" />
      <span>
        <strong lang={languageGiven(name, language)}>{inLanguage(name, language)}</strong>
        <small>{say(words)}</small>
        {by !== undefined && (
          <small>{say('by.words', { name: inLanguage(by.name, language) })}</small>
        )}
      </span>
    </li>
  );
}
