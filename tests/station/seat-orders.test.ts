import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { LiveReport } from '../../src/shared/contracts/live-seat.ts';
import type { OrderOutcome, OrdersAnswer } from '../../src/shared/contracts/seat-order.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { deskStation, officer, otherDeskStation, technician } from '../factories/desk-people.ts';
import { lockWith, signedOrder, unlocking } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { choose, first, look, open, pulledDesk, signIn, signedIn, until } from './kiosk-hand.ts';

const locked = (window: KioskWindow) => firstValueFrom(window.observe('lock', undefined));
const waitFor = (window: KioskWindow, lock: object | null) =>
  until(window.observe('lock', undefined), (seen) => JSON.stringify(seen) === JSON.stringify(lock));

/** A supervisor's station brings an order while the hub is away. */
async function bring(desk: Desk, command: SignedCommand, ageMs = 0): Promise<OrderOutcome> {
  if (desk.lab.take === null) throw new Error('no seat');
  return (await desk.lab.take({ command, ageMs })).outcome;
}

const result = async (desk: Desk, command: SignedCommand, ageMs = 0) => {
  const outcome = await bring(desk, command, ageMs);
  return outcome.result === 'refused' ? outcome.why : outcome.result;
};

const documentOf = (command: SignedCommand) => ({
  _id: `seat:${deskStation}`,
  type: 'seat',
  v: 1,
  hubSeq: 50,
  station: deskStation,
  command,
});

