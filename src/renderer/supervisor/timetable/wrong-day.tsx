import { CalendarSync, Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import { dateSchema } from '../../../shared/contracts/timetable.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
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
  if (told === undefined) return null;
  const { confirmed, recorded, clashing, refused } = told;
  if (refused !== null) return <p className="form__soft">{say(`refused.${refused}`)}</p>;
  if (confirmed + recorded === 0) return <p className="form__soft">{say('nobody')}</p>;
  const days = { from: formatDate(from, language), to: formatDate(to, language) };
  if (clashing > 0) {
    return (
      <p className="timetable__unlikely">
        <CircleAlert aria-hidden="true" />
        {say('clash', { ...days, count: clashing })}
      </p>
    );
  }
  const act = async () => {
    if ((await move.run({ from, to })) !== undefined) onDone();
  };
  return (
    <>
      <p>{say('told', { ...days, confirmed, recorded })}</p>
      <p className="form__soft">{say('holds')}</p>
      {move.error !== undefined && <CommandTrouble error={move.error} />}
      <Button
        icon={Check}
        label={say('do')}
        tone="next"
        disabled={move.pending}
        onPress={() => void act()}
      />
    </>
  );
}
