import { ArrowRight, Check, Eye } from 'lucide-react';
import { useState } from 'react';
import type { OpenViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import { fromKhmerDigits } from '../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Field } from '../form/field.tsx';
import { useStation } from '../station.ts';
import { useAttempt } from '../form/use-attempt.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useFilmsSay = createSayHook(filmsTexts);

interface QuestionPanelProps {
  readonly viewing: OpenViewing;
  readonly pause: number;
}

/** What is asked of the group now: counted for all of them together, never for one ([GRP4]). */
export function QuestionPanel({ viewing, pause }: QuestionPanelProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  const station = useStation();
  const answer = useAttempt();
  const [typed, setTyped] = useState('');
  const asked = viewing.there.length;
  const right = readCount(typed);
  const tooMany = right !== null && right > asked;
  const drive = (what: 'play' | 'show-answer') =>
    void station.call('viewing.drive', { do: what }).catch(() => undefined);
  const record = async () => {
    if (right === null) return;
    const counted = { pause, asked, right };
    if (await answer.make(() => station.call('viewing.answer', counted))) drive('play');
  };
  const question = viewing.pauses[pause];
  if (question === undefined) return null;
  const fits = question.options[question.right];
  return (
    <section
      className="form films__panel films__question"
      {...screenNamed('film-question')}
      aria-label={say('question')}
    >
      <h2 className="films__heading">{say('question')}</h2>
      <p>{inLanguage(question.question, language)}</p>
      {fits !== undefined && (
        <p className="films__fits">
          <Check aria-hidden="true" />
          {inLanguage(fits, language)}
        </p>
      )}
      <Button
        icon={Eye}
        label={say('question.show')}
        disabled={viewing.film?.answerShown === true}
        onPress={() => drive('show-answer')}
      />
      <Field
        label={say('question.right', { count: asked })}
        value={typed}
        maxLength={3}
        onChange={setTyped}
        {...(tooMany && { hint: say('question.too-many') })}
      />
      {answer.error !== undefined && <CommandTrouble error={answer.error} />}
      <Button
        icon={Check}
        label={say('question.record')}
        tone="next"
        disabled={right === null || tooMany}
        onPress={() => void record()}
      />
      <Button
        icon={ArrowRight}
        label={say('question.on')}
        tone="quiet"
        onPress={() => drive('play')}
      />
    </section>
  );
}

/** Digits of either script; null where they are no number. */
function readCount(typed: string): number | null {
  const digits = fromKhmerDigits(typed.trim());
  return /^\d{1,3}$/.test(digits) ? Number(digits) : null;
}
