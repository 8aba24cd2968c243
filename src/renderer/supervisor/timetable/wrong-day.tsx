import { CalendarSync, Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import type { WrongDayView } from '../../../shared/contracts/ipc/attendance-view.ts';
import { dateSchema } from '../../../shared/contracts/timetable.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { wrongDayTexts } from '../../i18n/texts/supervisor/timetable-wrong-day.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { DateField } from './date-field.tsx';
import { useWeek } from './use-timetable.ts';

const useWrongDaySay = createSayHook(wrongDayTexts);

/** A whole lab day that was confirmed wrong, put right: told first, then done ([ATT12]). */
export function WrongDay() {
  const say = useWrongDaySay();
  const may = useMay();
  const { now } = useWeek();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  if (!may('lab-day.move') || now === null) return null;
  if (!open) {
    return (
      <section className="timetable__part form">
        {done && <output>{say('done')}</output>}
        <Button icon={CalendarSync} label={say('open')} onPress={() => setOpen(true)} />
      </section>
    );
  }
  return (
    <Days
      today={now.date}
      onDone={() => {
        setOpen(false);
        setDone(true);
      }}
    />
  );
}

interface DaysProps {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly onDone: () => void;
}

function Days({ today, onDone }: DaysProps) {
  const say = useWrongDaySay();
  const { lastDay } = useWeek();
  // A day to come on which somebody was here is the one that is meant.
  const [wrong, setWrong] = useState(lastDay !== null && lastDay > today ? lastDay : today);
  const [right, setRight] = useState(today);
  const [from, to] = [dateSchema.safeParse(wrong), dateSchema.safeParse(right)];
  return (
    <section className="timetable__part form" data-wrong-day>
      <h3>{say('title')}</h3>
      <DateField label={say('wrong')} value={wrong} onChange={setWrong} />
      <DateField label={say('right')} value={right} onChange={setRight} />
      {from.success && to.success && (
        <Telling key={`${from.data} ${to.data}`} from={from.data} to={to.data} onDone={onDone} />
      )}
    </section>
  );
}

interface TellingProps extends Pick<DaysProps, 'onDone'> {
  readonly from: string;
  readonly to: string;
}

/** What it would come to, and the press that does it. */
function Telling({ from, to, onDone }: TellingProps) {
  const say = useWrongDaySay();
  const language = useLanguage();
  const told = useStream('wrong-day', { from, to }).value;
  const move = useHubCommand(timetableCommands['lab-day.move']);
  const [closed, setClosed] = useState(false);
  if (told === undefined) return null;
  const { confirmed, recorded, clashing, refused, near, countsAs } = told;
  const days = { from: formatDate(from, language), to: formatDate(to, language) };
  const back = countsAs !== null && (
    <p className="form__soft">
      {say('back', { from: days.from, to: formatDate(countsAs, language) })}
    </p>
  );
  if (refused !== null || confirmed + recorded === 0) {
    return (
      <>
        {back}
        <p className="form__soft">{say(refused === null ? 'nobody' : `refused.${refused}`)}</p>
      </>
    );
  }
  const act = async () => {
    if ((await move.run({ from, to })) !== undefined) onDone();
  };
  return (
    <>
      {back}
      <p>{say('told', { ...days, confirmed, recorded })}</p>
      <GroupsMoving groups={told.groups} />
      {clashing > 0 && (
        <p className="timetable__unlikely">
          <CircleAlert aria-hidden="true" />
          {say('clash', { ...days, count: clashing })}
        </p>
      )}
      {clashing === 0 && (
        <>
          <p className="form__soft">{say('holds')}</p>
          {near && from !== to && (
            <Near {...days} closed={closed} onTick={() => setClosed(!closed)} />
          )}
          {move.error !== undefined && <CommandTrouble error={move.error} />}
          <Button
            icon={Check}
            label={say('do')}
            tone="next"
            disabled={move.pending || (near && from !== to && !closed)}
            onPress={() => void act()}
          />
        </>
      )}
    </>
  );
}

/** What would move of each group, and what meets it on the right day. */
function GroupsMoving({ groups }: Pick<WrongDayView, 'groups'>) {
  const say = useWrongDaySay();
  const language = useLanguage();
  return (
    <ul className="timetable__moving">
      {groups.map(({ group, name, ...counts }) => (
        <li key={group}>
          <strong>{inLanguage(name, language)}</strong>
          {(['confirmed', 'recorded', 'adding', 'clashing'] as const)
            .filter((each) => counts[each] > 0)
            .map((each) => (
              <span key={each}>{say(`group.${each}`, { count: counts[each] })}</span>
            ))}
        </li>
      ))}
    </ul>
  );
}

interface NearProps {
  /** Both days as they are written. */
  readonly from: string;
  readonly to: string;
  readonly closed: boolean;
  readonly onTick: () => void;
}

/** Of a day on which the lab may have been open itself: nobody but a person can tell. */
function Near({ from, to, closed, onTick }: NearProps) {
  const say = useWrongDaySay();
  return (
    <>
      <p className="timetable__unlikely">
        <CircleAlert aria-hidden="true" />
        {say('near', { from, to })}
      </p>
      <label className="form__tick">
        <input type="checkbox" checked={closed} onChange={onTick} />
        {say('near.tick', { from })}
      </label>
    </>
  );
}
