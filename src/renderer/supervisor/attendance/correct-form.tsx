import { Check } from 'lucide-react';
import { useState } from 'react';
import { isSameWord, wordOf } from '../../../domain/attendance/standing-mark.ts';
import { attendanceCommands } from '../../../shared/contracts/commands/attendance-commands.ts';
import type { AttendanceLineView } from '../../../shared/contracts/ipc/attendance-view.ts';
import { absences } from '../../../shared/contracts/lab-attendance.ts';
import type { Absence, AttendanceWord } from '../../../shared/contracts/lab-attendance.ts';
import { Button } from '../../ui/button.tsx';
import { useStay } from '../desk/stay.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Choice } from '../form/choice.tsx';
import { Field } from '../form/field.tsx';
import { ReasonField } from '../form/reason-field.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import { minutesIn } from './edited-lines.ts';
import { useAttendanceSay } from './say-attendance.ts';
import '../form/form.css';

interface CorrectFormProps {
  readonly day: string;
  readonly line: AttendanceLineView;
  readonly onDone: () => void;
}

/** Says otherwise than was confirmed, or the same in the knowledge of what came later: a new record ([ATT5]). */
export function CorrectForm({ day, line, onDone }: CorrectFormProps) {
  const say = useAttendanceSay();
  const { learner, proposed, said, differs } = line;
  const before = said.at(-1)?.word ?? wordOf(proposed);
  const start = differs ? wordOf(proposed) : before;
  const [there, setThere] = useState(start.there);
  const [minutes, setMinutes] = useState(String(start.there ? start.minutes : proposed.minutes));
  const [absence, setAbsence] = useState<Absence>(start.there ? 'unexplained' : start.absence);
  const [reason, setReason] = useState<string | null>(null);
  const correct = useHubCommand(attendanceCommands['attendance.correct']);
  useStay(correct.pending);
  const count = minutesIn(minutes);
  const isAbout = start.there && start.about && count === start.minutes;
  const word: AttendanceWord | null = !there
    ? { there, absence }
    : count === null
      ? null
      : { there, minutes: count, about: isAbout };
  const isNew = word !== null && (differs || !isSameWord(word, before));
  const act = async () => {
    if (word === null || reason === null) return;
    const asked = { learner, day, word, proposed };
    if ((await correct.run(asked, { reason })) !== undefined) onDone();
  };
  return (
    <div className="form">
      <h3>{say('correct.title')}</h3>
      <Choice
        label={say('there')}
        options={[
          { value: 'yes', label: say('present') },
          { value: 'no', label: say('absent') },
        ]}
        value={there ? 'yes' : 'no'}
        onChange={(value) => setThere(value === 'yes')}
      />
      {there ? (
        <Field label={say('minutes')} value={minutes} maxLength={4} onChange={setMinutes} />
      ) : (
        <Select
          label={say('why')}
          options={absences.map((value) => ({ value, label: say(`absence.${value}`) }))}
          value={absence}
          onChange={(value) => setAbsence(value ?? 'unexplained')}
        />
      )}
      <ReasonField
        reasons={{
          'wrongly-marked': say('correct.wrongly-marked'),
          'recorded-later': say('correct.recorded-later'),
          'minutes-wrong': say('correct.minutes-wrong'),
          'absence-known': say('correct.absence-known'),
        }}
        onChange={setReason}
      />
      <p className="form__soft">{say('correct.holds')}</p>
      {correct.error !== undefined && <CommandTrouble error={correct.error} />}
      <Button
        icon={Check}
        label={say('correct.do')}
        tone="next"
        disabled={!isNew || reason === null || correct.pending}
        onPress={() => void act()}
      />
    </div>
  );
}
