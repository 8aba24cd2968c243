import { useCallback, useEffect, useRef, useState } from 'react';
import { mayAnywhere } from '../../../domain/permissions.ts';
import type { IdleTimes } from '../../../shared/contracts/documents/directory.ts';
import type { AppInfo, SignedIn } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { LanguageChoice } from '../app.tsx';
import { Audit } from '../audit/audit.tsx';
import { Attendance } from '../attendance/attendance.tsx';
import { Films } from '../films/films.tsx';
import { Help } from '../help/help.tsx';
import { HelpPages } from '../help-pages/help-pages.tsx';
import { Groups } from '../groups/groups.tsx';
import { Learners } from '../learners/learners.tsx';
import { PersonProvider } from '../may.tsx';
import { Reports } from '../reports/reports.tsx';
import { Room } from '../room/room.tsx';
import { LockOutsProvider } from '../site/lock-outs.tsx';
import { Site } from '../site/site.tsx';
import { Staff } from '../staff/staff.tsx';
import { Timetable } from '../timetable/timetable.tsx';
import { useCommand } from '../station.ts';
import { Training } from '../training/training.tsx';
import { useHeldWindow } from './held-window.ts';
import { HelpWayProvider, useHelpKey } from './help-way.tsx';
import { IdleWatch } from './idle-watch.tsx';
import { MyPassphrase } from './my-passphrase.tsx';
import { Practice } from '../practice/practice.tsx';
import { placesOf } from './place.ts';
import type { Place } from './place.ts';
import { Rail } from './rail.tsx';
import { useHelpPages } from './use-help-pages.ts';
import { StayProvider, useStaying } from './stay.tsx';
import './desk.css';

interface DeskProps extends LanguageChoice {
  readonly person: SignedIn;
  readonly status: StationStatus;
  readonly info: AppInfo | null;
  readonly idle: IdleTimes;
  /** Told at the beginning and the end: whether the end took away what is told once, without a word ([SUP9]). */
  readonly onLost: (lost: boolean) => void;
}

/** What one signed-in person sees: the rail, and the place they are at. */
export function Desk(props: DeskProps) {
  return (
    <PersonProvider person={props.person}>
      <StayProvider>
        <LockOutsProvider>
          <Places {...props} />
        </LockOutsProvider>
      </StayProvider>
    </PersonProvider>
  );
}

function Places({ person, status, info, idle, onLost, ...choice }: DeskProps) {
  const [place, setPlace] = useState<Place | null>(() => placesOf(person.role)[0] ?? 'site');
  const signOut = useCommand('staff.sign-out');
  const staying = useStaying();
  const help = useHelpPages(place ?? 'account', staying);
  const [practising, setPractising] = useState<'tour' | 'free' | null>(null);
  /** What the course last led to the pretend lab for. */
  const [practised, setPractised] = useState<'tour' | 'free' | null>(null);
  if (help.shown !== 'training' && practised !== null) setPractised(null);
  const { openHere } = help;
  // The pretend lab has its own.
  useHelpKey(
    useCallback(() => (practising === null ? openHere() : undefined), [practising, openHere]),
  );
  const go = (next: Place | null) => {
    if (staying) return;
    help.close();
    setPlace(next);
  };
  const [leaving, setLeaving] = useState(false);
  // Asked for what stands now only, never for what is told later.
  if (leaving && !staying) setLeaving(false);
  useHeldWindow(staying, () => setLeaving(true));
  const sayLost = useLost(staying, onLost);
  const end = () => void signOut.run(undefined);
  const leave = staying ? () => setLeaving(true) : end;
  const leaveAllTheSame = () => {
    sayLost(false);
    end();
  };
  const practise = () => {
    if (staying) return;
    help.close();
    setPractising('free');
  };
  if (practising !== null) {
    // Who came from the course is there again.
    const leave = () => setPractising(null);
    return (
      <>
        <Practice {...choice} person={person} begin={practising} onLeave={leave} onSignOut={end} />
        <IdleWatch idle={idle} staying={false} />
      </>
    );
  }
  return (
    <div className="desk">
      <Rail
        {...choice}
        person={person}
        info={info}
        status={status}
        place={help.shown === null ? place : null}
        onPlace={go}
        onPassphrase={() => go(null)}
        onHelpPages={help.openHere}
        onTraining={help.openTraining}
        onPractise={mayAnywhere(person.role, 'seat.act') ? practise : null}
        onSignOut={leave}
        leaving={leaving ? { onLeave: leaveAllTheSame, onStay: () => setLeaving(false) } : null}
      />
      <div className="desk__place" hidden={help.shown !== null}>
        <HelpWayProvider open={help.openHere}>
          {place === null && <MyPassphrase />}
          {place === 'room' && <Room status={status} />}
          {place === 'help' && <Help status={status} />}
          {place === 'learners' && <Learners status={status} />}
          {place === 'audit' && <Audit status={status} />}
          {place === 'groups' && <Groups status={status} />}
          {place === 'timetable' && <Timetable status={status} />}
          {place === 'attendance' && <Attendance status={status} />}
          {place === 'reports' && <Reports />}
          {place === 'films' && <Films status={status} />}
          {place === 'staff' && <Staff status={status} />}
          {place === 'site' && <Site status={status} info={info} />}
        </HelpWayProvider>
      </div>
      {help.shown === 'training' ? (
        <Training
          status={status}
          {...(practised === null ? {} : { backFrom: practised })}
          onBack={help.close}
          onPractise={(as) => {
            setPractised(as);
            setPractising(as);
          }}
        />
      ) : (
        help.shown !== null && (
          <HelpPages page={help.shown} onPage={help.turnTo} onBack={help.close} />
        )
      )}
      <IdleWatch idle={idle} staying={staying} />
    </div>
  );
}

/**
 * Whatever ends the sitting while something stands that is told once: whoever signs in next hears of it.
 * @returns to be told `false` where somebody chose to leave it
 */
function useLost(staying: boolean, onLost: (lost: boolean) => void): (lost: boolean) => void {
  const lost = useRef(false);
  useEffect(() => {
    lost.current = staying;
  }, [staying]);
  useEffect(() => {
    onLost(false);
    return () => onLost(lost.current);
  }, [onLost]);
  return useCallback((next) => {
    lost.current = next;
  }, []);
}
