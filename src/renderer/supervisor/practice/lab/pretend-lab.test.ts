import { beforeEach, describe, expect, it } from 'vitest';
import { orderRules } from '../../../../domain/seat-orders/order-rules.ts';
import type { SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { staffIdSchema } from '../../../../shared/ids.ts';
import { PretendLab } from './pretend-lab.ts';
import { stationAt } from './pretend-people.ts';
import { coursesView, helpQueueOf, pageOf, roomOf } from './pretend-views.ts';

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
