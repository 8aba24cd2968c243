import type {
  CommandInput,
  CommandName,
  StreamInput,
  StreamName,
} from '../../../src/renderer/bridge/station-client.ts';
import type { AppCommand, kioskContract } from '../../../src/shared/contracts/ipc/contract.ts';
import { testPack } from '../../factories/pack-press.ts';
import type { RoleGround } from '../../factories/role-lab.ts';
import type { Row } from './station-rows.ts';

/** Who sits at a kiosk: the woman who asks for help, a peer tutor of her group, nobody. */
const kioskSeats = ['learner', 'tutor', 'nobody'] as const;
export type KioskSeat = (typeof kioskSeats)[number];

const sitting = { done: ['learner', 'tutor'] } as const;
const everybody = { done: kioskSeats };
const tutor = ['tutor'] as const;
const nothing = () => undefined;
const of = ({ request }: RoleGround) => request;

const noPack = 'org.rean.nowhere';
const kept = { place: null, activeMs: 0 };

type Contract = typeof kioskContract;
export type KioskStream = StreamName<Contract>;
type StreamRows = {
  readonly [Name in KioskStream]: Row<StreamInput<Contract, Name>, KioskSeat>;
};

export const kioskStreamRows: StreamRows = {
  status: { ask: nothing, ...everybody },
  lock: { ask: nothing, ...everybody },
  moment: { ask: nothing, ...everybody },
  'spoken-word': { ask: () => ({ word: 'pause', language: 'km' }), ...everybody },
  time: { ask: nothing, ...everybody },
  taken: { ask: nothing, ...everybody },
  override: { ask: nothing, ...everybody },
  'self-test': { ask: nothing, ...everybody },
  look: { ask: nothing, ...everybody },
  // Tiles and names stand on the wall everybody signs in at.
  people: { ask: nothing, her: kioskSeats },
  'sign-in': { ask: ({ learner }) => ({ learner }), ...everybody },
  sitting: { ask: nothing, her: ['learner'], done: ['tutor', 'nobody'] },
  // Nobody's is empty.
  home: { ask: nothing, ...everybody },
  library: {
    ask: () => ({ shelf: null, level: null, words: '', from: 0, count: 1 }),
    ...everybody,
  },
  tutoring: { ask: nothing, her: tutor, done: ['learner', 'nobody'] },
  // Which technicians there are, and whether one is signed in at this window.
  maintenance: { ask: nothing, ...everybody },
  'maintenance-report': { ask: nothing },
};

/** What a sitting begins and ends with. */
type Apart = 'sitting.start' | 'sitting.end';
export type KioskAct = Exclude<CommandName<Contract>, AppCommand | Apart>;
type ActRows = {
  readonly [Name in KioskAct]: Row<CommandInput<Contract, Name>, KioskSeat>;
};

export const kioskActRows: ActRows = {
  'app.info': { ask: nothing, ...everybody },
  'seat.touched': { ask: nothing, ...everybody },
  'taken.seen': { ask: nothing, ...everybody },
  'message.seen': { ask: nothing, ...everybody },
  'time.seen': { ask: () => ({ stage: 'near', until: 600 }), ...everybody },
  'sent.seen': { ask: nothing, ...everybody },
  'led.seen': { ask: () => ({ order: 'cm-aaaaaaaaaaaaaaaa' }), ...everybody },
  'look.show': {
    ask: () => ({ look: '0'.repeat(32), picture: null }),
    ...everybody,
  },
  'handover.open': {
    ask: ({ spare }) => ({ learner: spare, number: '000000' }),
    // Of whoever sits here it is not asked.
    done: ['nobody'],
  },
  // Nobody's but at a PC that was just let in.
  'self-test.look': { ask: nothing, done: [] },
  'self-test.done': {
    ask: () => ({ results: [{ check: 'disk' as const, outcome: 'pass' as const }] }),
    done: [],
  },
  // Nobody's while the seat is open.
  // Where somebody sits it is not asked.
  'maintenance.sign-in': {
    ask: () => ({ staff: 'of-yyyyyyyyyyyy', passphrase: 'not theirs' }),
    done: ['nobody'],
  },
  'maintenance.sign-out': { ask: nothing, ...everybody },
  'maintenance.present': { ask: nothing },
  'maintenance.check-packs': { ask: nothing },
  'maintenance.bundle': { ask: nothing },
  'maintenance.give-bundle': { ask: nothing },
  'maintenance.update': { ask: nothing },
  'maintenance.self-test': { ask: nothing },
  'maintenance.leave': { ask: () => ({ to: 'restart' }) },
  'override.enter': { ask: () => ({ code: '000000000' }), done: [] },
  'tutor.hand': { ask: of, done: tutor },
  'tutor.take': { ask: of, done: tutor },
  'tutor.answer': { ask: (ground) => ({ ...of(ground), outcome: 'helped' }), done: tutor },
  'help.ask': { ask: nothing, ...sitting },
  'help.end': { ask: nothing, ...sitting },
  'language.choose': { ask: () => ({ language: 'km' }), ...sitting },
  'board.choose': { ask: () => ({ board: 'letters' }), ...sitting },
  'lesson.answer': {
    ask: () => ({ item: 'look', response: { type: 'present' }, activeMs: 1 }),
    ...sitting,
  },
  'lesson.leave': { ask: nothing, ...sitting },
  'screen.keep': { ask: () => ({ screen: { at: 'record', from: 0 } }), ...sitting },
  'draft.keep': { ask: () => ({ item: 'look', draft: null }), ...sitting },
  'lesson.open': { ask: () => ({ pack: testPack, lesson: 'first' }), ...sitting },
  'recording.keep': { ask: () => ({ item: 'look', audio: 'AAAA', ms: 500 }), ...sitting },
  'recording.last': { ask: () => ({ item: 'look' }), ...sitting },
  'review.open': { ask: nothing, ...sitting },
  'piece.open': { ask: () => ({ pack: noPack, piece: 'film' }), ...sitting },
  'piece.keep': { ask: () => kept, ...sitting },
  'piece.save': { ask: () => ({ ...kept, place: 'two' }), ...sitting },
  'piece.report': {
    ask: () => ({ score: 1, passed: true, completed: true, activeMs: 0 }),
    ...sitting,
  },
  'piece.fail': { ask: () => ({ reason: 'stuck', detail: '', activeMs: 0 }), ...sitting },
  'piece.leave': { ask: () => kept, ...sitting },
};
