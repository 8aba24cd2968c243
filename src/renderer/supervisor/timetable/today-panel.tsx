import { CalendarCheck, CircleAlert, Pencil } from 'lucide-react';
import { useState } from 'react';
import { unlikelyDay } from '../../../domain/timetable/unlikely-day.ts';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import { dateSchema } from '../../../shared/contracts/timetable.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { formatDigits } from '../../../shared/khmer/numbers.ts';
import { sayTime } from '../../../shared/khmer/times.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { DateField } from './date-field.tsx';
import { RosterPart } from './roster-part.tsx';
import { useWeek } from './use-timetable.ts';
import { WrongDay } from './wrong-day.tsx';

const useWeekSay = createSayHook(weekTexts);
const useSlotSay = createSayHook(slotTexts);
const hours = Array.from({ length: 24 }, (_, at) => at);
const minutes = Array.from({ length: 60 }, (_, at) => at);

/** Which day it is, who should be here, and the list to be printed ([TTB2], [TTB7], [TTB11]). */
export function TodayPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useWeekSay();
  const { now } = useWeek();
  return (
    <section aria-label={say('today.title')}>
      <PanelHead screen="week-today" onClose={onClose}>
        <h2 className="learner-panel__title">{say('today.title')}</h2>
      </PanelHead>
      <div className="form timetable__form">
        <LabDay />
        <WrongDay />
        <ShouldBeHere />
        {now !== null && <RosterPart today={now.date} />}
      </div>
    </section>
  );
}

function LabDay() {
  const say = useWeekSay();
  const language = useLanguage();
  const may = useMay();
  const { now } = useWeek();
  const [setting, setSetting] = useState(false);
  const facts = now && {
    date: formatDate(now.date, language),
    time: sayTime(now.minute, language),
  };
  const mayConfirm = may('lab-day.confirm');
  const sure = now?.sure === true;
  return (
    <section className="timetable__part form">
      {facts === null && <p>{say('today.unknown')}</p>}
      {facts !== null && (
        <p className={sure ? 'timetable__sure' : undefined}>
          {say(sure ? 'today.sure' : 'today.unsure', facts)}
        </p>
      )}
      {mayConfirm && sure && !setting && (
        <Button icon={Pencil} label={say('today.again')} onPress={() => setSetting(true)} />
      )}
      {mayConfirm && (!sure || setting) && (
        <ConfirmDay key={now?.date} onDone={() => setSetting(false)} />
      )}
    </section>
  );
}

/** Day and time as they are by the hub; whoever knows better puts them right. */
function ConfirmDay({ onDone }: { readonly onDone: () => void }) {
  const say = useWeekSay();
  const language = useLanguage();
  const { now, lastDay } = useWeek();
  const [date, setDate] = useState(now?.date ?? '');
  /** Null while it is the hub's own, which goes on. */
  const [minute, setMinute] = useState<number | null>(null);
  const confirm = useHubCommand(timetableCommands['lab-day.confirm']);
  const day = dateSchema.safeParse(date);
  const at = minute ?? now?.minute ?? 0;
  const unlikely = day.success ? unlikelyDay(day.data, lastDay) : null;
  const save = async () => {
    if (!day.success) return;
    const done = await confirm.run({ date: day.data, minute: at });
    if (done !== undefined) onDone();
  };
  const options = (all: readonly number[]) =>
    all.map((each) => ({
      value: String(each),
      label: formatDigits(String(each).padStart(2, '0'), language),
    }));
  return (
    <>
      <DateField label={say('today.date')} value={date} onChange={setDate} />
      <fieldset className="form__choice">
        <legend>{say('today.minute')}</legend>
        <div className="timetable__date">
          <Select
            label={say('time.hour')}
            options={options(hours)}
            value={String(Math.floor(at / 60))}
            onChange={(next) => setMinute(Number(next ?? 0) * 60 + (at % 60))}
          />
          <Select
            label={say('time.minute')}
            options={options(minutes)}
            value={String(at % 60)}
            onChange={(next) => setMinute(Math.floor(at / 60) * 60 + Number(next ?? 0))}
          />
        </div>
      </fieldset>
      {unlikely !== null && lastDay !== null && (
        <output className="timetable__unlikely">
          <CircleAlert aria-hidden="true" />
          {say(`today.unlikely.${unlikely}`, { day: formatDate(lastDay, language) })}
        </output>
      )}
      {confirm.error !== undefined && <CommandTrouble error={confirm.error} />}
      <Button
        icon={CalendarCheck}
        label={say(unlikely === null ? 'today.confirm' : 'today.confirm-unlikely')}
        tone="next"
        disabled={!day.success || confirm.pending}
        onPress={() => void save()}
      />
    </>
  );
}

function ShouldBeHere() {
  const say = useWeekSay();
  const saySlot = useSlotSay();
  const language = useLanguage();
  const { expected, stations, now } = useWeek();
  if (now?.sure !== true) return null;
  return (
    <section className="timetable__part">
      <h3>{say('today.now')}</h3>
      {expected.length === 0 && <p>{say('today.nobody')}</p>}
      <ul className="timetable__people">
        {expected.map(({ slot, learner, station }) => {
          const seat = stations.find((each) => each.station === station)?.seat;
          return (
            <li key={`${slot}:${learner.learner}`}>
              <Tile tile={learner.tile} />
              <span>
                <strong>{inLanguage(learner.name, language)}</strong>
                {seat === undefined ? saySlot('seat.any') : saySlot('seat.number', { seat })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
