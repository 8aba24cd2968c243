import { useMemo, useState } from 'react';
import type { LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { Tile } from '../../ui/tile.tsx';
import { Field } from '../form/field.tsx';
import { createFinder, everybody } from '../learners/find-learners.ts';
import { useStream } from '../station.ts';

const useSlotSay = createSayHook(slotTexts);
/** More are found by typing more of the name. */
const mostFound = 5;

interface FindPersonProps {
  readonly chosen: LearnerCard | null;
  readonly onChoose: (learner: LearnerCard | null) => void;
  /** Ids of those who can't be chosen. */
  readonly without: ReadonlySet<string>;
}

/** One learner, found by any part of the name ([SUP7]). */
export function FindPerson({ chosen, onChoose, without }: FindPersonProps) {
  const say = useSlotSay();
  const language = useLanguage();
  const rows = useStream('learners', undefined).value?.learners ?? [];
  const [typed, setTyped] = useState('');
  const find = useMemo(() => createFinder(), []);
  const found =
    typed.trim() === ''
      ? []
      : find(rows, { ...everybody, typed }, { courses: [], today: null })
          .filter(({ learner }) => !without.has(learner.learner))
          .slice(0, mostFound);
  const type = (text: string) => {
    setTyped(text);
    onChoose(null);
  };
  return (
    <div>
      <Field label={say('person')} value={typed} keys="km" onChange={type} />
      {chosen === null && typed.trim() !== '' && found.length === 0 && <p>{say('person.none')}</p>}
      {chosen === null && (
        <ul className="timetable__found">
          {found.map(({ learner }) => (
            <li key={learner.learner}>
              <button
                type="button"
                aria-label={say('person.choose', { name: inLanguage(learner.name, language) })}
                onClick={() => {
                  setTyped(inLanguage(learner.name, language));
                  onChoose(learner);
                }}
              >
                <Tile tile={learner.tile} />
                {inLanguage(learner.name, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
