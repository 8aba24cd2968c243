import { map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../src/shared/contracts/documents/event.ts';
import type { HelpQueue, HelpRequest } from '../../src/shared/contracts/ipc/help-views.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { LearnerId } from '../../src/shared/ids.ts';
import {
  dara,
  deskGroup,
  officer,
  otherDeskStation,
  passphrase,
  sokha,
  technician,
} from '../factories/desk-people.ts';
import { ids, openedEvent, payloads } from '../factories/events.ts';
import { liveReport } from '../factories/live-reports.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';
import { folded, today, tutorDocument } from './help-hand.ts';
import { until } from './kiosk-hand.ts';

const hubRun = '0'.repeat(32);
const asked: EventPayload = { type: 'help.asked', sitting: ids.sitting };
const working = [payloads.started(), payloads.opened(), payloads.attempt('choose', 'not-yet')];

async function desk(): Promise<Desk> {
  const made = await stationDesk('supervisor');
  made.hub.pull();
  made.tellDate(today);
  return made;
}

async function officerAt(at: Desk) {
  const station = await at.start();
  return { station, window: await signedIn(supervisorWindow(station)) };
}

async function signedIn(window: SupervisorWindow, staff = officer): Promise<SupervisorWindow> {
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff, passphrase });
  return window;
}

const queueAt = (window: SupervisorWindow, holds: (queue: HelpQueue) => boolean) =>
  until(window.observe('help', undefined), holds);
const firstAt = async (window: SupervisorWindow): Promise<HelpRequest> => {
  const requests$ = window.observe('help', undefined).pipe(map(({ requests }) => requests[0]));
  const [request] = [await until(requests$, (each) => each !== undefined)];
  if (request === undefined) throw new Error('no request');
  return request;
};
const refOf = ({ learner, request, after }: HelpRequest) => ({
  learner: learner.learner,
  request,
  after,
});
const acts = async (at: Desk) =>
  (await at.recorded()).flatMap(({ payload, envelope }) =>
    payload.type.startsWith('help.') ? [{ ...payload, learner: envelope.learner }] : [],
  );

