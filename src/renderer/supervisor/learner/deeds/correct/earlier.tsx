import { Undo2 } from 'lucide-react';
import type { HeldCorrection } from '../../../../../shared/contracts/commands/record-commands.ts';
import type { Correcting } from '../../../../../shared/contracts/correction.ts';
import { formatDate } from '../../../../../shared/khmer/dates.ts';
import { inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { Button } from '../../../../ui/button.tsx';
import { useStream } from '../../../station.ts';
import { useRecordSay } from '../record/record-say.ts';
import { lessonOf } from './lesson-record.ts';
import type { LessonRecord } from './lesson-record.ts';

interface EarlierProps {
  readonly corrections: readonly HeldCorrection[];
  readonly records: readonly LessonRecord[];
  readonly onWithdraw: (what: Correcting) => void;
}

/** What was corrected before, by whom and why; each can be taken back. */
export function Earlier({ corrections, records, onWithdraw }: EarlierProps) {
  const say = useRecordSay();
  if (corrections.length === 0) return null;
  return (
    <div>
      <h4>{say('correct.earlier')}</h4>
      {corrections.map((each) => (
        <Entry
          key={each.id}
          correction={each}
          records={records}
          onWithdraw={() => onWithdraw({ kind: 'withdraw', of: each.id, reason: 'mistaken' })}
        />
      ))}
    </div>
  );
}

interface EntryProps {
  readonly correction: HeldCorrection;
  readonly records: readonly LessonRecord[];
  readonly onWithdraw: () => void;
}

function Entry({ correction, records, onWithdraw }: EntryProps) {
  const say = useRecordSay();
  const language = useLanguage();
  const people = useStream('staff', undefined).value?.people ?? [];
  const { what, asked, confirmed, day, withdrawn } = correction;
  const lesson = lessonOf(what, records);
  const nameOf = (staff: string) => {
    const found = people.find((each) => each.staff === staff);
    return found === undefined ? staff : inLanguage(found.name, language);
  };
  const by = { asked: nameOf(asked), confirmed: nameOf(confirmed) };
  return (
    <div className="record-deed__entry">
      <strong>
        {lesson !== null && inLanguage(lesson.title, language)}
        {lesson === null && 'lesson' in what && what.lesson}
      </strong>
      <span>
        {say(what.kind === 'strike' ? 'state.struck' : 'state.added')} ·{' '}
        {say(`reason.${what.reason}`)}
      </span>
      <small>{say('correct.by', { ...by, day: formatDate(day, language) })}</small>
      {withdrawn ? (
        <em>{say('correct.withdrawn')}</em>
      ) : (
        <Button icon={Undo2} label={say('correct.withdraw')} onPress={onWithdraw} />
      )}
    </div>
  );
}
