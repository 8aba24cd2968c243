import { CalendarX, X } from 'lucide-react';
import { useState } from 'react';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import { dateSchema, outsidePolicies } from '../../../shared/contracts/timetable.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { Button } from '../../ui/button.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Choice } from '../form/choice.tsx';
import { TickList } from '../form/tick-list.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { DateField } from './date-field.tsx';
import { useWeek } from './use-timetable.ts';

const useWeekSay = createSayHook(weekTexts);
const useSlotSay = createSayHook(slotTexts);

/** What holds for the whole week: outside of slots, closed days, seats out of order ([TTB4], [TTB9]). */
export function RulesPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useWeekSay();
  return (
    <section aria-label={say('rules.title')}>
      <PanelHead screen="week-rules" onClose={onClose}>
        <h2 className="learner-panel__title">{say('rules.title')}</h2>
      </PanelHead>
      <div className="form timetable__form">
        <Policy />
        <ClosedDays />
        <SeatsOutOfOrder />
      </div>
    </section>
  );
}

function Policy() {
  const say = useWeekSay();
  const may = useMay();
  const { policy } = useWeek();
  const set = useHubCommand(timetableCommands['timetable.policy']);
  if (!may('timetable.policy')) {
    return (
      <section className="timetable__part">
        <h3>{say('rules.policy')}</h3>
        <p>{say(`policy.${policy}`)}</p>
        <p className="form__soft">{say('policy.who')}</p>
      </section>
    );
  }
  return (
    <>
      <Choice
        label={say('rules.policy')}
        options={outsidePolicies.map((value) => ({ value, label: say(`policy.${value}`) }))}
        value={policy}
        onChange={(next) => void set.run({ policy: next })}
      />
      {set.error !== undefined && <CommandTrouble error={set.error} />}
    </>
  );
}

function ClosedDays() {
  const say = useWeekSay();
  const language = useLanguage();
  const { closed, now } = useWeek();
  const [typed, setTyped] = useState(now?.date ?? '');
  const set = useHubCommand(timetableCommands['timetable.day']);
  const date = dateSchema.safeParse(typed);
  return (
    <section className="timetable__part">
      <h3>{say('rules.closed')}</h3>
      {closed.length === 0 && <p>{say('rules.closed-none')}</p>}
      <ul className="timetable__people">
        {closed.map((day) => (
          <li key={day}>
            <span>{formatDate(day, language)}</span>
            <button
              type="button"
              aria-label={say('rules.open', { date: formatDate(day, language) })}
              onClick={() => void set.run({ date: day, closed: false })}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <DateField label={say('today.date')} value={typed} onChange={setTyped} />
      {set.error !== undefined && <CommandTrouble error={set.error} />}
      <Button
        icon={CalendarX}
        label={say('rules.close')}
        disabled={!date.success || set.pending}
        onPress={() => date.success && void set.run({ date: date.data, closed: true })}
      />
    </section>
  );
}

function SeatsOutOfOrder() {
  const say = useWeekSay();
  const saySlot = useSlotSay();
  const { stations } = useWeek();
  const set = useHubCommand(timetableCommands['timetable.place']);
  const out = new Set(stations.flatMap(({ station, usable }) => (usable ? [] : [station])));
  const toggle = (ticked: ReadonlySet<(typeof stations)[number]['station']>) => {
    const moved = stations.find(({ station }) => ticked.has(station) !== out.has(station));
    if (moved !== undefined) void set.run({ station: moved.station, usable: !moved.usable });
  };
  return (
    <>
      <TickList
        label={say('rules.seats')}
        items={stations.map(({ station, seat }) => ({
          value: station,
          label: saySlot('seat.number', { seat }),
        }))}
        ticked={out}
        onChange={toggle}
      />
      {set.error !== undefined && <CommandTrouble error={set.error} />}
    </>
  );
}
