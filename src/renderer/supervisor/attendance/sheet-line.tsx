import {
  Check,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  History,
  PencilLine,
  X,
} from 'lucide-react';
import { useState } from 'react';
import type { AttendanceLineView } from '../../../shared/contracts/ipc/attendance-view.ts';
import { absences } from '../../../shared/contracts/lab-attendance.ts';
import type { AttendanceWord } from '../../../shared/contracts/lab-attendance.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { Tile } from '../../ui/tile.tsx';
import { isByHand, isWaiting, minutesIn, turned, wordShown } from './edited-lines.ts';
import type { EditedLines } from './edited-lines.ts';
import { sayMinutes, useAttendanceSay } from './say-attendance.ts';

interface SheetLineProps {
  readonly line: AttendanceLineView;
  readonly edited: EditedLines;
  readonly chosen: boolean;
  /** Null where it is confirmed, or not this person's to confirm. */
  readonly onEdit: ((word: AttendanceWord) => void) | null;
  readonly onChoose: () => void;
}

/** One learner of a sheet. The name opens what was said of the day. */
export function SheetLine({ line, edited, chosen, onEdit, onChoose }: SheetLineProps) {
  const say = useAttendanceSay();
  const language = useLanguage();
  const word = wordShown(line, edited);
  const { name, tile } = line;
  const Sign = word.there ? Check : X;
  const there = (
    <>
      <Sign aria-hidden="true" />
      {say(word.there ? 'present' : 'absent')}
    </>
  );
  return (
    <tr data-there={word.there} data-chosen={chosen}>
      <th scope="row" aria-label={inLanguage(name, language)}>
        <span className="attendance__who">
          <span className="attendance__tile">
            <Tile tile={tile} />
          </span>
          <button
            type="button"
            lang={languageGiven(name, language)}
            aria-pressed={chosen}
            onClick={onChoose}
          >
            {inLanguage(name, language)}
          </button>
        </span>
      </th>
      <td>
        {onEdit === null ? (
          <span className="attendance__there">{there}</span>
        ) : (
          <button
            type="button"
            className="attendance__there"
            onClick={() => onEdit(turned(line, edited))}
          >
            {there}
          </button>
        )}
      </td>
      <td className="attendance__minutes">
        {word.there &&
          (onEdit === null ? (
            sayMinutes(word, say)
          ) : (
            <MinutesBox key={String(word.there)} word={word} onEdit={onEdit} />
          ))}
      </td>
      <td>
        {!word.there &&
          (onEdit === null ? say(`absence.${word.absence}`) : <Why word={word} onEdit={onEdit} />)}
      </td>
      <td>
        <Stands line={line} edited={edited} />
      </td>
    </tr>
  );
}

interface EditProps<There extends boolean> {
  readonly word: Extract<AttendanceWord, { there: There }>;
  readonly onEdit: (word: AttendanceWord) => void;
}

function MinutesBox({ word, onEdit }: EditProps<true>) {
  const say = useAttendanceSay();
  const [typed, setTyped] = useState(String(word.minutes));
  const wrong = minutesIn(typed) === null;
  return (
    <label>
      <span className="unseen">{say('minutes')}</span>
      <input
        value={typed}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        aria-invalid={wrong}
        onChange={({ target }) => {
          setTyped(target.value);
          const minutes = minutesIn(target.value);
          // What somebody types they are sure of.
          if (minutes !== null) onEdit({ there: true, minutes, about: false });
        }}
      />
      {word.about && <small>{sayMinutes(word, say)}</small>}
    </label>
  );
}

function Why({ word, onEdit }: EditProps<false>) {
  const say = useAttendanceSay();
  return (
    <select
      aria-label={say('why')}
      value={word.absence}
      onChange={({ target }) => {
        const absence = absences.find((each) => each === target.value);
        if (absence !== undefined) onEdit({ there: false, absence });
      }}
    >
      {absences.map((each) => (
        <option key={each} value={each}>
          {say(`absence.${each}`)}
        </option>
      ))}
    </select>
  );
}

/** Proposed, changed by hand, confirmed, corrected since, or not as it was confirmed: by sign and word. */
function Stands({ line, edited }: Pick<SheetLineProps, 'line' | 'edited'>) {
  const say = useAttendanceSay();
  const [state, Sign] = line.differs
    ? (['differs', CircleAlert] as const)
    : line.said.length > 1
      ? (['corrected', History] as const)
      : !isWaiting(line)
        ? (['confirmed', CircleCheck] as const)
        : isByHand(line, edited)
          ? (['by-hand', PencilLine] as const)
          : (['proposed', CircleDashed] as const);
  return (
    <span className="attendance__stands" data-state={state}>
      <Sign aria-hidden="true" />
      {say(`stands.${state}`)}
    </span>
  );
}
