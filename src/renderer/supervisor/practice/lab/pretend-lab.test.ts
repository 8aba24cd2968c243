import { beforeEach, describe, expect, it } from 'vitest';
import { closingState } from '../../../../domain/close-out/close-out.ts';
import { orderRules } from '../../../../domain/seat-orders/order-rules.ts';
import type { SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { staffIdSchema } from '../../../../shared/ids.ts';
import { PretendLab } from './pretend-lab.ts';
import { learners, stationAt } from './pretend-people.ts';
import { coursesView, helpQueueOf, pageOf, roomOf, statusOf } from './pretend-views.ts';

const officer: SignedIn = {
  staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  name: { km: 'មន្ត្រី', en: 'Officer' },
  role: 'officer',
  scopes: ['women'],
  groups: [],
};
const instructor: SignedIn = { ...officer, role: 'instructor' };
const momentMs = 250;
let lab: PretendLab;

beforeEach(() => {
  lab = new PretendLab(officer);
});

const pass = (ms: number) => {
  for (let passed = 0; passed < ms; passed += momentMs) lab.pass(momentMs);
};
const seat = (number: number) => {
  const found = roomOf(lab).seats[number - 1];
  if (found === undefined) throw new Error(`There is no seat ${number}.`);
  return found;
};
const order = (act: SeatAct, ...seats: readonly number[]) => lab.order(act, seats.map(stationAt));
const standings = () =>
  lab.orders.given[0]?.seats.map(({ state, why }) => (why === null ? state : `${state}: ${why}`));
const everySeat = [1, 2, 3, 4, 5, 6, 7, 8];

describe('[PRC3] the pretend lab', () => {
  it('shows what happens in a lab: work, no getting on, a seat left, one cut off, one that is off', () => {
    pass(6_000);
    const room = roomOf(lab);
    expect(room.seats).toHaveLength(8);
    expect(room.present).toBe(6);
    expect(seat(2).sitting?.stuck?.wrong).toBeGreaterThanOrEqual(4);
    expect(seat(6).sitting?.quiet).toBe('idle');
    expect(seat(7)).toMatchObject({ inTouch: false, waiting: 12 });
    expect(seat(8)).toMatchObject({ inTouch: false, lastContactAgeMs: null, sitting: null });
    expect(helpQueueOf(lab).requests).toMatchObject([
      { seat: 4, acts: ['take', 'answer', 'to-tutor'] },
    ]);
  });

  it('has learners answer, finish a lesson and begin the next', () => {
    const before = seat(1).sitting;
    pass(6_000);
    expect(seat(1).sitting).toMatchObject({ attempts: (before?.attempts ?? 0) + 1 });
    pass(30_000);
    expect(seat(1).sitting?.lesson).toBeNull();
    pass(10_000);
    expect(seat(1).sitting?.lesson).toMatchObject({ done: 0 });
  });

  it('[ACT3] [ACT9] stands still where it is locked or rests', () => {
    order({ kind: 'lock', message: 'listen' }, 1);
    order({ kind: 'pause', seconds: 60 }, 3);
    pass(1_000);
    expect(seat(1).lock).toEqual({ message: 'listen' });
    expect(seat(3).paused).toBe(true);
    const held = [seat(1).sitting, seat(3).sitting];
    pass(20_000);
    expect([seat(1).sitting, seat(3).sitting]).toEqual(held);
    order({ kind: 'unlock' }, 1);
    pass(60_000);
    expect(seat(1).lock).toBeNull();
    expect(seat(3).paused).toBe(false);
  });

  it('[ACT7] tells of each seat what came of an order: done, waiting, given up, refused and why', () => {
    order({ kind: 'message', message: 'come' }, ...everySeat);
    expect(standings()).toEqual(everySeat.map(() => 'under-way'));
    pass(500);
    expect(standings()?.[0]).toBe('delivered');
    pass(500);
    expect(standings()).toEqual([
      'applied',
      'refused: disk-full',
      'applied',
      'applied',
      'refused: nobody',
      'applied',
      'under-way',
      'under-way',
    ]);
    pass((orderRules.message.waitsMs ?? 0) + 5_000);
    expect(standings()?.slice(6)).toEqual(['given-up', 'given-up']);
  });

  it('[ACT3] keeps a lock for a seat that is cut off, and does it once its cable is in', () => {
    order({ kind: 'lock', message: 'wait' }, 2, 7, 8);
    pass(1_000);
    expect(standings()).toEqual(['refused: disk-full', 'under-way', 'under-way']);
    expect(seat(2).lock).not.toBeNull();
    pass(20_000);
    expect(standings()?.slice(1)).toEqual(['applied', 'under-way']);
    expect(seat(7)).toMatchObject({ inTouch: true, waiting: 0, lock: { message: 'wait' } });
  });

  it('[ACT4] has the later of two orders hold', () => {
    order({ kind: 'lock', message: 'wait' }, 7);
    order({ kind: 'unlock' }, 7);
    pass(20_000);
    expect(lab.orders.given.map(({ seats }) => seats[0]?.why ?? seats[0]?.state)).toEqual([
      'applied',
      'overtaken',
    ]);
    expect(seat(7).lock).toBeNull();
  });

  it('[ACT10] ends a sitting, and the learner comes back', () => {
    order({ kind: 'end-sitting' }, 6);
    pass(1_000);
    expect(seat(6).sitting).toBeNull();
    pass(25_000);
    expect(seat(6).sitting).not.toBeNull();
  });

  it('[ACT13] moves a learner, who goes on with their lesson at a seat that greets them first', () => {
    const before = seat(1).sitting;
    const learner = before?.learner.learner;
    if (learner === undefined) throw new Error('Nobody sits at the first seat.');
    lab.move({ learner, from: stationAt(1), to: stationAt(5) });
    pass(750);
    expect([seat(5).expecting, seat(1).sitting?.learner.learner]).toEqual([true, learner]);
    pass(1_000);
    expect([seat(5).expecting, seat(1).sitting, seat(5).sitting]).toEqual([true, null, null]);
    pass(5_000);
    expect(seat(5)).toMatchObject({ expecting: false, sitting: { learner: { learner } } });
    expect(seat(5).sitting?.lesson?.title).toEqual(before?.lesson?.title);
    pass(60_000);
    expect(seat(1).sitting).toBeNull();
  });

  it('[ACT13] leaves a learner where they sit, as the other seat is taken or locked', () => {
    const learner = seat(1).sitting?.learner.learner;
    if (learner === undefined) throw new Error('Nobody sits at the first seat.');
    order({ kind: 'lock', message: 'wait' }, 5);
    pass(1_000);
    for (const to of [3, 5]) {
      lab.move({ learner, from: stationAt(1), to: stationAt(to) });
      pass(2_000);
      expect(standings()).toEqual(['refused: not-free']);
      expect(seat(1).sitting?.learner.learner).toBe(learner);
    }
  });

  it('[ACT12] gives more time where others come, and says where nobody does', () => {
    const until = seat(1).sitting?.until ?? 0;
    order({ kind: 'give-time', minutes: 10 }, 1, 3);
    pass(1_000);
    expect(standings()).toEqual(['applied', 'refused: no-end']);
    expect(seat(1).sitting?.until).toBe(until + 10);
  });

  it('[PWR1] [ACT3] has a PC start anew or go off, and come back as it was locked', () => {
    order({ kind: 'lock', message: 'repair' }, 1);
    pass(1_000);
    order({ kind: 'restart' }, 1);
    order({ kind: 'power-off' }, 3);
    pass(1_000);
    expect(seat(1).leaving).toEqual({ to: 'restart', gone: false });
    pass(4_000);
    expect(seat(3)).toMatchObject({
      inTouch: false,
      sitting: null,
      leaving: { to: 'power-off', gone: true },
    });
    pass(10_000);
    expect(seat(1)).toMatchObject({ inTouch: true, leaving: null, lock: { message: 'repair' } });
    expect(seat(3).inTouch).toBe(false);
    pass(60_000);
    expect(seat(3)).toMatchObject({ inTouch: true, leaving: null });
    expect(seat(3).sitting).not.toBeNull();
  });

  it('[ACT11] starts a lesson where somebody sits, and none that there isn’t', () => {
    const [first] = coursesView.courses[0]?.lessons.slice(2) ?? [];
    if (first === undefined) throw new Error('There is no lesson.');
    const { pack, lesson, title } = first;
    order({ kind: 'start-lesson', pack, lesson }, 1, 5);
    pass(1_000);
    expect(standings()).toEqual(['applied', 'refused: nobody']);
    expect(seat(1).sitting?.lesson).toMatchObject({ title, done: 0 });
    order({ kind: 'start-lesson', pack, lesson: 'nowhere' }, 1);
    pass(1_000);
    expect(standings()).toEqual(['refused: lacking']);
  });

  it('[HLQ3] [HLQ4] goes by the rules of requests for help', () => {
    lab.wantHelp();
    const [request] = helpQueueOf(lab).requests;
    if (request === undefined) throw new Error('Nobody asks.');
    const ref = {
      learner: request.learner.learner,
      request: request.request,
      after: request.after,
    };
    lab.takeHelp(ref);
    expect(() => lab.takeHelp(ref)).toThrow(/help.moved/);
    const [taken] = helpQueueOf(lab).requests;
    expect(taken?.taker).toMatchObject({ mine: true });
    lab.answerHelp({ ...ref, after: taken?.after ?? ref.after, outcome: 'helped' });
    expect(helpQueueOf(lab).requests).toEqual([]);
    expect(helpQueueOf(lab).today).toMatchObject({ asked: 1, answered: 1 });
    expect(() => lab.takeHelp(ref)).toThrow(/help.over/);
  });

  it('[HLQ4] has the pretend peer tutor come to whom was handed to them', () => {
    lab.wantHelp();
    const [request] = helpQueueOf(lab).requests;
    const [tutor] = helpQueueOf(lab).tutors;
    if (request === undefined || tutor === undefined) throw new Error('Nobody asks, or comes.');
    const { learner, request: id, after } = request;
    const to = { for: 'tutor', tutor: tutor.learner.learner } as const;
    lab.handHelp({ learner: learner.learner, request: id, after, to });
    pass(6_000);
    expect(helpQueueOf(lab).requests[0]?.taker).toMatchObject({ tutor: true, mine: false });
    pass(16_000);
    // Others have asked meanwhile.
    expect(helpQueueOf(lab).requests.map((each) => each.request)).not.toContain(id);
    expect(helpQueueOf(lab).today?.answered).toBe(1);
  });

  it('[ACT6] gives an instructor the seats of one group, and no empty ones', () => {
    lab = new PretendLab(instructor);
    expect(roomOf(lab).seats.map(({ mayAct }) => mayAct)).toEqual([
      true,
      false,
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
    order({ kind: 'lock', message: 'wait' }, 2);
    pass(1_000);
    expect(standings()).toEqual(['refused: not-allowed']);
    expect(helpQueueOf(lab).tutors).toEqual([]);
  });

  it('[SUP22] keeps where seats were put, and tells a page of what was done here', () => {
    lab.arrange([{ station: stationAt(1), column: 4, row: 3 }]);
    expect(seat(1).place).toEqual({ column: 4, row: 3 });
    const learner = seat(2).sitting?.learner.learner;
    expect(learner && pageOf(learner, lab)).toMatchObject({
      row: { needsHelp: true, scope: 'women' },
      account: null,
    });
  });
});

describe('[PRC7] a sheet of codes in practice', () => {
  const code = (number: number) => lab.codes.codes[number - 1] ?? '';

  it('opens the locked seat it belongs to, each code once, and what came before with it', () => {
    expect(lab.codes.codes).toHaveLength(20);
    expect(() => lab.enterCode(code(1))).toThrow(
      expect.objectContaining({ code: 'permission.denied' }),
    );
    lab.readyLocked(3);
    expect(lab.enterCode(code(2))).toEqual({ result: 'opened' });
    expect(seat(3).lock).toBeNull();
    expect(lab.deeds.at(-1)).toEqual({ what: 'code' });
    for (const used of [1, 2]) {
      lab.readyLocked(3);
      expect(lab.enterCode(code(used))).toMatchObject({ result: 'wrong' });
    }
    expect(lab.codes.view.next).toBe(3);
    expect(lab.enterCode(code(3))).toEqual({ result: 'opened' });
  });

  it('tells a misread digit, and has wrong codes waited for as at a real seat', () => {
    lab.readyLocked(3);
    expect(lab.enterCode('000000001')).toEqual({ result: 'misread' });
    const wrong = '000000000';
    for (const waitMs of [0, 0, 5_000]) {
      expect(lab.enterCode(wrong)).toMatchObject({ result: 'wrong', waitMs });
    }
    expect(lab.enterCode(code(1))).toEqual({ result: 'wait', waitMs: 5_000 });
    pass(5_000);
    expect(lab.enterCode(code(1))).toEqual({ result: 'opened' });
  });
});

describe('[PRC8] a pretend hub that is away', () => {
  beforeEach(() => lab.haveHub('away'));

  it('is told as a real one: stations are together, and what is answered waits at the seats', () => {
    pass(30_000);
    expect(statusOf(lab)).toMatchObject({
      hubReachable: false,
      receiptAgeMs: 30_000,
      peers: { stations: 7 },
    });
    expect(seat(1)).toMatchObject({ inTouch: true, health: { receiptAgeMs: 30_000 } });
    expect(seat(1).waiting).toBeGreaterThan(0);
    expect(seat(7).waiting).toBe(12);
    lab.haveHub('there');
    pass(momentMs);
    expect(statusOf(lab)).toMatchObject({ hubReachable: true, peers: null });
    expect(seat(1).waiting).toBe(0);
  });

  it('has orders go straight to the seats, and wait for none that is not reached', () => {
    order({ kind: 'lock', message: 'break' }, 3, 7, 8);
    pass(1_000);
    expect(lab.orders.given[0]).toMatchObject({ byHub: false, kept: false });
    expect(standings()).toEqual(['applied', 'under-way', 'under-way']);
    expect(lab.deeds.at(-1)).toMatchObject({ what: 'seat', act: 'lock', seat: 3, byHub: false });
    pass(61_000);
    expect(standings()).toEqual(['applied', 'given-up', 'given-up']);
    expect(seat(7)).toMatchObject({ inTouch: false, lock: null });
  });

  it('gives no look and takes no plan of the room', () => {
    const gone = expect.objectContaining({ code: 'hub.away' });
    expect(() => lab.look(stationAt(3), learners.lotus.learner)).toThrow(gone);
    expect(() => lab.arrange([])).toThrow(gone);
    expect(() => lab.powerOffHub([])).toThrow(gone);
  });
});

describe('[PRC10] closing the pretend lab', () => {
  const inTouch = [1, 2, 3, 4, 5, 6];
  const states = () => roomOf(lab).seats.map((each) => closingState(each, false));
  const close = () => {
    for (const act of [
      { kind: 'close' },
      { kind: 'end-sitting' },
      { kind: 'power-off' },
    ] as const) {
      order(act, ...inTouch);
      pass(1_000);
    }
  };

  it('goes by the real steps, and who can’t write that it goes is switched off by hand', () => {
    order({ kind: 'close' }, ...inTouch);
    pass(1_000);
    expect(states().slice(0, 6)).toEqual(['taken', 'taken', 'taken', 'taken', 'ready', 'taken']);
    order({ kind: 'end-sitting' }, ...inTouch);
    pass(1_000);
    // Nobody new sits down, though they would have come back.
    pass(30_000);
    const [, full, ...others] = states().slice(0, 6);
    expect(full).toBe('taken');
    expect(new Set(others)).toEqual(new Set(['ready']));
    order({ kind: 'power-off' }, ...inTouch);
    pass(1_000);
    expect(standings()?.[1]).toBe('refused: disk-full');
    pass(10_000);
    expect(states()).toEqual(['off', 'missing', 'off', 'off', 'off', 'off', 'missing', 'missing']);
  });

  it('has the hub go last, over no seat that is on and not named, and stays closed', () => {
    const refused = expect.objectContaining({ code: 'hub.seats-on' });
    expect(() => lab.powerOffHub([])).toThrow(refused);
    close();
    pass(10_000);
    lab.powerOffHub([]);
    expect(lab.closed$.value).toBe(false);
    pass(3_000);
    expect(lab.hub.answers).toBe(false);
    expect(lab.closed$.value).toBe(true);
    pass(120_000);
    expect(lab.deeds.filter(({ what }) => what === 'closed')).toHaveLength(1);
  });

  it('is closed without the hub too, and as it was when it is opened again', () => {
    lab.haveHub('away');
    close();
    pass(10_000);
    expect(lab.closed$.value).toBe(true);
    lab.openAgain();
    pass(momentMs);
    expect(lab.closed$.value).toBe(false);
    const then = roomOf(lab);
    const first = roomOf(new PretendLab(officer));
    const whoSits = (room: typeof first) =>
      room.seats.map(({ sitting, inTouch: on, closing }) => [sitting?.learner, on, closing]);
    expect(whoSits(then)).toEqual(whoSits(first));
    close();
    pass(1_000);
    expect(standings()?.[0]).toBe('applied');
  });
});
