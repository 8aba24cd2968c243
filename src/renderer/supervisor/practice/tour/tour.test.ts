import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import { staffIdSchema } from '../../../../shared/ids.ts';
import { PretendLab } from '../lab/pretend-lab.ts';
import { learners, stationAt } from '../lab/pretend-people.ts';
import { helpQueueOf, roomOf } from '../lab/pretend-views.ts';
import { Tour } from './tour.ts';
import { tourSteps } from './tour-steps.ts';

const officer: SignedIn = {
  staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  name: { km: 'មន្ត្រី', en: 'Officer' },
  role: 'officer',
  scopes: ['men'],
  groups: [],
};
let lab: PretendLab;
let tour: Tour;

const begin = (role: SignedIn['role']) => {
  lab = new PretendLab({ ...officer, role });
  tour = new Tour(lab);
  tour.begin();
};
beforeEach(() => begin('officer'));

const at = () => tour.now$.value?.at;
const give = (act: SeatAct, ...seats: readonly number[]) => {
  lab.order(act, seats.map(stationAt));
  for (let passed = 0; passed < 4; passed += 1) lab.pass(250);
};
const mine = () => roomOf(lab).seats.flatMap(({ mayAct, seat }) => (mayAct ? [seat] : []));
const helped = () => {
  const [request] = helpQueueOf(lab).requests;
  if (request === undefined) throw new Error('Nobody asks.');
  const { learner, request: id, after } = request;
  return { learner: learner.learner, request: id, after };
};
const doings = [
  () => lab.opened(learners.lotus.learner),
  () => give({ kind: 'lock', message: 'over' }, 3),
  () => give({ kind: 'unlock' }, 3),
  () => give({ kind: 'message', message: 'come' }, 3),
  () => void lab.look(stationAt(3), learners.lotus.learner),
  () => give({ kind: 'pause', seconds: 60 }, ...mine()),
  () => give({ kind: 'resume' }, ...mine()),
  () => lab.takeHelp(helped()),
  () => lab.answerHelp({ ...helped(), outcome: 'helped' }),
  () => give({ kind: 'end-sitting' }, 6),
];

describe('[PRC6] the guided tour', () => {
  it.each(['officer', 'site-manager', 'instructor'] as const)(
    'goes on as an %s does each of its ten steps, and not before',
    (role) => {
      begin(role);
      expect(tourSteps).toHaveLength(10);
      for (const [step, act] of doings.entries()) {
        expect(at()).toBe(step);
        lab.pass(250);
        expect(at()).toBe(step);
        act();
        expect(at()).toBe(step + 1);
      }
      expect(tour.now$.value?.did.size).toBe(10);
    },
  );

  it('can be walked by skipping, and every step can be done then all the same', () => {
    for (let step = 0; step < doings.length; step += 1) {
      begin('officer');
      for (let skipped = 0; skipped < step; skipped += 1) tour.skip();
      expect(at()).toBe(step);
      doings[step]?.();
      expect(at()).toBe(step + 1);
    }
  });

  it('goes back to a step that can be done once more, and counts none that was skipped', () => {
    tour.back();
    expect(at()).toBe(0);
    doings[0]?.();
    doings[1]?.();
    tour.back();
    expect(at()).toBe(1);
    expect(roomOf(lab).seats[2]?.lock).toBeNull();
    doings[1]?.();
    tour.skip();
    expect(tour.now$.value).toMatchObject({ at: 3, did: new Set([0, 1]) });
  });

  it('is no more once it is left, whatever is done then', () => {
    tour.leave();
    doings[0]?.();
    expect(tour.now$.value).toBeNull();
  });
});
