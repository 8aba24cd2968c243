import type {
  CommandInput,
  CommandName,
  StreamInput,
  StreamName,
} from '../../../src/renderer/bridge/station-client.ts';
import type { AppCommand, supervisorContract } from '../../../src/shared/contracts/ipc/contract.ts';
import type { RoleGround, StaffSeat } from '../../factories/role-lab.ts';
import { staffSeats } from '../../factories/role-lab.ts';

/**
 * What of a supervisor window whom answers what, written down by hand: neither the table of permissions nor
 * anything else of the program is asked. A question or act that has no row here does not compile.
 */

/**
 * - `her`: the answer tells of the woman who is asked about.
 * - `done`: it is answered, and tells nothing of her; or refused for another reason than who asks.
 * Whoever is not named is refused.
 */
export interface Row<Input, Seat extends string = StaffSeat> {
  readonly ask: (ground: RoleGround) => Input;
  readonly her?: readonly Seat[];
  readonly done?: readonly Seat[];
  /** Who is told that there is no such thing: `shape.invalid`. */
  readonly unknown?: readonly Seat[];
}

const officers = ['officer', 'officer-of-men'] as const;
const managers = ['manager', 'manager-of-men'] as const;
const judges = ['officer', 'manager'] as const;
const judgesOfMen = ['officer-of-men', 'manager-of-men'] as const;
const teachers = [...judges, 'instructor'] as const;
const teachersElsewhere = [...judgesOfMen, 'instructor-elsewhere'] as const;
const staff = staffSeats.filter((seat) => seat !== 'nobody');
const nothing = () => undefined;
const of = ({ request }: RoleGround) => request;

const hers = { her: teachers, done: teachersElsewhere };
const everybody = { done: staffSeats };
const everyStaff = { done: staff };
const holders = { done: [...judges, ...judgesOfMen] };

const noPack = 'org.rean.nowhere';
const noViewing = 'vw-aaaaaaaaaaaaaaaa';
const table = Buffer.from('ឈ្មោះ,លេខ\nសុខ,1\n').toString('base64');

type Contract = typeof supervisorContract;
export type StationStream = StreamName<Contract>;
type StreamRows = {
  readonly [Name in StationStream]: Row<StreamInput<Contract, Name>>;
};

export const streamRows: StreamRows = {
  status: { ask: nothing, ...everybody },
  staff: { ask: nothing, ...everybody },
  screen: { ask: nothing, ...everybody },
  room: { ask: nothing, ...hers },
  'seat-health': { ask: nothing, ...everyStaff },
  learners: { ask: nothing, ...hers },
  'spoken-words': { ask: () => ({ language: 'km' }), ...holders },
  'spoken-word': { ask: () => ({ word: 'pause', language: 'km' }), ...holders },
  learner: { ask: ({ learner }) => ({ learner }), her: teachers, unknown: teachersElsewhere },
  groups: { ask: nothing, ...hers },
  help: { ask: nothing, ...hers },
  timetable: { ask: nothing, ...hers },
  roster: { ask: ({ day: date }) => ({ date }), ...hers },
  attendance: {
    ask: ({ day }) => ({ group: null, day, everybody: true, month: null }),
    ...hers,
  },
  'wrong-day': {
    ask: ({ day }) => ({ from: day, to: '2026-01-05' }),
    her: judges,
    done: judgesOfMen,
  },
  orders: { ask: nothing, done: [...teachers, ...teachersElsewhere] },
  'hub-going': { ask: nothing, ...holders },
  'most-read': { ask: nothing, done: [...teachers, ...teachersElsewhere] },
  'lab-day': { ask: nothing, ...everyStaff },
  printers: { ask: nothing, ...everyStaff },
  'reading-room': { ask: () => ({ span: 'day' }), done: [...judges, ...judgesOfMen, 'programme'] },
  films: { ask: nothing, ...holders },
  viewing: { ask: nothing, ...holders },
  viewings: { ask: nothing, ...holders },
  held: { ask: () => ({ state: 'open', pages: 1 }), ...holders },
  team: { ask: nothing, done: managers },
  trained: { ask: nothing, ...everyStaff },
  courses: { ask: nothing, ...everyStaff },
  packs: { ask: nothing, ...everyStaff },
  voices: { ask: () => ({ pack: noPack }), ...everyStaff },
  site: { ask: nothing, ...everyStaff },
};

