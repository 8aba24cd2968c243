import type * as z from 'zod';
import { dateAfter } from '../../../src/domain/timetable/days.ts';
import type {
  CommandType,
  commandMap,
} from '../../../src/shared/contracts/commands/command-map.ts';
import { verifierCost } from '../../../src/shared/contracts/keyring.ts';
import type { RoleGround, StaffSeat } from '../../factories/role-lab.ts';
import { staffSeats } from '../../factories/role-lab.ts';

/**
 * Who has the hub do what, written down by hand: the table of permissions is not asked. A command that has no
 * row here does not compile.
 */

interface CommandRow<Type extends CommandType> {
  readonly ask: (ground: RoleGround) => z.input<(typeof commandMap)[Type]['input']>;
  readonly reason?: string;
  /** For whom it is done, or who is refused for another reason than who asks. */
  readonly done?: readonly StaffSeat[];
  /** Who is told that there is no such thing. */
  readonly unknown?: readonly StaffSeat[];
}

const officer = ['officer'] as const;
const manager = ['manager'] as const;
const judges = ['officer', 'manager'] as const;
const teachers = [...judges, 'instructor'] as const;
/** Of what touches nobody's group. */
const managers = ['manager', 'manager-of-men'] as const;
const officers = ['officer', 'officer-of-men'] as const;
const everyJudge = [...officers, ...managers] as const;
const machines = [...officers, 'technician'] as const;
const staff = staffSeats.filter((seat) => seat !== 'nobody');

const name = { km: 'ចាន់' };
const details = { name, sex: 'female', birthYear: null, language: 'km' } as const;
const ofGroup = ({ group }: RoleGround) => ({ ...details, group, misfitKnown: true });
const theSpare = ({ spare }: RoleGround) => ({ learner: spare });
const aSeat = ({ spareSeat }: RoleGround) => ({ station: spareSeat });
const nothing = () => ({});
const somethingOnce = 'cm-aaaaaaaaaaaaaaaa';
const content = '0'.repeat(64);
const terms = () => ({ name, role: 'officer' as const, scopes: ['women' as const], groups: [] });
const verifier = {
  algorithm: 'argon2id',
  salt: Buffer.alloc(16).toString('base64'),
  hash: Buffer.alloc(32).toString('base64'),
  ...verifierCost,
  signingKey: Buffer.alloc(32, 7).toString('base64'),
} as const;
const said = {
  word: { there: true, minutes: 40, about: false },
  proposed: { there: false, minutes: 0, about: false },
} as const;

