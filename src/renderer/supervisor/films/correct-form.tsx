import { ArrowLeft, Check } from 'lucide-react';
import { useState } from 'react';
import type { HeldViewing } from '../../../shared/contracts/ipc/viewing-views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { filmsTexts } from '../../i18n/texts/supervisor/films.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useStation, useStream } from '../station.ts';
import { useAttempt } from '../form/use-attempt.ts';
import { screenNamed } from '../../ui/screen-name.ts';

const useFilmsSay = createSayHook(filmsTexts);

interface CorrectFormProps {
  readonly viewing: HeldViewing;
  readonly onBack: () => void;
}

/** Says of somebody that they were there after all, or were not: a new record ([GRP7]). */
export function CorrectForm({ viewing, onBack }: CorrectFormProps) {
  const say = useFilmsSay();
  const language = useLanguage();
  const learners = useStream('learners', undefined).value?.learners ?? [];
  const station = useStation();
  const correct = useAttempt();
  const [chosen, setChosen] = useState<LearnerId | null>(null);
  const isThere = (learner: LearnerId) =>
    viewing.people.some((person) => person.learner === learner && person.there);
  const row = learners.find(({ learner }) => learner.learner === chosen);
  const name = row === undefined ? '' : inLanguage(row.learner.name, language);
  const record = async () => {
    if (chosen === null) return;
    const asked = { viewing: viewing.viewing, learner: chosen, there: !isThere(chosen) };
    if (await correct.make(() => station.call('viewing.correct', asked))) onBack();
  };
  return (
    <div className="form" {...screenNamed('film-correct')}>
      <Select
        label={say('correct.who')}
        none={say('correct.none')}
        options={learners.map(({ learner, groupName }) => ({
          value: learner.learner,
          label: `${inLanguage(learner.name, language)} · ${inLanguage(groupName, language)}`,
        }))}
        value={chosen}
        onChange={setChosen}
      />
      {chosen !== null && (
        <p>{say(isThere(chosen) ? 'correct.will-not' : 'correct.will', { name })}</p>
      )}
      {correct.error !== undefined && <CommandTrouble error={correct.error} />}
      <Button
        icon={Check}
        label={say('correct.yes')}
        tone="next"
        disabled={chosen === null || correct.pending}
        onPress={() => void record()}
      />
      <Button icon={ArrowLeft} label={say('end.no')} tone="quiet" onPress={onBack} />
    </div>
  );
}
