import { inLanguage, languageGiven, useLanguage } from '../../../../i18n/language.tsx';
import { useRecordSay } from '../record/record-say.ts';
import { stateNow } from './lesson-record.ts';
import type { LessonRecord } from './lesson-record.ts';

interface ChooseLessonProps {
  readonly records: readonly LessonRecord[];
  readonly onChoose: (record: LessonRecord) => void;
}

/** Which lesson, with what is recorded of each. */
export function ChooseLesson({ records, onChoose }: ChooseLessonProps) {
  const say = useRecordSay();
  const language = useLanguage();
  if (records.length === 0) return <p>{say('correct.none')}</p>;
  return (
    <div>
      <h4>{say('correct.what')}</h4>
      <ul className="record-deed__lessons">
        {records.map((record) => (
          <li key={record.card.key}>
            <button type="button" onClick={() => onChoose(record)}>
              <span lang={languageGiven(record.card.title, language)}>
                {inLanguage(record.card.title, language)}
              </span>
              <small>{say(`state.${stateNow(record)}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
