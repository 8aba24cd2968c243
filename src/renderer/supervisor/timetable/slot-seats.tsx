import { Armchair, X } from 'lucide-react';
import { useState } from 'react';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import type { WeekSeat, WeekSlot } from '../../../shared/contracts/ipc/timetable-view.ts';
import type { LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import type { StationId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { FindPerson } from './find-person.tsx';
import { useWeek } from './use-timetable.ts';

const useSlotSay = createSayHook(slotTexts);

/** Learners' own seats in a slot, and places in it of learners of other groups ([TTB5]). */
export function SlotSeats({ slot }: { readonly slot: WeekSlot }) {
  const say = useSlotSay();
  const may = useMay();
  const { seats, stations } = useWeek();
  const own = seats.filter((each) => each.slot === slot.slot && each.seated);
  const [learner, setLearner] = useState<LearnerCard | null>(null);
  const [station, setStation] = useState<StationId | null>(null);
  const give = useHubCommand(timetableCommands['timetable.seat']);
  const expectedOf = (id: string) =>
    seats.find((each) => each.slot === slot.slot && each.learner.learner === id)?.hubSeq ?? null;
  const put = async (to: LearnerCard, seated: boolean, at: StationId | null) => {
    const done = await give.run({
      slot: slot.slot,
      learner: to.learner,
      seated,
      station: at,
      expected: expectedOf(to.learner),
    });
    if (done !== undefined) setLearner(null);
  };
  const mayChange = may('timetable.change');
  return (
    <section className="timetable__part">
      <h3>{say('seats')}</h3>
      <p className="form__soft">{say('seats.free')}</p>
      <ul className="timetable__people">
        {own.map((each) => (
          <SeatLine
            key={each.learner.learner}
            seat={each}
            onBack={mayChange ? () => void put(each.learner, false, null) : null}
          />
        ))}
      </ul>
      {mayChange && (
        <>
          <FindPerson
            key={own.length}
            chosen={learner}
            onChoose={setLearner}
            without={new Set(own.map((each) => each.learner.learner))}
          />
          <Select
            label={say('seat')}
            none={say('seat.any')}
            options={stations
              .filter(({ usable }) => usable)
              .map((each) => ({
                value: each.station,
                label: say('seat.number', { seat: each.seat }),
              }))}
            value={station}
            onChange={setStation}
          />
          {give.error !== undefined && <CommandTrouble error={give.error} />}
          <Button
            icon={Armchair}
            label={say('seat.give')}
            disabled={learner === null || give.pending}
            onPress={() => learner !== null && void put(learner, true, station)}
          />
        </>
      )}
    </section>
  );
}

function SeatLine(props: { readonly seat: WeekSeat; readonly onBack: (() => void) | null }) {
  const say = useSlotSay();
  const language = useLanguage();
  const { stations } = useWeek();
  const { learner, station } = props.seat;
  const name = inLanguage(learner.name, language);
  const number = stations.find((each) => each.station === station)?.seat;
  return (
    <li>
      <Tile tile={learner.tile} />
      <span>
        <strong>{name}</strong>
        {number === undefined ? say('seat.any') : say('seat.number', { seat: number })}
      </span>
      {props.onBack !== null && (
        <button type="button" aria-label={say('seat.back', { name })} onClick={props.onBack}>
          <X aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