describe('a seat that staff tell something', { timeout: 30_000 }, () => {
  it('[ACT1] [ACT3] is locked and opened again, and its learner goes on where they were', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    expect(await locked(window)).toBeNull();
    expect(await result(desk, await signedOrder(desk.people, lockWith()))).toBe('applied');
    expect(await locked(window)).toEqual({ message: 'wait' });
    // An answer that was on its way when the lock came is taken like any other.
    expect(await choose(window, 'ka')).toMatchObject({});
    const open = await signedOrder(desk.people, unlocking, { number: 2 });
    expect(await result(desk, open)).toBe('applied');
    expect(await locked(window)).toBeNull();
    const again = await window.call('lesson.open', first);
    expect(again.items).toMatchObject({ look: {}, choose: {} });
    await station.close();
  });

  it('[ACT3] is locked before anything else after the power went, twice over', async () => {
    const desk = await pulledDesk();
    const before = await open(desk);
    const lock = await signedOrder(desk.people, lockWith('break'));
    expect(await result(desk, lock)).toBe('applied');
    // Nothing of that station closes: what it acknowledged lies on the disk.
    for (const _cut of [1, 2]) {
      const { station, window } = await open(desk);
      expect(await locked(window)).toEqual({ message: 'break' });
      await station.close();
    }
    await before.station.close();
  });

  it('[ACT1] does an order once, however often, late, and after a start it is brought', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    const lock = await signedOrder(desk.people, lockWith());
    const unlock = await signedOrder(desk.people, unlocking, { number: 2 });
    for (const each of [lock, lock, unlock, lock, unlock]) {
      expect(await result(desk, each)).toBe('applied');
    }
    expect(await locked(window)).toBeNull();
    await station.close();
    const after = await open(desk);
    expect(await result(desk, lock)).toBe('applied');
    expect(await locked(after.window)).toBeNull();
    const late = await signedOrder(desk.people, lockWith(), { number: 1 });
    expect(await result(desk, late)).toBe('overtaken');
    expect(await locked(after.window)).toBeNull();
    await after.station.close();
  });

  it('[ACT4] of two that knew nothing of each other goes by the lock, whichever comes first', async () => {
    for (const order of ['lock first', 'lock last']) {
      const desk = await pulledDesk();
      const { station, window } = await open(desk);
      const lock = await signedOrder(desk.people, lockWith(), { number: 7, id: '1' });
      const unlock = await signedOrder(desk.people, unlocking, { number: 7, id: '2' });
      const both = order === 'lock first' ? [lock, unlock] : [unlock, lock];
      const results = [];
      for (const each of both) results.push(await result(desk, each));
      expect(results).toEqual(
        order === 'lock first' ? ['applied', 'overtaken'] : ['applied', 'applied'],
      );
      expect(await locked(window)).toEqual({ message: 'wait' });
      await station.close();
    }
  });

  it('[ACT6] refuses what was not signed by who it names, was changed, or is for another seat', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    const { people } = desk;
    const lock = await signedOrder(people, lockWith());
    const forged = { ...lock, by: [{ ...lock.by[0], staff: technician }] } as SignedCommand;
    expect(await result(desk, forged)).toBe('signature');
    const changed = { ...lock, input: { ...(lock.input as object), number: 9 } };
    expect(await result(desk, changed)).toBe('signature');
    const elsewhere = await signedOrder(people, lockWith(), { seats: [otherDeskStation] });
    expect(await result(desk, elsewhere)).toBe('other-seat');
    const strange = { ...lock, input: { number: 1, seats: [deskStation], act: { kind: 'dance' } } };
    expect(await result(desk, strange)).toBe('unknown');
    const far = await signedOrder(people, lockWith(), { number: 900_000_000 });
    expect(await result(desk, far)).toBe('unknown');
    expect(await locked(window)).toBeNull();
    // What was refused so is looked at again: it may have been another's word under its id.
    expect(await result(desk, lock)).toBe('applied');
    await station.close();
  });

  it('[ACT6] refuses who may not, may no more, or does not look after who sits there', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    const { people, hub } = desk;
    const byTechnician = await signedOrder(people, lockWith(), { by: technician });
    expect(await result(desk, byTechnician)).toBe('not-allowed');
    const change = async (over: Parameters<typeof people.changedStaff>[1]) => {
      await hub.putDirectory(people.changedStaff(officer, over));
      hub.pull();
    };
    // The learner here is of a group of men.
    const others: Parameters<typeof people.changedStaff>[1][] = [
      { scopes: ['women'] },
      { role: 'instructor' },
      { disabled: true },
    ];
    for (const over of others) {
      await change(over);
      // Until it has heard of that, an order counts: one that changes nothing.
      await expect
        .poll(async () => result(desk, await signedOrder(people, unlocking)))
        .toBe('not-allowed');
      expect(await result(desk, await signedOrder(people, lockWith()))).toBe('not-allowed');
    }
    expect(await locked(window)).toBeNull();
    await change({});
    await expect
      .poll(async () => result(desk, await signedOrder(people, lockWith(), { number: 3 })))
      .toBe('applied');
    await station.close();
  });

  it('[ACT2] [ACT3] obeys the hub’s line, and what lies in the directory, each once', async () => {
    const desk = await pulledDesk();
    const reports: LiveReport[] = [];
    desk.hub.live = {
      ...desk.hub.live,
      tell: (report) => {
        reports.push(structuredClone(report));
        return Promise.resolve(true);
      },
    };
    const lock = await signedOrder(desk.people, lockWith());
    const unlock = await signedOrder(desk.people, unlocking, { number: 2 });
    const answers: OrdersAnswer[] = [
      { hub: 'a'.repeat(32), number: 1, orders: [{ command: lock, ageMs: 30 }] },
    ];
    let waiting: ((answer: OrdersAnswer) => void) | null = null;
    desk.hub.orders = {
      next: (_seen, signal) => {
        const next = answers.shift();
        if (next !== undefined) return Promise.resolve(next);
        return new Promise((resolve, reject) => {
          waiting = resolve;
          signal.addEventListener('abort', () => reject(new ReanError('hub.unreachable')));
        });
      },
    };
    const { station, window } = await open(desk);
    await waitFor(window, { message: 'wait' });
    await expect
      .poll(() => reports.at(-1)?.orders)
      .toMatchObject({ number: 1, lock: { message: 'wait', id: lock.id, by: officer } });
    expect(reports.at(-1)?.orders?.outcomes).toEqual([{ id: lock.id, result: 'applied' }]);
    await expect.poll(() => waiting).not.toBeNull();
    await desk.hub.putDirectory(documentOf(unlock));
    desk.hub.pull();
    await waitFor(window, null);
    // The hub was started anew, and hands on what it had on its way.
    const hand = waiting as unknown as (answer: OrdersAnswer) => void;
    hand({ hub: 'b'.repeat(32), number: 1, orders: [{ command: lock, ageMs: 0 }] });
    await expect.poll(() => reports.at(-1)?.orders?.number).toBe(2);
    expect(await locked(window)).toBeNull();
    await station.close();
    const after = await open(desk);
    expect(await locked(after.window)).toBeNull();
    await after.station.close();
  });

  it('[ACT3] finds the lock in the directory where it was off, and keeps it without the hub', async () => {
    const desk = await pulledDesk();
    await desk.hub.putDirectory(documentOf(await signedOrder(desk.people, lockWith('break'))));
    const { station, window } = await open(desk);
    await waitFor(window, { message: 'break' });
    await station.close();
    const resting = desk.hub.status$.value;
    desk.hub.status$.next({ ...resting, hubReachable: false });
    const after = await open(desk);
    expect(await locked(after.window)).toEqual({ message: 'break' });
    await after.station.close();
  });

  it('[ACT3] is locked with a full disk too, and says that it will not last', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    desk.disk.full = true;
    const lock = await signedOrder(desk.people, lockWith());
    expect(await result(desk, lock)).toBe('disk-full');
    expect(await locked(window)).toEqual({ message: 'wait' });
    desk.disk.full = false;
    expect(await result(desk, lock)).toBe('applied');
    await station.close();
    const after = await open(desk);
    expect(await locked(after.window)).toEqual({ message: 'wait' });
    await after.station.close();
  });

  it('[ACT3] locks while somebody signs in, who is there afterwards', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    const lock = await signedOrder(desk.people, lockWith());
    const [signing, outcome] = await Promise.all([signIn(window), result(desk, lock)]);
    expect([signing.result, outcome]).toEqual(['signed-in', 'applied']);
    expect(await locked(window)).toEqual({ message: 'wait' });
    expect(await firstValueFrom(window.observe('sitting', undefined))).not.toBeNull();
    await station.close();
  });

  it('[ACT8] shows a word to who sits there until they read it, once, and to nobody after them', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    const moment = () => firstValueFrom(window.observe('moment', undefined));
    const say = (number: number) =>
      signedOrder(desk.people, { kind: 'message', message: 'come' }, { number });
    expect(await result(desk, await say(1))).toBe('nobody');
    await signIn(window);
    const order = await say(2);
    expect(await result(desk, order)).toBe('applied');
    expect(await moment()).toMatchObject({ message: 'come', paused: false });
    await window.call('message.seen', undefined);
    expect(await result(desk, order)).toBe('applied');
    expect((await moment()).message).toBeNull();
    expect(await result(desk, await say(3), 61_000)).toBe('expired');
    expect(await result(desk, await say(4))).toBe('applied');
    await window.call('sitting.end', { reason: 'learner' });
    await signIn(window);
    expect((await moment()).message).toBeNull();
    await station.close();
  });

  it('[ACT9] rests until an officer goes on, keeps its lock through it, and says so', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    const moment = () => firstValueFrom(window.observe('moment', undefined));
    const pause = { kind: 'pause', seconds: 60 } as const;
    expect(await result(desk, await signedOrder(desk.people, pause, { number: 5 }))).toBe(
      'applied',
    );
    expect((await moment()).paused).toBe(true);
    // Those of the lock go by themselves: one that was given before has not come too late.
    const lock = await signedOrder(desk.people, lockWith(), { number: 4 });
    expect(await result(desk, lock)).toBe('applied');
    const resume = { kind: 'resume' } as const;
    const late = await signedOrder(desk.people, resume, { number: 4 });
    expect(await result(desk, late)).toBe('overtaken');
    const go = await signedOrder(desk.people, resume, { number: 6 });
    expect(await result(desk, go)).toBe('applied');
    expect((await moment()).paused).toBe(false);
    expect(await locked(window)).toEqual({ message: 'wait' });
    await station.close();
    const after = await open(desk);
    expect(await firstValueFrom(after.window.observe('moment', undefined))).toEqual({
      message: null,
      paused: false,
      led: null,
      closing: false,
      leaving: null,
      expected: null,
      sent: null,
    });
    await after.station.close();
  });

  it('[ACT10] ends the sitting with what was done on record, and nobody’s sitting but that one', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    const end = { kind: 'end-sitting' } as const;
    const order = await signedOrder(desk.people, end);
    expect(await result(desk, order)).toBe('applied');
    expect(await firstValueFrom(window.observe('sitting', undefined))).toBeNull();
    const events = (await desk.recorded()).map(({ payload }) => payload);
    expect(events.slice(-2)).toMatchObject([
      { type: 'lesson.left' },
      { type: 'sitting.ended', reason: 'staff' },
    ]);
    expect(await result(desk, await signedOrder(desk.people, end, { number: 2 }))).toBe('nobody');
    await signIn(window);
    // Brought again, it is done already.
    expect(await result(desk, order)).toBe('applied');
    expect(await firstValueFrom(window.observe('sitting', undefined))).not.toBeNull();
    expect((await window.call('lesson.open', first)).items).toMatchObject({ look: {} });
    await station.close();
  });
});
