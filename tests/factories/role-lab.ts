import { expect, onTestFinished } from 'vitest';
import { dateAfter, weekdayOfDate } from '../../src/domain/timetable/days.ts';
import {
  appointStaff,
  createGroup,
  enrolInCourses,
  enrolLearner,
} from '../../src/hub/office/people.ts';
import { addStation } from '../../src/hub/office/stations.ts';
import type { SiteOffice } from '../../src/hub/office/site-office.ts';
import type { LiveSeats } from '../../src/hub/live/live-seats.ts';
import type { CommandType } from '../../src/shared/contracts/commands/command-map.ts';
import { liveBeatMs } from '../../src/shared/contracts/live-seat.ts';
import { groupScopes } from '../../src/shared/contracts/documents/directory.ts';
import type { GroupScope, StaffRole } from '../../src/shared/contracts/documents/directory.ts';
import type { HelpRef } from '../../src/shared/contracts/ipc/help-views.ts';
import type { GroupId, LearnerId, StaffId, StationId } from '../../src/shared/ids.ts';
import type { StationService } from '../../src/station/station-service.ts';
import { passphrase, rightCode } from './desk-people.ts';
import { liveReport } from './live-reports.ts';
import { until } from './lab-people.ts';
import { testPack } from './pack-press.ts';
import { realLab } from './real-lab.ts';
import { configOf } from './introduced-lab.ts';
import { kioskWindow, supervisorWindow } from './station-window.ts';
import type { KioskWindow, SupervisorWindow } from './station-window.ts';
import { deskCourse } from './two-lesson-pack.ts';
import { testCost } from './verifier-cost.ts';

/** Who sits at a supervisor window. `-of-men`, `-elsewhere`: the woman who is asked about is out of their reach. */
export const staffSeats = [
  'nobody',
  'officer',
  'officer-of-men',
  'instructor',
  'instructor-elsewhere',
  'manager',
  'manager-of-men',
  'technician',
  'programme',
] as const;
export type StaffSeat = (typeof staffSeats)[number];

interface Appointment {
  readonly role: StaffRole;
  readonly scopes: readonly GroupScope[];
  readonly teaches?: 'women' | 'men';
}

const everyScope = [...groupScopes];
const hers: readonly GroupScope[] = ['women', 'minors'];
const appointments: Readonly<Record<Exclude<StaffSeat, 'nobody'>, Appointment>> = {
  officer: { role: 'officer', scopes: hers },
  'officer-of-men': { role: 'officer', scopes: ['men'] },
  instructor: { role: 'instructor', scopes: hers, teaches: 'women' },
  'instructor-elsewhere': { role: 'instructor', scopes: everyScope, teaches: 'men' },
  manager: { role: 'site-manager', scopes: everyScope },
  'manager-of-men': { role: 'site-manager', scopes: ['men'] },
  technician: { role: 'technician', scopes: everyScope },
  programme: { role: 'programme', scopes: everyScope },
};

/** Names that stand nowhere else: whatever shows one shows her, or her group. */
export const herNames = ['ស្រីពៅទី៧', 'ក្រុមនារីទី៧'] as const;
const [herName, herGroup] = herNames;

/** Whom and what everybody asks about. */
export interface RoleGround {
  /** At a kiosk, in a lesson, with her hand up. */
  readonly learner: LearnerId;
  readonly group: GroupId;
  /** A peer tutor of her group, at another kiosk. */
  readonly tutor: LearnerId;
  /** Of her group too: to be closed, moved and erased. */
  readonly spare: LearnerId;
  /** Staff for her scope, to be changed and ended. */
  readonly spareStaff: StaffId;
  readonly seat: StationId;
  /** A kiosk that says that `spare` sits there, and never looks what it is told. */
  readonly spareSeat: StationId;
  /** As it was first seen: whoever may, and comes after another, is told that it moved. */
  readonly request: HelpRef;
  /** Number of the report that was made last. */
  readonly report: number;
  /** The hub's day, `YYYY-MM-DD`; of the day before her attendance is confirmed. */
  readonly day: string;
}

export interface RoleLab {
  readonly ground: RoleGround;
  readonly staff: ReadonlyMap<StaffSeat, SupervisorWindow>;
  /** The kiosks' own windows: hers, her peer tutor's. */
  readonly kiosks: Readonly<Record<'learner' | 'tutor', KioskWindow>>;
  /** Windows of the supervisors' kind, opened at the kiosks those two sit at. */
  readonly strays: Readonly<Record<'learner' | 'tutor', SupervisorWindow>>;
}

