import type { GroupScope, StaffRole } from '../shared/contracts/documents/directory.ts';
import type { GroupId, LearnerId, StaffId } from '../shared/ids.ts';

/**
 * Who may do what ([PRM1]): one table of roles, actions and how far each reaches. The hub goes by it
 * for every command; the windows read the same table, to offer nobody what they can't do. Whatever
 * does not stand in it is not allowed.
 */

export type Role = 'learner' | 'peer-tutor' | StaffRole;

/**
 * - `own`: what is about oneself.
 * - `group`: what is about the groups one teaches or tutors, of one's scopes.
 * - `site`: everything of the site that is in one's scopes, and what is about no group at all.
 */
export type Reach = 'own' | 'group' | 'site';

type Reaches = Readonly<Partial<Record<Role, Reach>>>;

const enrolling: Reaches = { officer: 'site' };
const machines: Reaches = { officer: 'site', technician: 'site' };
const managing: Reaches = { 'site-manager': 'site' };
const judging: Reaches = { officer: 'site', 'site-manager': 'site' };
const teaching: Reaches = { ...judging, instructor: 'group' };
const tutoring: Reaches = { ...teaching, 'peer-tutor': 'group' };
const everyStaff = {
  officer: 'site',
  instructor: 'site',
  'site-manager': 'site',
  technician: 'site',
  programme: 'site',
} as const satisfies Reaches;

const everyStaffsOwn = {
  officer: 'own',
  instructor: 'own',
  'site-manager': 'own',
  technician: 'own',
  programme: 'own',
} as const satisfies Reaches;

const table = {
  /** Names, sign-in tile and progress, as lists and seats show them. */
  'learner.see': teaching,
  'learner.create': enrolling,
  'learner.import': enrolling,
  'learner.change': enrolling,
  'learner.disable': enrolling,
  'learner.erase': judging,
  /** Of how somebody learns, out of a list ([LPG4]). */
  'note.write': teaching,
  'sign-in.reset': enrolling,
  'card.print': enrolling,
  'group.create': enrolling,
  'group.change': enrolling,
  'course.enrol': enrolling,
  'tutor.appoint': enrolling,
  'tutor.end': enrolling,
  'staff.appoint': managing,
  'staff.change': managing,
  'staff.disable': managing,
  'staff.passphrase': everyStaffsOwn,
  /** To say that one has finished a course for staff ([HPG6]). */
  'training.finish': everyStaffsOwn,
  'station.enrol': machines,
  /** A code for a PC at the hub's own screen, which is what is left where there is no officers' PC yet, or none any more. */
  'hub.enrol-here': { ...machines, ...managing },
  /** Another recovery sheet, there. */
  'hub.sheet-here': managing,
  /** What a stick brought to the hub's PC: a newer system, or what installs others over the LAN. */
  'hub.stick-here': { technician: 'site', ...managing },
  'station.rename': machines,
  'station.replace': machines,
  'station.renew': machines,
  // A stolen station is shut out by whoever hears of it first.
  'station.revoke': { ...machines, ...managing },
  'clone.decide': { ...machines, ...managing },
  'quarantine.see': judging,
  'quarantine.decide': judging,
  /** To let count what its station did not sign, or nobody knows that station. */
  'quarantine.vouch': judging,
  'record.see': { ...teaching, learner: 'own' },
  'record.print': { ...judging, learner: 'own' },
  'record.correct': judging,
  'hold.set': managing,
  'hold.lift': managing,
  'retention.set': managing,
  'audit.see': managing,
  'audit.export': managing,
  /** Figures of groups, and of their learners by name, on the screen ([RPT5]). */
  'report.see': teaching,
  /** The same in a file or on paper, which may leave the room. */
  'report.save': judging,
  'attendance.see': tutoring,
  /** To say who was in the lab on a day, to say otherwise later, and to put it on paper ([ATT2]). */
  'attendance.confirm': judging,
  'attendance.correct': judging,
  /** To show a film to a group, say who was there, and correct that ([GRP2]). */
  'viewing.hold': judging,
  'help.see': tutoring,
  /** To come to whoever asked, and say what came of it ([HLQ4]). */
  'help.answer': tutoring,
  /** To take a request over from whoever has it, and to hand it to a peer tutor by name. */
  'help.direct': judging,
  /** How hub, stations and packs do; nobody's name stands there. */
  'site.see': everyStaff,
  'site.rotate': { ...managing, technician: 'site' },
  /** What a learner has on their screen, asked of their seat ([LOK1]). */
  'seat.look': teaching,
  /** Sheets of codes that open locked seats ([OVR2]). */
  'override.make': judging,
  /** Where seats stand, as every supervisor's window shows them. */
  'room.arrange': judging,
  /** In whose voice screens say what they show ([SPK2]). */
  'spoken.record': judging,
  /** What seats are told: locked, opened. An instructor's are those where learners of their groups sit ([ACT6]). */
  'seat.act': teaching,
  /** Whether PCs of seats start anew, or go off ([PWR1]). */
  'seat.power': { ...judging, technician: 'site' },
  /** Whether the hub goes off, once the seats have ([CLS4]). */
  'hub.power-off': judging,
  /** Whether the hub installs PCs over the LAN, for an hour; whoever has the lab in hand may end it ([PXE1]). */
  'netboot.open': { technician: 'site' },
  'netboot.close': { ...judging, technician: 'site' },
  /** A kiosk's maintenance screen, by a passphrase typed at the kiosk ([MNT2]): nobody's who sees learners. */
  'station.maintain': { technician: 'site' },
  'timetable.see': teaching,
  /** Slots, seats in them, hours, who waits, closed days, seats out of order ([TTB1]). */
  'timetable.change': judging,
  /** What kiosks do with a learner outside of their slot ([TTB9]). */
  'timetable.policy': managing,
  'roster.print': teaching,
  /** Which day it is and what o'clock ([TTB2]). */
  'lab-day.confirm': judging,
  /** That a day was confirmed wrong, and which it was ([ATT12]). */
  'lab-day.move': judging,
  /** Which version of a pack all stations get. */
  'pack.choose': { ...machines, ...managing },
  /** Visits and loans of paper books; who comes is of a scope, as groups are ([LIB6]). */
  'reading-room.count': judging,
  /** Their figures, which name nobody. */
  'reading-room.see': { ...judging, programme: 'site' },
} as const satisfies Readonly<Record<string, Reaches>>;