/** What has rows of its own (`command-rows.ts`), and what this test itself begins and ends with. */
type Apart = 'hub.command' | 'staff.sign-in' | 'staff.sign-out';
export type StationAct = Exclude<CommandName<Contract>, AppCommand | Apart>;
type ActRows = { readonly [Name in StationAct]: Row<CommandInput<Contract, Name>> };

export const actRows: ActRows = {
  'app.info': { ask: nothing, ...everybody },
  'staff.present': { ask: nothing, ...everybody },
  'list.template': { ask: nothing, ...everybody },
  'list.preview': { ask: () => ({ content: table }), done: officers },
  'list.export': { ask: () => ({ format: 'csv' }), her: judges, done: judgesOfMen },
  'many.preview': {
    ask: ({ learner }) => ({ deed: { deed: 'close' }, learners: [learner] }),
    her: ['officer'],
    done: ['officer-of-men'],
  },
  'report.make': {
    ask: () => ({ kind: 'hours', groups: null, course: null, from: null, to: null }),
    ...hers,
  },
  'report.file': {
    ask: ({ report: number }) => ({ number, format: 'csv', language: 'km' }),
    her: judges,
    done: judgesOfMen,
  },
  'seats.order': {
    ask: ({ seat }) => ({ seats: [seat], act: { kind: 'message', message: 'come' } }),
    done: teachers,
  },
  'seats.move': {
    ask: ({ seat, learner }) => ({ learner, from: seat, to: seat }),
    done: teachers,
  },
  'stick.save': {
    ask: () => ({ kind: 'report', name: 'report.csv', content: table }),
    ...holders,
  },
  // Nobody's PC here has printers: it is the right to it that is asked.
  'printer.print': {
    ask: () => ({ kind: 'report', name: 'report.pdf', content: table, printer: null }),
    ...holders,
  },
  'printer.use': { ask: () => ({ printer: 'usb-1' }), ...everyStaff },
  'machine.power-off': { ask: nothing, ...holders },
  'seat.look': { ask: ({ seat, learner }) => ({ station: seat, learner }), done: teachers },
  // Before anybody takes it, or to hand it on would be nobody's any more.
  'help.hand': {
    ask: (ground) => ({ ...of(ground), to: { for: 'tutor', tutor: ground.tutor } }),
    done: judges,
  },
  'help.take': { ask: of, done: teachers },
  'help.answer': { ask: (ground) => ({ ...of(ground), outcome: 'helped' }), done: teachers },
  'viewing.begin': { ask: () => ({ pack: noPack, piece: 'film' }), ...holders },
  'viewing.resume': { ask: nothing, ...holders },
  'viewing.tick': { ask: ({ learner }) => ({ learners: [learner], there: true }), done: judges },
  'viewing.list': { ask: () => ({ content: table }), ...holders },
  'viewing.drive': { ask: () => ({ do: 'play' }), ...holders },
  'viewing.answer': { ask: () => ({ pause: 0, asked: 1, right: 1 }), ...holders },
  'viewing.end': { ask: nothing, ...holders },
  'viewing.discard': { ask: nothing, ...holders },
  'viewing.correct': {
    ask: ({ learner }) => ({ viewing: noViewing, learner, there: true }),
    done: judges,
  },
  // The page that plays the film says these, whoever is signed in: they name the viewing.
  'viewing.ready': { ask: () => ({ viewing: noViewing }), ...everybody },
  'viewing.told': {
    ask: () => ({
      viewing: noViewing,
      at: 1,
      duration: 9,
      playing: true,
      pause: null,
    }),
    ...everybody,
  },
  'viewing.failed': {
    ask: () => ({ viewing: noViewing, fault: { reason: 'stuck', detail: '' } }),
    ...everybody,
  },
};