/** A real hub, two kiosks and a supervisor's station with a window for each of the staff, all in this process. */
export async function roleLab(): Promise<RoleLab> {
  const lab = await realLab();
  const { hub } = await lab.startHub();
  const { office } = hub.parts;
  const people = await furnish(office);
  const staff = await staffWindows(await lab.openStation('supervisor'), people.staff);
  const seatOf = async (name: 'kiosk-1' | 'kiosk-2') => (await configOf(lab, name)).station;
  const officer = staff.get('officer');
  if (officer === undefined) throw new Error('no officer');
  const { group, tutor } = people;
  const order = (type: CommandType, input: object, reason: string | null = null) =>
    officer.call('hub.command', { type, input, reason });
  await order('tutor.appoint', { learner: tutor, group }, 'able');
  await order('timetable.slot', {
    slot: null,
    expected: null,
    plan: slotOn(office.labDate, group),
  });
  await order('attendance.confirm', {
    group,
    day: dateAfter(office.labDate, -1),
    lines: [{ learner: people.learner, word: wasThere, proposed: wasThere }],
  });
  haveSit(hub.parts.live, people);
  const [one, two] = [await lab.openStation('kiosk-1'), await lab.openStation('kiosk-2')];
  const kiosks = { learner: kioskWindow(one), tutor: kioskWindow(two) };
  await sitDown(kiosks.learner, people.learner);
  await kiosks.learner.call('lesson.open', { pack: testPack, lesson: 'first' });
  await kiosks.learner.call('help.ask', undefined);
  await sitDown(kiosks.tutor, people.tutor);
  answerLooks(kiosks.learner);
  const request = await requestOf(officer, people.learner);
  await until(officer.observe('room', undefined), ({ seats }) =>
    seats.some(
      ({ sitting }) => sitting?.learner.learner === people.learner && sitting.lesson !== null,
    ),
  );
  return {
    ground: { ...people, seat: await seatOf('kiosk-1'), request, report: 0, day: office.labDate },
    staff,
    kiosks,
    strays: { learner: supervisorWindow(one), tutor: supervisorWindow(two) },
  };
}

async function furnish(office: SiteOffice) {
  const group = await createGroup(office, {
    name: { km: herGroup },
    symbol: 'rice',
    scope: 'women',
  });
  const men = await createGroup(office, { name: { km: 'ក្រុមបុរស' }, symbol: 'fish' });
  const enrol = async (name: string, picture: string) => {
    const tile = { picture, colour: 'leaf' } as const;
    const secret = { code: rightCode, cost: testCost };
    const details = { name: { km: name }, group, sex: 'female', birthYear: 1990 } as const;
    const learner = await enrolLearner(office, { ...details, tile, language: 'km', ...secret });
    await enrolInCourses(office, learner, [deskCourse]);
    return learner;
  };
  const appoint = ({ role, scopes, teaches }: Appointment) =>
    appointStaff(office, {
      name: { km: 'បុគ្គលិក' },
      role,
      scopes: [...scopes],
      groups: teaches === undefined ? [] : [teaches === 'women' ? group : men],
      passphrase,
      cost: testCost,
    });
  const staff = new Map<StaffSeat, StaffId>();
  for (const [seat, appointment] of Object.entries(appointments)) {
    staff.set(staffSeatOf(seat), await appoint(appointment));
  }
  const kiosk = { name: { km: 'ទី' }, kind: 'kiosk', hubUrl: 'https://127.0.0.1:1' } as const;
  return {
    group,
    staff,
    learner: await enrol(herName, 'fish'),
    tutor: await enrol('មាលា', 'banana'),
    spare: await enrol('រចនា', 'drum'),
    spareStaff: await appoint({ role: 'officer', scopes: ['women'] }),
    spareSeat: (await addStation(office, kiosk)).station,
  };
}

function staffSeatOf(name: string): StaffSeat {
  const seat = staffSeats.find((each) => each === name);
  if (seat === undefined) throw new Error(`no seat ${name}`);
  return seat;
}

async function staffWindows(station: StationService, staff: ReadonlyMap<StaffSeat, StaffId>) {
  const windows = new Map<StaffSeat, SupervisorWindow>();
  for (const seat of staffSeats) {
    const window = supervisorWindow(station);
    windows.set(seat, window);
    const person = staff.get(seat);
    if (person === undefined) continue;
    await until(window.observe('staff', undefined), ({ people }) =>
      people.some((each) => each.staff === person),
    );
    expect(await window.call('staff.sign-in', { staff: person, passphrase })).toEqual({
      result: 'signed-in',
    });
  }
  return windows;
}

async function sitDown(window: KioskWindow, learner: LearnerId): Promise<void> {
  await until(
    window.observe('people', undefined),
    ({ ready, learners }) => ready && learners.some((each) => each.learner === learner),
  );
  const started = await window.call('sitting.start', { learner, code: [...rightCode] });
  expect(started).toEqual({ result: 'signed-in' });
}

/** Most of the day. */
const slotOn = (date: string, group: GroupId) => ({
  weekday: weekdayOfDate(date),
  begins: 0,
  ends: 1435,
  scope: 'women',
  groups: [group],
});

const wasThere = { there: true, minutes: 40, about: false } as const;

/** Has a seat without a station tell the hub who sits there, as often as a real one would. */
function haveSit(
  live: LiveSeats,
  { spare, spareSeat }: Pick<RoleGround, 'spare' | 'spareSeat'>,
): void {
  const doing = { open: null, helpAsked: false, stuck: false, quiet: null };
  let number = 0;
  const tell = () => {
    number += 1;
    live.take(spareSeat, liveReport({ number, sitting: { learner: spare, ...doing } }));
  };
  tell();
  const telling = setInterval(tell, liveBeatMs);
  onTestFinished(() => clearInterval(telling));
}

/** Her window has no picture of its lesson, and says so at once. */
function answerLooks(window: KioskWindow): void {
  const looks = window.observe('look', undefined).subscribe((view) => {
    if (view?.wanted === true) void window.call('look.show', { look: view.look, picture: null });
  });
  onTestFinished(() => looks.unsubscribe());
}

/** Her request, as an officer's window shows it, once the hub has it. */
async function requestOf(officer: SupervisorWindow, learner: LearnerId): Promise<HelpRef> {
  const queue$ = officer.observe('help', undefined);
  const { requests } = await until(queue$, (queue) => queue.requests.length > 0);
  const [first] = requests;
  if (first?.learner.learner !== learner) throw new Error('not her request');
  return { learner, request: first.request, after: first.after };
}
