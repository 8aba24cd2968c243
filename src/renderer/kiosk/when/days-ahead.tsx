import { Armchair, MoonStar } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tile as TileOf } from '../../../shared/contracts/documents/directory.ts';
import type { ComesNext } from '../../../shared/contracts/timetable.ts';
import { shortWeekday } from '../../../shared/khmer/dates.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Tile } from '../../ui/tile.tsx';
import { useSay } from '../shell/say.ts';

/** More days than these don't fit beside each other: then one moon stands for all nights. */
const mostDays = 7;

interface DaysAheadProps {
  readonly next: ComesNext;
  readonly tile: TileOf;
}

/** Every day from today, where I am, to my day, with a night between; in their colours, with their names. */
export function DaysAhead({ next, tile }: DaysAheadProps) {
  const say = useSay();
  const { inDays, weekday } = next;
  const today = weekdayBefore(weekday, inDays);
  const between = inDays > 0 && inDays < mostDays ? inDays - 1 : 0;
  const nights = say('when.nights', { count: inDays });
  return (
    <ol className="when__days">
      <Day weekday={today} mine={inDays === 0} note={say('when.today')}>
        <Tile tile={tile} />
      </Day>
      {inDays >= mostDays && <Night words={nights} count={inDays} />}
      {Array.from({ length: between }, (_, at) => [
        <Night key={`night-${at}`} />,
        <Day key={`day-${at}`} weekday={weekdayBefore(weekday, inDays - 1 - at)} mine={false} />,
      ])}
      {inDays > 0 && (
        <>
          {inDays < mostDays && <Night words={nights} />}
          <Day weekday={weekday} mine>
            <Armchair aria-hidden="true" />
          </Day>
        </>
      )}
    </ol>
  );
}

const weekdayBefore = (weekday: number, days: number) => ((((weekday - 1 - days) % 7) + 7) % 7) + 1;

interface DayProps {
  readonly weekday: number;
  /** Whether one's time is on it. */
  readonly mine: boolean;
  readonly note?: string;
  readonly children?: ReactNode;
}

function Day({ weekday, mine, note, children }: DayProps) {
  const language = useLanguage();
  return (
    <li className={`when__day when__day--${weekday}${mine ? ' when__day--mine' : ''}`}>
      <span className="when__name">{shortWeekday(weekday, language)}</span>
      <span className="when__sign">{children}</span>
      {note !== undefined && <span className="when__note">{note}</span>}
    </li>
  );
}

/** @param props.words said once, however many nights are drawn */
function Night({ words, count }: { readonly words?: string; readonly count?: number }) {
  const language = useLanguage();
  return (
    <li className="when__night">
      <MoonStar aria-hidden="true" />
      {count !== undefined && <span aria-hidden="true">{formatNumber(count, language)}</span>}
      {words !== undefined && <span className="unseen">{words}</span>}
    </li>
  );
}
