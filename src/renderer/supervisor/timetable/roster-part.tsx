import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { dateAfter, weekdayOfDate } from '../../../domain/timetable/days.ts';
import { rosterPage } from '../../../domain/timetable/roster-page.ts';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import { formatDate, weekdayName } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';
import { Button } from '../../ui/button.tsx';
import { PrintIt } from '../saving/print-it.tsx';
import { SavingWords } from '../saving/saving-words.tsx';
import { useSaving } from '../saving/use-saving.ts';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import {
  printedDrawings,
  printedSymbol,
  printedTile,
  printedTileStyle,
} from '../learner/printed-tiles.tsx';
import { useStream } from '../station.ts';

const useWeekSay = createSayHook(weekTexts);
/** As far ahead as anybody prints. */
const daysOffered = 7;

/** Who comes when on a day, as a PDF on A4: who made it is on record first ([TTB11]). */
export function RosterPart({ today }: { readonly today: string }) {
  const say = useWeekSay();
  const language = useLanguage();
  const [ahead, setAhead] = useState(0);
  const date = dateAfter(today, ahead);
  const roster = useStream('roster', { date }).value;
  const note = useHubCommand(timetableCommands['roster.print']);
  const saving = useSaving('roster');
  const make = async (way: 'page' | 'print') => {
    if (roster === undefined) return;
    const people = roster.slots.flatMap((slot) => slot.people);
    const learners = [...new Set(people.map(({ learner }) => learner.learner))];
    if ((await note.run({ date, learners })) === undefined) return;
    const drawings = printedDrawings(people.map(({ learner }) => learner.tile));
    const slots = roster.slots.map((slot) => ({
      ...slot,
      groups: slot.groups.map(({ name, symbol }) => ({ name, symbol: printedSymbol(symbol) })),
      people: slot.people.map(({ learner, seat }) => ({
        name: learner.name,
        seat,
        tile: printedTile(learner.tile),
      })),
    }));
    const html = rosterPage({ date, slots }, { style: printedTileStyle, drawings });
    await saving[way](`roster-${date}`, html);
  };
  return (
    <section className="timetable__part form">
      <h3>{say('roster.title')}</h3>
      <Select
        label={say('roster.day')}
        options={Array.from({ length: daysOffered }, (_, at) => {
          const day = dateAfter(today, at);
          const name = weekdayName(weekdayOfDate(day), language);
          return { value: String(at), label: `${name} ${formatDate(day, language)}` };
        })}
        value={String(ahead)}
        onChange={(next) => {
          setAhead(Number(next ?? 0));
          saving.forget();
        }}
      />
      {roster?.slots.length === 0 ? (
        <p>{say('roster.nobody')}</p>
      ) : (
        <>
          <p className="form__soft">{say('roster.noted')}</p>
          {note.error !== undefined && <CommandTrouble error={note.error} />}
          <SavingWords
            saving={saving}
            left={say('roster.left')}
            saved={(file) => say('roster.saved', { file })}
          />
          <Button
            icon={FileDown}
            label={say('roster.make')}
            disabled={roster === undefined || note.pending || saving.pending}
            onPress={() => void make('page')}
          />
          <PrintIt
            saving={saving}
            disabled={roster === undefined || note.pending || saving.pending}
            onPress={() => void make('print')}
          />
        </>
      )}
    </section>
  );
}
