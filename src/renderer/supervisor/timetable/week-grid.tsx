import { Plus, TriangleAlert } from 'lucide-react';
import { clashesAt } from '../../../domain/timetable/clashes.ts';
import type { Week } from '../../../domain/timetable/clashes.ts';
import type { WeekSlot } from '../../../shared/contracts/ipc/timetable-view.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { weekdayName } from '../../../shared/khmer/dates.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { formatClock, formatSpan } from '../../../shared/khmer/times.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { slotTexts } from '../../i18n/texts/supervisor/timetable-slot.ts';
import { timetableTexts } from '../../i18n/texts/supervisor/timetable.ts';
import { moveFocus } from '../../ui/arrow-keys.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { useWeek } from './use-timetable.ts';
import { gridOf, sayGroups, weekOfView } from './week.ts';

const useTimetableSay = createSayHook(timetableTexts);
const useSlotSay = createSayHook(slotTexts);

/** How many symbols of groups a slot shows; the rest as a number. */
const mostSymbols = 3;

interface WeekGridProps {
  readonly chosen: CommandId | null;
  readonly onSlot: (slot: CommandId) => void;
  /** Null for who may only look. */
  readonly onAdd: ((weekday: number, begins: number) => void) | null;
}

/** Days beside each other, times beneath: each slot a button, and each free field one more ([WCA2]). */
export function WeekGrid({ chosen, onSlot, onAdd }: WeekGridProps) {
  const say = useTimetableSay();
  const language = useLanguage();
  const view = useWeek();
  const week = weekOfView(view);
  const { begins, weekdays } = gridOf(view.slots);
  const at = (weekday: number, time: number) =>
    view.slots.filter((slot) => slot.weekday === weekday && slot.begins === time);
  return (
    <div className="week" role="presentation" onKeyDown={moveFocus}>
      <table aria-label={say('grid')}>
        <thead>
          <tr>
            <th scope="col">{say('time')}</th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" className={`week__day week__day--${weekday}`}>
                {weekdayName(weekday, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {begins.map((time) => (
            <tr key={time}>
              <th scope="row">{formatClock(time, language)}</th>
              {weekdays.map((weekday) => (
                <td key={weekday}>
                  {at(weekday, time).map((slot) => (
                    <SlotCard
                      key={slot.slot}
                      slot={slot}
                      week={week}
                      chosen={slot.slot === chosen}
                      onPress={() => onSlot(slot.slot)}
                    />
                  ))}
                  {onAdd !== null && at(weekday, time).length === 0 && (
                    <button
                      type="button"
                      className="week__add"
                      aria-label={say('add', {
                        day: weekdayName(weekday, language),
                        time: formatClock(time, language),
                      })}
                      onClick={() => onAdd(weekday, time)}
                    >
                      <Plus aria-hidden="true" />
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SlotCardProps {
  readonly slot: WeekSlot;
  readonly week: Week;
  readonly chosen: boolean;
  readonly onPress: () => void;
}

/** A slot: its groups' symbols, how long, for whom, and whether it wants looking at. */
function SlotCard({ slot, week, chosen, onPress }: SlotCardProps) {
  const say = useTimetableSay();
  const saySlot = useSlotSay();
  const language = useLanguage();
  const { groups } = useWeek();
  const clashes = clashesAt(slot, week).length > 0;
  const own = groups.filter(({ group }) => slot.groups.includes(group));
  const count = own.reduce((sum, { learners }) => sum + learners, 0);
  const more = own.length - mostSymbols;
  return (
    <button
      type="button"
      className={`slot-card slot-card--${slot.scope}`}
      aria-pressed={chosen}
      onClick={onPress}
    >
      <span className="slot-card__time">{formatSpan(slot.begins, slot.ends, language)}</span>
      <span className="slot-card__groups">
        {own.slice(0, mostSymbols).map(({ group, symbol }) => (
          <span key={group} className="slot-card__symbol">
            <Drawing name={symbol} />
          </span>
        ))}
        {more > 0 && <span>{`+${formatNumber(more, language)}`}</span>}
        <span className="unseen">{sayGroups(slot.groups, groups, language)}</span>
      </span>
      <span className="slot-card__words">
        {saySlot(`scope.${slot.scope}`)}
        {' · '}
        {own.length > 0 && say('seated', { learners: count, seats: week.usable.size })}
        {own.length === 0 && say(slot.others > 0 ? 'taken' : 'nobody')}
      </span>
      {clashes && (
        <span className="slot-card__clash">
          <TriangleAlert aria-hidden="true" />
          {say('clash')}
        </span>
      )}
    </button>
  );
}