export type Action = keyof typeof table;

const reachesOf: Readonly<Record<Action, Reaches>> = table;

/** What takes two persons, and whose the second signature may be ([PRM4]). */
const seconding: Readonly<Partial<Record<Action, Reaches>>> = {
  'record.correct': managing,
  'learner.erase': managing,
  'quarantine.vouch': managing,
  'site.rotate': managing,
};

/** What nobody does to themselves: nobody widens or ends their own appointment ([PRM3]). */
const neverOneself: ReadonlySet<Action> = new Set(['staff.change', 'staff.disable']);

/** Somebody who acts: in one role, for the groups of these scopes. */
export interface Actor {
  readonly person: StaffId | LearnerId;
  readonly role: Role;
  readonly scopes: readonly GroupScope[];
  /** That an instructor teaches, or a peer tutor tutors. */
  readonly groups: readonly GroupId[];
}

/** What is acted on: whom it is about, and all the groups it touches, with their scopes. */
export interface Target {
  readonly person?: StaffId | LearnerId;
  readonly groups?: readonly GroupId[];
  readonly scopes?: readonly GroupScope[];
}

/** Whether this person may do this to that ([PRM1]). */
export function may(actor: Actor, action: Action, target: Target): boolean {
  return reaches(reachesOf[action], actor, action, target);
}

/** Whether they may be the second person of an action that takes two; who the first was is not looked at. */
export function maySecond(actor: Actor, action: Action, target: Target): boolean {
  return reaches(seconding[action], actor, action, target);
}

/** Whether an action takes two persons ([PRM4]). */
export function takesTwo(action: Action): boolean {
  return seconding[action] !== undefined;
}

/** Whether somebody of this role may do this to anything at all: what a window offers, before it knows to what. */
export function mayAnywhere(role: Role, action: Action): boolean {
  return reachesOf[action][role] !== undefined;
}

/** Whether somebody of this role may be the second person of this action for anything at all. */
export function maySecondAnywhere(role: Role, action: Action): boolean {
  return seconding[action]?.[role] !== undefined;
}

function reaches(
  to: Reaches | undefined,
  actor: Actor,
  action: Action,
  { person, groups = [], scopes = [] }: Target,
): boolean {
  const oneself = person === actor.person;
  if (oneself && neverOneself.has(action)) return false;
  switch (to?.[actor.role]) {
    case undefined:
      return false;
    case 'own':
      return oneself;
    case 'group':
      return groups.length > 0 && isWithin(groups, actor.groups) && isWithin(scopes, actor.scopes);
    case 'site':
      return isWithin(scopes, actor.scopes);
  }
}

function isWithin<Value>(values: readonly Value[], all: readonly Value[]): boolean {
  return values.every((value) => all.includes(value));
}