export const commandRows: { readonly [Type in CommandType]: CommandRow<Type> } = {
  'learner.create': { ask: ofGroup, done: officer },
  'learner.import': {
    ask: ({ group, spare: learner }) => ({
      added: [],
      changed: [{ ...details, group, learner }],
      misfitKnown: true,
    }),
    reason: 'papers',
    done: officer,
  },
  'learner.change': {
    ask: (ground) => ({ ...ofGroup(ground), ...theSpare(ground) }),
    reason: 'papers',
    done: officer,
  },
  'learners.move': {
    ask: ({ spare, group }) => ({ learners: [spare], group, misfits: true }),
    reason: 'other-group',
    done: officer,
  },
  'card.print': { ask: ({ learner }) => ({ learners: [learner] }), done: officer },
  'sign-in.reset': {
    ask: (ground) => ({ ...theSpare(ground), form: 'pictures', reason: 'forgotten' }),
    done: officer,
  },
  'sign-in.first': {
    ask: ({ spare }) => ({ learners: [spare], form: 'pictures', taken: [], anew: false }),
    done: officer,
  },
  'course.enrol': {
    ask: ({ learner }) => ({
      learners: [learner],
      courses: ['org.rean.test.letters'],
      active: true,
    }),
    done: officer,
  },
  'tutor.appoint': {
    ask: ({ tutor: learner, group }) => ({ learner, group }),
    reason: 'able',
    done: officer,
  },
  'tutor.end': { ask: theSpare, reason: 'stopped', done: officer },
  'group.create': { ask: () => ({ name, symbol: 'drum', scope: 'women' }), done: officer },
  'group.change': {
    ask: ({ group }) => ({ group, name, symbol: 'rice', scope: 'women' }),
    reason: 'new-name',
    done: officer,
  },
  'note.make': { ask: ({ learner }) => ({ learner, note: 'steady' }), done: teachers },
  'note.take-back': { ask: ({ learner }) => ({ learner, note: somethingOnce }), unknown: teachers },
  'seat.look': { ask: ({ seat, learner }) => ({ station: seat, learner }), done: teachers },
  'seat.order': {
    ask: ({ seat }) => ({ number: 90, seats: [seat], act: { kind: 'message', message: 'come' } }),
    done: teachers,
  },
  // A technician's say goes by no scope.
  'seat.power': {
    ask: ({ spareSeat }) => ({ number: 1, seats: [spareSeat], act: { kind: 'restart' } }),
    done: [...judges, 'technician'],
  },
  // That seats are still on says the hub to those alone who might switch it off.
  'hub.power-off': { ask: () => ({ despite: [] }), done: everyJudge },
  'desk.power-off': { ask: () => ({}), done: everyJudge },
  'netboot.see': { ask: () => ({}), done: [...everyJudge, 'technician'] },
  'netboot.open': { ask: () => ({}), done: ['technician'] },
  'netboot.close': { ask: () => ({}), done: [...everyJudge, 'technician'] },
  'override.make': { ask: ({ spareSeat }) => ({ stations: [spareSeat] }), done: everyJudge },
  'room.arrange': { ask: () => ({ places: [] }), done: everyJudge },
  'spoken.record': {
    ask: () => ({ word: 'pause', language: 'km', audio: null }),
    done: everyJudge,
  },
  'attendance.confirm': {
    ask: ({ learner, group, day }) => ({ group, day, lines: [{ learner, ...said }] }),
    done: judges,
  },
  'attendance.correct': {
    ask: ({ learner, day }) => ({ learner, day, ...said }),
    reason: 'recorded-later',
    done: judges,
  },
  'attendance.print': {
    ask: ({ learner, group, day }) => ({ group, of: day, learners: [learner] }),
    done: judges,
  },
  'timetable.slot': {
    ask: ({ group }) => ({
      slot: null,
      expected: null,
      plan: { weekday: 1, begins: 480, ends: 600, scope: 'women', groups: [group] },
    }),
    done: judges,
  },
  'timetable.seat': {
    ask: ({ learner }) => ({
      slot: somethingOnce,
      learner,
      seated: true,
      station: null,
      expected: null,
    }),
    done: judges,
  },
  'timetable.wait': {
    ask: ({ learner, group }) => ({ learner, for: { group }, waits: true }),
    done: judges,
  },
  'timetable.hours': {
    ask: ({ group }) => ({ group, minutes: 360, expected: null }),
    done: judges,
  },
  'timetable.policy': { ask: () => ({ policy: 'let-in' }), done: managers },
  'timetable.day': { ask: () => ({ date: '2031-01-01', closed: true }), done: everyJudge },
  'timetable.place': {
    ask: (ground) => ({ ...aSeat(ground), usable: true }),
    done: everyJudge,
  },
  'roster.print': {
    ask: ({ learner, day }) => ({ date: day, learners: [learner] }),
    done: teachers,
  },
  'lab-day.confirm': { ask: ({ day }) => ({ date: day, minute: 600 }), done: everyJudge },
  // A day is everybody’s: whoever reaches all groups, men’s too.
  'lab-day.move': {
    ask: ({ day }) => ({ from: dateAfter(day, -1), to: dateAfter(day, -2) }),
    done: manager,
  },
  'reading-room.count': {
    ask: ({ day }) => ({ count: { kind: 'visits', day, scope: 'women', people: 3 } }),
    done: judges,
  },
  'reading-room.correct': {
    ask: () => ({ entry: somethingOnce, count: null }),
    reason: 'miscounted',
    done: everyJudge,
  },
  'record.about': { ask: ({ learner }) => ({ learner }), done: teachers },
  'record.print': { ask: ({ learner }) => ({ learner }), done: judges },
  'record.correct': {
    ask: ({ learner }) => ({
      learner,
      what: {
        kind: 'strike',
        pack: 'org.rean.test',
        lesson: 'first',
        run: 1,
        reason: 'helped',
      },
    }),
    done: judges,
  },
  'record.hold': { ask: (ground) => ({ ...theSpare(ground), reason: 'court' }), done: manager },
  'record.release': { ask: (ground) => ({ ...theSpare(ground), reason: 'ended' }), done: manager },
  'record.erase': { ask: (ground) => ({ ...theSpare(ground), reason: 'asked' }), done: judges },
  'record.state': { ask: nothing, done: managers },
  'retention.set': { ask: () => ({ policy: { worked: null, unused: null } }), done: managers },
  'audit.read': { ask: () => ({ filter: {}, after: null }), done: managers },
  'audit.lock-outs': { ask: nothing, done: managers },
  'audit.digest': { ask: () => ({ month: '2026-11' }), done: managers },
  // A window has it as a stream, `held`, and in no other way.
  'quarantine.list': { ask: () => ({ state: 'open', after: null }), unknown: staffSeats },
  'quarantine.decide': {
    ask: () => ({ kind: 'reject', contents: [content], reason: 'not-done' }),
    done: everyJudge,
  },
  'quarantine.vouch': {
    ask: () => ({ contents: [content], reason: 'witnessed' }),
    done: everyJudge,
  },
  'staff.appoint': { ask: () => ({ ...terms(), verifier }), done: manager },
  'staff.change': {
    ask: ({ spareStaff }) => ({ ...terms(), staff: spareStaff }),
    done: manager,
  },
  // Their own alone, with the passphrase of now, which nobody types here.
  'staff.passphrase': {
    ask: ({ spareStaff }) => ({ staff: spareStaff, verifier }),
    done: [],
  },
  'training.finish': {
    ask: ({ spareStaff: person }) => ({
      staff: person,
      course: 'supervising',
      version: 1,
      parts: [],
      answers: {},
    }),
    done: [],
  },
  'staff.disable': {
    ask: ({ spareStaff }) => ({ staff: spareStaff }),
    reason: 'left',
    done: manager,
  },
  'pack.choose': {
    ask: () => ({ pack: 'org.rean.test', version: '1.0.0' }),
    reason: 'tried',
    done: [...machines, ...managers],
  },
  'station.list': { ask: nothing, done: staff },
  'station.enrol': { ask: () => ({ name, kind: 'kiosk' }), done: machines },
  'station.cancel-code': { ask: () => ({ code: 'zz' }), done: machines },
  'station.rename': { ask: (ground) => ({ ...aSeat(ground), name }), done: machines },
  'station.renew': { ask: aSeat, done: machines },
  'station.replace': { ask: aSeat, done: machines },
  'clone.decide': {
    ask: (ground) => ({ ...aSeat(ground), machine: '00000000' }),
    reason: 'the old disk',
    done: [...machines, ...managers],
  },
  'station.revoke': { ask: aSeat, reason: 'stolen', done: [...machines, ...managers] },
  // Last, as she is not asked about any more.
  'learners.close': {
    ask: ({ spare }) => ({ learners: [spare] }),
    reason: 'left',
    done: officer,
  },
  'learner.disable': {
    ask: (ground) => ({ ...theSpare(ground), disabled: true }),
    reason: 'left',
    done: officer,
  },
};
