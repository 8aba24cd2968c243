import { useState } from 'react';
import type {
  AttendanceAsk,
  AttendanceView,
} from '../../../shared/contracts/ipc/attendance-view.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { useStaying } from '../desk/stay.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStream } from '../station.ts';
import { LinePanel } from './line-panel.tsx';
import { Month } from './month.tsx';
import { useAttendanceSay } from './say-attendance.ts';
import { DaySheet } from './day-sheet.tsx';
import { WhichSheet } from './which-sheet.tsx';
import './attendance.css';

const first: AttendanceAsk = { group: null, day: null, everybody: false, month: null };

/** Who of a group was in the lab on a day: proposed, confirmed, corrected ([ATT11]). */
export function Attendance({ status }: { readonly status: StationStatus }) {
  const say = useAttendanceSay();
  const [asked, setAsked] = useState(first);
  const [chosen, setChosen] = useState<LearnerId | null>(null);
  const staying = useStaying();
  const { value, error } = useKept(asked);
  if (error !== undefined) return <Trouble error={error} />;
  if (value === undefined) return <Opening />;
  const { sheet, month, groups } = value;
  const line = sheet?.lines.find(({ learner }) => learner === chosen);
  const choose = (next: LearnerId | null) => {
    if (!staying) setChosen(next);
  };
  const ask = (changed: Partial<AttendanceAsk>) => {
    if (staying) return;
    setChosen(null);
    setAsked({ ...asked, everybody: false, ...changed });
  };
  const waiting = groups.find(({ group }) => group === sheet?.group)?.waiting ?? 0;
  const isPanel = sheet !== null && month === null && line !== undefined;
  return (
    <PlaceFrame
      screen={month === null ? 'attendance' : 'attendance-month'}
      title={say('title')}
      aside={waiting === 0 ? undefined : say('waiting', { count: waiting })}
      tools={
        <>
          <HubAway status={status} />
          {sheet !== null && <WhichSheet view={value} sheet={sheet} onAsk={ask} />}
        </>
      }
      panel={
        isPanel ? (
          <LinePanel
            key={`${sheet.day} ${line.learner}`}
            day={sheet.day}
            line={line}
            onClose={() => choose(null)}
          />
        ) : undefined
      }
      onEscape={() => choose(null)}
    >
      {sheet === null ? (
        <Nothing view={value} />
      ) : month === null ? (
        <DaySheet
          key={`${sheet.group} ${sheet.day}`}
          view={value}
          sheet={sheet}
          chosen={chosen}
          onChoose={choose}
          onEverybody={() => ask({ everybody: true })}
        />
      ) : (
        <Month view={value} sheet={sheet} month={month} />
      )}
    </PlaceFrame>
  );
}

function Nothing({ view: { today } }: { readonly view: AttendanceView }) {
  const say = useAttendanceSay();
  const what = today === null ? 'no-day' : 'no-groups';
  return (
    <Empty
      screen="attendance-empty"
      drawing="basket"
      title={say(`${what}.title`)}
      advice={say(`${what}.do`)}
    />
  );
}

/** The stream of what is asked; until it has said something, what was shown before. */
function useKept(asked: AttendanceAsk) {
  const heard = useStream('attendance', asked);
  const [kept, setKept] = useState(heard.value);
  if (heard.value !== undefined && heard.value !== kept) setKept(heard.value);
  return { value: heard.value ?? kept, error: heard.error };
}