describe('requests for help at a supervisor station', { timeout: 60_000 }, () => {
  it('[HLQ1] stand in a queue, the oldest first, with what whoever comes should know', async () => {
    const at = await desk();
    const { window } = await officerAt(at);
    await folded(at, dara, [payloads.started(), payloads.opened(), payloads.opened(), asked]);
    await folded(at, sokha, [...working, asked]);
    const { requests } = await queueAt(window, (queue) => queue.requests.length === 2);
    expect(requests.map(({ learner }) => learner.learner)).toEqual([dara, sokha]);
    expect(requests[1]).toMatchObject({
      learner: { name: { km: 'សុខា' } },
      group: { km: 'ក្រុម ក' },
      seat: 2,
      sitting: { lesson: { title: { km: 'មេរៀន first' }, courseTitle: { km: 'អក្សរ' }, total: 3 } },
      wrong: 1,
      before: { today: 0, ever: 0 },
      to: { for: 'anybody' },
      taker: null,
      acts: ['take', 'answer', 'to-tutor'],
    });
  });

  it('[HLQ2] [HLQ6] are taken and answered with the hub away, and the times are kept', async () => {
    const at = await desk();
    const { window } = await officerAt(at);
    await queueAt(window, ({ requests }) => requests.length === 0);
    await folded(at, sokha, [...working, asked]);
    const request = await firstAt(window);
    expect(request.ageMs).toBe(0);
    at.pass(70_000);
    await window.call('help.take', refOf(request));
    const taken = await queueAt(window, ({ requests }) => requests[0]?.taker !== null);
    expect(taken.requests[0]).toMatchObject({
      ageMs: 70_000,
      taker: { name: { km: 'ចាន់' }, mine: true, tutor: false, gone: false },
    });
    at.pass(125_000);
    const [mine] = taken.requests;
    if (mine === undefined) throw new Error('no request');
    await window.call('help.answer', { ...refOf(mine), outcome: 'shown-how' });
    const { today: figures } = await queueAt(window, ({ requests }) => requests.length === 0);
    expect(figures).toMatchObject({ asked: 1, answered: 1, waitedP50Ms: 70_000 });
    const page$ = window.observe('learner', { learner: sokha });
    const { help } = await until(page$, (page) => page.help.answered === 1);
    expect(help).toMatchObject({
      asked: 1,
      past: [{ day: today, end: 'shown-how', lesson: { km: 'មេរៀន first' }, waitedMs: 70_000 }],
    });
    expect(help.past[0]?.by).toEqual({ km: 'ចាន់' });
    const by = { staff: officer };
    expect(await acts(at)).toMatchObject([
      { type: 'help.taken', learner: sokha, by, waitedMs: 70_000 },
      { type: 'help.answered', learner: sokha, by, outcome: 'shown-how', tookMs: 125_000 },
    ]);
  });

  it('[HLQ6] found at a start are of no known age, and what is answered then says so', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { window } = await officerAt(at);
    const request = await firstAt(window);
    expect(request.ageMs).toBeNull();
    at.pass(60_000);
    await window.call('help.answer', { ...refOf(request), outcome: 'helped' });
    const queue = await queueAt(window, ({ requests }) => requests.length === 0);
    expect(queue.today).toMatchObject({ answered: 1, waitedP50Ms: null, waitNotKnown: 1 });
    expect(await acts(at)).toMatchObject([{ waitedMs: null, tookMs: null }]);
  });

  it('[HLQ6] are as old as their own seat says, though this station heard of them later', async () => {
    const at = await desk();
    const events = [...working, asked];
    await folded(at, sokha, events);
    const where = { learner: sokha, station: otherDeskStation, date: today };
    const { _id: id } = openedEvent(asked, { ...where, seq: events.length }).envelope;
    const call = { id, ageMs: 90_000 };
    const sitting = {
      learner: sokha,
      open: null,
      helpAsked: true,
      call,
      stuck: false,
      quiet: null,
    };
    const report = liveReport({ sitting });
    const seat = { station: otherDeskStation, ageMs: 1000, offsetMs: 0, report };
    at.hub.live = {
      ...at.hub.live,
      seats: async (seen, signal) => {
        if (seen === null) return { hub: hubRun, number: 1, seats: [seat] };
        await new Promise((resolve) => {
          signal.addEventListener('abort', resolve);
        });
        throw new ReanError('hub.unreachable');
      },
    };
    const { window } = await officerAt(at);
    const request = await queueAt(window, ({ requests }) => (requests[0]?.ageMs ?? null) !== null);
    expect(request.requests[0]?.ageMs).toBe(91_000);
    at.pass(9000);
    const ref = await firstAt(window);
    await window.call('help.answer', { ...refOf(ref), outcome: 'helped' });
    expect(await acts(at)).toMatchObject([{ type: 'help.answered', waitedMs: 100_000 }]);
  });

  it('[HLQ3] of two windows one takes it, and the other is told', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { station, window } = await officerAt(at);
    const other = await signedIn(supervisorWindow(station));
    const [first, second] = [await firstAt(window), await firstAt(other)];
    const both = await Promise.allSettled([
      window.call('help.take', refOf(first)),
      other.call('help.take', refOf(second)),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(both[1]).toMatchObject({ reason: { code: 'help.moved' } });
    expect(await acts(at)).toHaveLength(1);
  });

  it('[HLQ3] taken at another station before this one heard of it: that one has it, and this one is told', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { window } = await officerAt(at);
    const request = await firstAt(window);
    await window.call('help.take', refOf(request));
    const own = (await at.recorded()).filter(({ payload }) => payload.type === 'help.taken');
    // The hub has heard both by now: the other's came first in order.
    const theirs = openedEvent(
      {
        type: 'help.taken',
        request: request.request,
        after: request.request,
        by: { staff: technician },
        waitedMs: null,
      },
      { seq: 5, lamport: 5, learner: sokha, station: ids.otherStation, date: today },
    );
    const later = own.map((event) => ({
      ...event,
      envelope: { ...event.envelope, lamport: 6 },
    }));
    await folded(at, sokha, [...working, asked], [theirs, ...later]);
    const queue = await queueAt(window, ({ requests }) => requests[0]?.late === true);
    expect(queue.requests[0]).toMatchObject({ taker: { mine: false }, acts: expect.anything() });
    const [lost] = queue.requests;
    if (lost === undefined) throw new Error('no request');
    await expect(
      window.call('help.answer', { ...refOf(lost), outcome: 'helped' }),
    ).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('[HLQ4] a request that is over is taken by nobody, and one whose sitting ended is over', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { window } = await officerAt(at);
    const request = await firstAt(window);
    await folded(at, sokha, [...working, asked, payloads.ended()]);
    await queueAt(window, ({ requests }) => requests.length === 0);
    await expect(window.call('help.take', refOf(request))).rejects.toMatchObject({
      code: 'help.over',
    });
    expect(await acts(at)).toEqual([]);
  });

  it('[HLQ4] is handed to a peer tutor of the group by name, to nobody else, and back', async () => {
    const at = await desk();
    await at.hub.putDirectory(tutorDocument(true));
    await folded(at, sokha, [...working, asked]);
    const { window } = await officerAt(at);
    const { tutors } = await queueAt(window, (queue) => queue.tutors.length === 1);
    expect(tutors).toMatchObject([{ learner: { learner: dara }, here: false }]);
    const request = await firstAt(window);
    const hand = (tutor: LearnerId) =>
      window.call('help.hand', { ...refOf(request), to: { for: 'tutor', tutor } });
    await expect(hand(sokha)).rejects.toMatchObject({ code: 'permission.denied' });
    await hand(dara);
    const handed = await queueAt(window, ({ requests }) => requests[0]?.to.for === 'tutor');
    expect(handed.requests[0]).toMatchObject({
      to: { tutor: { name: { km: 'តារា' }, tutor: true, gone: true } },
      handedBy: { mine: true },
      acts: ['take', 'answer', 'to-anybody', 'to-tutor'],
    });
    const [again] = handed.requests;
    if (again === undefined) throw new Error('no request');
    await window.call('help.hand', { ...refOf(again), to: { for: 'anybody' } });
    await queueAt(window, ({ requests }) => requests[0]?.to.for === 'anybody');
  });

  it('[HLQ4] taken by a peer tutor whose station died are taken over by an officer', async () => {
    const at = await desk();
    await at.hub.putDirectory(tutorDocument(true));
    const { window } = await officerAt(at);
    await folded(at, sokha, [...working, asked]);
    const { request, after } = await firstAt(window);
    const take = { request, after, by: { tutor: dara }, waitedMs: 9000 };
    const taken = openedEvent(
      { type: 'help.taken', ...take },
      { seq: 1, lamport: 9, learner: sokha, station: ids.otherStation, store: ids.otherStore },
    );
    await folded(at, sokha, [...working, asked], [taken]);
    const { requests } = await queueAt(window, (queue) => queue.requests[0]?.taker?.gone === true);
    const [left] = requests;
    if (left === undefined) throw new Error('no request');
    expect(left).toMatchObject({
      taker: { name: { km: 'តារា' }, tutor: true },
      acts: ['take', 'to-anybody', 'to-tutor'],
    });
    await window.call('help.take', refOf(left));
    await queueAt(window, (queue) => queue.requests[0]?.taker?.mine === true);
    expect(await acts(at)).toMatchObject([{ type: 'help.taken', waitedMs: null }]);
  });

  it('[PRM5] are nothing for a technician, nor for an instructor of another group or other scopes', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { station, window } = await officerAt(at);
    const request = await firstAt(window);
    await at.hub.putDirectory(at.people.changedStaff(officer, { role: 'instructor' }));
    await queueAt(window, ({ requests }) => requests.length === 0);
    const denied = { code: 'permission.denied' };
    await expect(window.call('help.take', refOf(request))).rejects.toMatchObject(denied);
    await at.hub.putDirectory(
      at.people.changedStaff(officer, { role: 'instructor', groups: [deskGroup] }),
    );
    await queueAt(window, ({ requests }) => requests.length === 1);
    await at.hub.putDirectory(at.people.changedStaff(officer, { scopes: ['women'] }));
    await queueAt(window, ({ requests }) => requests.length === 0);
    const other = await signedIn(supervisorWindow(station), technician);
    await expect(queueAt(other, () => true)).rejects.toMatchObject(denied);
    await expect(other.call('help.take', refOf(request))).rejects.toMatchObject(denied);
    expect(await acts(at)).toEqual([]);
  });

  it('[ERA9] of somebody who was erased is gone, and nothing more is recorded of it', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { window } = await officerAt(at);
    const request = await firstAt(window);
    const counts = { events: 1, lessons: 0, attempts: 0, activeMs: 0 };
    const about = { type: 'erased', v: 1, hubSeq: 99, learner: sokha, counts };
    await at.hub.putDirectory({ _id: `erased:${sokha}`, ...about });
    await at.takeKeyring({
      ...at.people.keyring,
      learners: at.people.keyring.learners.filter(({ learner }) => learner !== sokha),
    });
    await at.hub.putDirectory(at.people.changed(sokha, { disabled: true }));
    await queueAt(window, ({ requests }) => requests.length === 0);
    await expect(window.call('help.take', refOf(request))).rejects.toMatchObject({
      code: expect.stringMatching(/^(help\.over|learner\.unknown)$/),
    });
    expect(await acts(at)).toEqual([]);
  });

  it('[SIT4] is not taken on a full disk, and is once there is room', async () => {
    const at = await desk();
    await folded(at, sokha, [...working, asked]);
    const { window } = await officerAt(at);
    const request = await firstAt(window);
    at.disk.full = true;
    await expect(window.call('help.take', refOf(request))).rejects.toMatchObject({
      code: 'store.full',
    });
    expect((await firstAt(window)).taker).toBeNull();
    at.disk.full = false;
    await window.call('help.take', refOf(request));
    await queueAt(window, ({ requests }) => requests[0]?.taker?.mine === true);
  });
});
