import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import { plannedMinutes } from '../../../domain/timetable/group-hours.ts';
import type { WeekGroup } from '../../../shared/contracts/ipc/timetable-view.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { sayDuration } from '../../i18n/duration.ts';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { Suggestions } from './suggestions.tsx';
import { useWeek } from './use-timetable.ts';

const useWeekSay = createSayHook(weekTexts);
const minuteMs = 60_000;
const hourChoices = Array.from({ length: 40 }, (_, at) => (at + 1) * 30);

/** What each group is to get a week, is planned and got, and what would even it out ([TTB6]). */
export function HoursPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useWeekSay();
  const may = useMay();
  const { groups } = useWeek();
  return (
    <section aria-label={say('hours.title')}>
      <PanelHead screen="week-hours" onClose={onClose}>
        <h2 className="learner-panel__title">{say('hours.title')}</h2>
      </PanelHead>
      <div className="form timetable__form">
        {may('timetable.change') && <Suggestions />}
        {groups.length === 0 && <p>{say('hours.nobody')}</p>}
        {groups.map((group) => (
          <GroupHours key={group.group} group={group} />
        ))}
      </div>
    </section>
  );
}

function GroupHours({ group }: { readonly group: WeekGroup }) {
  const say = useWeekSay();
  const language = useLanguage();
  const may = useMay();
  const { slots } = useWeek();
  const set = useHubCommand(timetableCommands['timetable.hours']);
  const name = inLanguage(group.name, language);
  const hours = (minutes: number) => sayDuration(minutes * minuteMs, language);
  const choices = [...new Set([...hourChoices, ...(group.quota === null ? [] : [group.quota])])];
  return (
    <div className="timetable__group">
      <span className="timetable__symbol">
        <Drawing name={group.symbol} />
      </span>
      <div>
        <strong>{name}</strong>
        <span>{say('hours.planned', { hours: hours(plannedMinutes(group.group, slots)) })}</span>
        {group.got !== null && <span>{say('hours.got', { hours: hours(group.got) })}</span>}
        {may('timetable.change') && (
          <Select
            label={say('hours.quota', { group: name })}
            none={say('hours.none')}
            options={choices
              .toSorted((a, b) => a - b)
              .map((minutes) => ({ value: String(minutes), label: hours(minutes) }))}
            value={group.quota === null ? null : String(group.quota)}
            onChange={(chosen) =>
              void set.run({
                group: group.group,
                minutes: chosen === null ? null : Number(chosen),
                expected: group.quotaSeq,
              })
            }
          />
        )}
        {set.error !== undefined && <CommandTrouble error={set.error} />}
      </div>
    </div>
  );
}
