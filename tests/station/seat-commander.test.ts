import { Subject, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { LiveAnswer, LiveReport } from '../../src/shared/contracts/live-seat.ts';
import { seatOrderInputSchema, withoutHub } from '../../src/shared/contracts/seat-order.ts';
import type { CarriedOrder, GivenOrder } from '../../src/shared/contracts/seat-order.ts';
import { ReanError } from '../../src/shared/errors.ts';
import {
  deskStation,
  officer,
  otherDeskStation,
  passphrase,
  sokha,
  technician,
} from '../factories/desk-people.ts';
import { liveReport } from '../factories/live-reports.ts';
import { signedOrder } from '../factories/seat-orders.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';
import { until } from './kiosk-hand.ts';

const lock = { kind: 'lock', message: 'wait' } as const;
const both = [deskStation, otherDeskStation];

async function staffAt(desk: Desk, staff = officer) {
  desk.hub.pull();
  const station = await desk.start();
  const window = supervisorWindow(station);
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff, passphrase });
  return { station, window };
}

const standing = (
  window: SupervisorWindow,
  states: readonly GivenOrder['seats'][number]['state'][],
) =>
  until(
    window.observe('orders', undefined),
    ([order]) => JSON.stringify(order?.seats.map(({ state }) => state)) === JSON.stringify(states),
  );

/** A hub that tells of seats what a test says. */
function telling(desk: Desk) {
  const told = new Subject<LiveAnswer>();
  let number = 0;
  desk.hub.live = {
    ...desk.hub.live,
    seats: (_seen, signal) =>
      Promise.race([
        firstValueFrom(told),
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new ReanError('hub.unreachable')));
        }),
      ]),
  };
  return async (report: LiveReport) => {
    await expect.poll(() => told.observed).toBe(true);
    number += 1;
    const seat = { station: deskStation, ageMs: 0, offsetMs: 0, report };
    told.next({ hub: '0'.repeat(32), number, seats: [seat] });
  };
}

const away = (desk: Desk) => {
  desk.hub.answer = null;
  desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable: false });
};

