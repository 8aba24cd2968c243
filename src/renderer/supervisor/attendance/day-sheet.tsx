import { CalendarX2, CheckCheck, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { dayPage } from '../../../domain/attendance/sheet-page.ts';
import { attendanceCommands } from '../../../shared/contracts/commands/attendance-commands.ts';
import type { AttendanceView } from '../../../shared/contracts/ipc/attendance-view.ts';
import type { AttendanceWord } from '../../../shared/contracts/lab-attendance.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { useStay } from '../desk/stay.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { isWaiting, linesToConfirm, wordShown } from './edited-lines.ts';
import type { EditedLines } from './edited-lines.ts';
import { PrintButton } from './print-button.tsx';
import { useAttendanceSay } from './say-attendance.ts';
import { SheetLine } from './sheet-line.tsx';

interface DaySheetProps {
  readonly view: AttendanceView;
  readonly sheet: NonNullable<AttendanceView['sheet']>;
  readonly chosen: LearnerId | null;
  readonly onChoose: (learner: LearnerId) => void;
  /** Has everybody of the group put on the sheet of a day of nobody. */
  readonly onEverybody: () => void;
}

/** A group's sheet of one day. */
export function DaySheet({ view, sheet, chosen, onChoose, onEverybody }: DaySheetProps) {
  const say = useAttendanceSay();
  const may = useMay();
  const [edited, setEdited] = useState<EditedLines>(new Map());
  const { lines, day, days } = sheet;
  const toCome = days.find((each) => each.day === day)?.toCome ?? false;
  const mayConfirm = may('attendance.confirm') && !toCome;
  const edit = (learner: LearnerId, word: AttendanceWord) =>
    setEdited(new Map([...edited, [learner, word]]));
  if (lines.length === 0) return <Nobody onFill={mayConfirm ? onEverybody : null} />;
  return (
    <div className="attendance">
      {toCome && (
        <p className="attendance__notice">
          <CalendarX2 aria-hidden="true" />
          {say('to-come')}
        </p>
      )}
      <div className="attendance__sheet">
        <table>
          <thead>
            <tr>
              <th scope="col">{say('learner')}</th>
              <th scope="col">{say('there')}</th>
              <th scope="col">{say('minutes')}</th>
              <th scope="col">{say('why')}</th>
              <th scope="col">{say('stands')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <SheetLine
                key={line.learner}
                line={line}
                edited={edited}
                chosen={line.learner === chosen}
                onEdit={mayConfirm && isWaiting(line) ? (word) => edit(line.learner, word) : null}
                onChoose={() => onChoose(line.learner)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Foot view={view} sheet={sheet} edited={edited} mayConfirm={mayConfirm} />
    </div>
  );
}

interface FootProps extends Pick<DaySheetProps, 'view' | 'sheet'> {
  readonly edited: EditedLines;
  readonly mayConfirm: boolean;
}

/** Confirming what waits, and the sheet on paper. */
function Foot({ view, sheet, edited, mayConfirm }: FootProps) {
  const say = useAttendanceSay();
  const may = useMay();
  const confirm = useHubCommand(attendanceCommands['attendance.confirm']);
  const [done, setDone] = useState(false);
  useStay(confirm.pending);
  const { group, day, lines } = sheet;
  const waiting = linesToConfirm(lines, edited);
  const present = waiting.filter(({ word }) => word.there).length;
  const act = async () => {
    setDone((await confirm.run({ group, day, lines: waiting })) !== undefined);
  };
  const name = view.groups.find((each) => each.group === group)?.name ?? { km: '' };
  return (
    <div className="attendance__foot">
      {confirm.error !== undefined && <CommandTrouble error={confirm.error} />}
      {waiting.length === 0 ? (
        <output>{say(done ? 'confirm.done' : 'all-done')}</output>
      ) : mayConfirm ? (
        <Button
          icon={CheckCheck}
          label={say('confirm', { present, absent: waiting.length - present })}
          tone="next"
          disabled={confirm.pending}
          onPress={() => void act()}
        />
      ) : (
        <p>{say('sees-only')}</p>
      )}
      {mayConfirm && waiting.length > 0 && <small>{say('confirm.after')}</small>}
      {may('attendance.confirm') && (
        <PrintButton
          of={{ group, of: day, learners: lines.map(({ learner }) => learner) }}
          page={() =>
            dayPage(
              { group: name, day, today: view.today ?? day },
              lines.map((line) => ({
                name: line.name,
                word: wordShown(line, edited),
                confirmed: !isWaiting(line),
              })),
            )
          }
        />
      )}
    </div>
  );
}

function Nobody({ onFill }: { readonly onFill: (() => void) | null }) {
  const say = useAttendanceSay();
  return (
    <Empty
      screen="attendance-nobody"
      drawing="basket"
      title={say('nobody.title')}
      advice={say('nobody.do')}
    >
      {onFill !== null && <Button icon={PencilLine} label={say('nobody.fill')} onPress={onFill} />}
    </Empty>
  );
}
