import { Lightbulb } from 'lucide-react';
import { suggest } from '../../../domain/timetable/suggest.ts';
import type { Suggestion } from '../../../domain/timetable/suggest.ts';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import type { TimetableView } from '../../../shared/contracts/ipc/timetable-view.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { sayDuration } from '../../i18n/duration.ts';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';
import { formatSpan } from '../../../shared/khmer/times.ts';
import { weekdayName } from '../../../shared/khmer/dates.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { usePerson } from '../may.tsx';
import { useWeek } from './use-timetable.ts';
import { weekOfView } from './week.ts';

const useWeekSay = createSayHook(weekTexts);
const minuteMs = 60_000;

/** What would even out hours, each with its reason and a button; nothing happens by itself ([TTB6]). */
export function Suggestions() {
  const say = useWeekSay();
  const view = useWeek();
  const { scopes } = usePerson();
  const due = new Map(
    view.groups.flatMap(({ group, quota, got }) =>
      quota === null ? [] : [[group, { quota, got }]],
    ),
  );
  // What of a slot is out of reach can't be changed from here.
  const within = weekOfView(view);
  const suggestions = suggest(within, due).filter(({ group }) => {
    const scope = within.groups.get(group)?.scope;
    return scope !== undefined && scopes.includes(scope);
  });
  return (
    <section className="timetable__part">
      <h3>{say('suggest.title')}</h3>
      {due.size === 0 && <p>{say('suggest.first')}</p>}
      {due.size > 0 && suggestions.length === 0 && <p>{say('suggest.none')}</p>}
      <ol className="timetable__suggestions">
        {suggestions.map((each) => (
          <SuggestionLine key={`${each.group}:${each.weekday}:${each.begins}`} suggestion={each} />
        ))}
      </ol>
    </section>
  );
}

function SuggestionLine({ suggestion }: { readonly suggestion: Suggestion }) {
  const say = useWeekSay();
  const language = useLanguage();
  const view = useWeek();
  const change = useHubCommand(timetableCommands['timetable.slot']);
  const { group, deed, weekday, begins, ends, quota, got, planned } = suggestion;
  const nameOf = (id: string) => {
    const known = view.groups.find((each) => each.group === id);
    return known === undefined ? '–' : inLanguage(known.name, language);
  };
  const hours = (minutes: number) => sayDuration(minutes * minuteMs, language);
  const facts = { group: nameOf(group), planned: hours(planned), quota: hours(quota) };
  const when = { day: weekdayName(weekday, language), time: formatSpan(begins, ends, language) };
  return (
    <li>
      <p>
        {got === null
          ? say('suggest.why-unknown', facts)
          : say('suggest.why', { ...facts, got: hours(got) })}
      </p>
      <p>
        {deed.kind === 'instead'
          ? say('suggest.instead', { ...when, other: nameOf(deed.of) })
          : say(`suggest.${deed.kind}`, when)}
      </p>
      {change.error !== undefined && <CommandTrouble error={change.error} />}
      <Button
        icon={Lightbulb}
        label={say('suggest.do')}
        disabled={change.pending}
        onPress={() => void change.run(asked(suggestion, view))}
      />
    </li>
  );
}

/** The change of a slot that a suggestion comes to. */
function asked({ group, deed, weekday, begins, ends }: Suggestion, view: TimetableView) {
  const held = deed.kind === 'new' ? undefined : view.slots.find(({ slot }) => slot === deed.slot);
  if (held === undefined) {
    const scope = view.groups.find((each) => each.group === group)?.scope ?? 'men';
    const plan = { weekday, begins, ends, scope, groups: [group] };
    return { slot: null, expected: null, plan };
  }
  const left = held.groups.filter((each) => deed.kind !== 'instead' || each !== deed.of);
  const plan = { weekday, begins, ends, scope: held.scope, groups: [...left, group] };
  return { slot: held.slot, expected: held.hubSeq, plan };
}