describe('an officer’s window', { timeout: 30_000 }, () => {
  it('[ACT1] [ACT7] has the hub lock seats, and shows of each what came of it, as it changes', async () => {
    const desk = await stationDesk('supervisor');
    const tell = telling(desk);
    desk.hub.answer = () => ({ result: 'done', output: {} });
    const { station, window } = await staffAt(desk);
    const before = { number: 6, lock: null, outcomes: [] };
    const room$ = window.observe('room', undefined);
    const looking = room$.subscribe();
    await tell(liveReport({ orders: before }));
    await until(room$, ({ seats }) => seats[0]?.health !== null);
    looking.unsubscribe();
    await window.call('seats.order', { seats: both, act: lock });
    const [command] = desk.hub.commands;
    expect(command).toMatchObject({ type: 'seat.order', input: { act: lock, seats: both } });
    const id = command?.id;
    if (id === undefined) throw new Error('nothing was sent');
    const watching = window.observe('orders', undefined).subscribe();
    expect(await standing(window, ['under-way', 'under-way'])).toMatchObject([
      { id, byHub: true, kept: true },
    ]);
    for (const result of ['delivered', 'applied'] as const) {
      const now = { number: 7, lock: null, outcomes: [{ id, result }] };
      await tell(liveReport({ number: result === 'delivered' ? 2 : 3, orders: now }));
      await standing(window, [result, 'under-way']);
    }
    await window.call('seats.order', { seats: [deskStation], act: { kind: 'unlock' } });
    const numbers = desk.hub.commands.map(({ input }) => seatOrderInputSchema.parse(input).number);
    // The seat had done its sixth before.
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
    expect(numbers[0]).toBeGreaterThanOrEqual(7);
    watching.unsubscribe();
    await window.call('staff.sign-out', undefined);
    await window.call('staff.sign-in', { staff: officer, passphrase });
    expect(await firstValueFrom(window.observe('orders', undefined))).toEqual([]);
    await station.close();
  });

  it('[ACT13] ends a sitting for a move once the other seat waits, and not where it will not', async () => {
    const desk = await stationDesk('supervisor');
    const tell = telling(desk);
    desk.hub.answer = () => ({ result: 'done', output: {} });
    const { station, window } = await staffAt(desk);
    const watching = window.observe('orders', undefined).subscribe();
    const acts = () =>
      desk.hub.commands.map(({ input }) => seatOrderInputSchema.parse(input)).map(({ act }) => act);
    const answer = async (number: number, outcome: object) => {
      const id = desk.hub.commands.at(-1)?.id;
      const orders = liveReport({
        orders: { number, lock: null, outcomes: [{ id, ...outcome }] } as never,
      });
      await tell({ ...orders, number });
    };
    const move = { learner: sokha, from: otherDeskStation, to: deskStation };
    await window.call('seats.move', move);
    expect(acts()).toEqual([{ kind: 'expect', learner: sokha, open: 'home' }]);
    await answer(1, { result: 'refused', why: 'not-free' });
    await standing(window, ['refused']);
    await window.call('seats.move', move);
    await answer(2, { result: 'delivered' });
    await standing(window, ['delivered']);
    expect(acts()).toHaveLength(2);
    await answer(3, { result: 'applied' });
    await expect
      .poll(() => acts().slice(2))
      .toEqual([{ kind: 'end-sitting', learner: sokha, to: expect.any(Number) }]);
    expect(seatOrderInputSchema.parse(desk.hub.commands.at(-1)?.input).seats).toEqual([
      otherDeskStation,
    ]);
    watching.unsubscribe();
    await station.close();
  });

  it('[ACT13] ends it though the hub was too busy the first time it was told to', async () => {
    const desk = await stationDesk('supervisor');
    const tell = telling(desk);
    const acts: string[] = [];
    desk.hub.answer = ({ input }) => {
      const { kind } = seatOrderInputSchema.parse(input).act;
      acts.push(kind);
      if (acts.length === 2) throw new ReanError('hub.protocol', { problem: 'version' });
      return { result: 'done', output: {} };
    };
    const { station, window } = await staffAt(desk);
    const watching = window.observe('orders', undefined).subscribe();
    await window.call('seats.move', { learner: sokha, from: otherDeskStation, to: deskStation });
    const id = desk.hub.commands.at(-1)?.id;
    const outcomes = [{ id, result: 'applied' }];
    await tell(liveReport({ orders: { number: 1, lock: null, outcomes } as never }));
    await expect
      .poll(() => acts, { timeout: 10_000 })
      .toEqual(['expect', 'end-sitting', 'end-sitting']);
    expect(await standing(window, ['under-way'])).toMatchObject([
      { act: { kind: 'end-sitting' }, byHub: true },
      { act: { kind: 'expect' } },
    ]);
    watching.unsubscribe();
    await station.close();
  });

  it('[ACT5] brings it to the seats itself while the hub is away, and tells the hub once it is back', async () => {
    const desk = await stationDesk('supervisor');
    away(desk);
    const brought: CarriedOrder[] = [];
    let found = false;
    desk.lab.order = (seat, carried) => {
      brought.push(carried);
      const { id } = carried.command;
      if (seat === otherDeskStation && !found) {
        found = true;
        return Promise.reject(new ReanError('hub.unreachable'));
      }
      const outcome =
        seat === deskStation
          ? ({ id, result: 'applied' } as const)
          : ({ id, result: 'refused', why: 'not-allowed' } as const);
      const now = { number: 1, lock: null, outcomes: [outcome] };
      return Promise.resolve({ station: seat, outcome, now });
    };
    const { station, window } = await staffAt(desk);
    await window.call('seats.order', { seats: both, act: lock });
    const [given] = await standing(window, ['applied', 'refused']);
    expect(given).toMatchObject({ byHub: false, kept: false });
    expect(given?.seats[1]?.why).toBe('not-allowed');
    expect(new Set(brought.map(({ command }) => command.id)).size).toBe(1);
    expect(brought[0]?.command.hubRun).toBe(withoutHub);
    await station.close();
    // It is told by the station, whoever is signed in there by then.
    desk.hub.answer = () => ({ result: 'done', output: {} });
    desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable: true });
    const after = await desk.start();
    await expect.poll(() => desk.hub.commands).toEqual([brought[0]?.command]);
    await after.close();
    const again = await desk.start();
    expect(desk.hub.commands).toHaveLength(1);
    await again.close();
  });

  it('[ACT5] brings it to a seat that is out of the hub’s reach and not out of its own', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.answer = () => ({ result: 'done', output: {} });
    const brought: CarriedOrder[] = [];
    desk.lab.order = (seat, carried) => {
      brought.push(carried);
      if (seat !== deskStation) return Promise.reject(new ReanError('hub.unreachable'));
      const outcome = { id: carried.command.id, result: 'applied' } as const;
      const now = { number: 1, lock: null, outcomes: [outcome] };
      return Promise.resolve({ station: seat, outcome, now });
    };
    const { station, window } = await staffAt(desk);
    await window.call('seats.order', { seats: both, act: lock });
    // The other is off: the hub keeps it for when it is back.
    const [given] = await standing(window, ['applied', 'under-way']);
    expect(given).toMatchObject({ byHub: true, kept: true });
    expect(desk.hub.commands.map(({ id }) => id)).toEqual([given?.id]);
    expect(new Set(brought.map(({ command }) => command.id))).toEqual(new Set([given?.id]));
    const tries = brought.length;
    desk.pass(61_000);
    await window.call('seats.order', { seats: [deskStation], act: { kind: 'unlock' } });
    const [, before] = await until(
      window.observe('orders', undefined),
      ([after]) => after?.seats[0]?.state === 'applied',
    );
    expect(before?.seats.map(({ state }) => state)).toEqual(['applied', 'under-way']);
    expect(brought.length).toBeGreaterThan(tries);
    await station.close();
  });

  it('[ACT7] says when nothing more is tried', async () => {
    const desk = await stationDesk('supervisor');
    away(desk);
    const { station, window } = await staffAt(desk);
    await window.call('seats.order', { seats: [deskStation], act: lock });
    await standing(window, ['under-way']);
    desk.pass(61_000);
    expect(await standing(window, ['given-up'])).toMatchObject([{ byHub: false }]);
    await station.close();
  });

  it('[ACT6] [ACT7] offers nothing to who may not, and shows which seats are locked', async () => {
    const desk = await stationDesk('supervisor');
    const tell = telling(desk);
    desk.hub.answer = () => ({ result: 'done', output: {} });
    const lying = await signedOrder(desk.people, lock, { seats: both });
    const lies = { type: 'seat', v: 1, hubSeq: 50, station: otherDeskStation, command: lying };
    await desk.hub.putDirectory(Object.assign({ _id: `seat:${otherDeskStation}` }, lies));
    const { station, window } = await staffAt(desk);
    const room$ = window.observe('room', undefined);
    const watching = room$.subscribe();
    await tell(
      liveReport({
        orders: { number: 1, lock: { message: 'break', id: lying.id, by: officer }, outcomes: [] },
      }),
    );
    const room = await until(room$, ({ seats }) => seats[0]?.lock !== null);
    expect(room.seats.map((seat) => [seat.lock?.message, seat.mayAct])).toEqual([
      ['break', true],
      ['wait', true],
    ]);
    watching.unsubscribe();
    await window.call('staff.sign-in', { staff: technician, passphrase });
    const given = firstValueFrom(window.observe('orders', undefined));
    await expect(given).rejects.toMatchObject({ code: 'permission.denied' });
    await station.close();
  });
});
