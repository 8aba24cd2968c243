import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { LiveReport } from '../../src/shared/contracts/live-seat.ts';
import { seatOrderInputSchema } from '../../src/shared/contracts/seat-order.ts';
import type { SeatAct } from '../../src/shared/contracts/seat-order.ts';
import { officer, technician } from '../factories/desk-people.ts';
import { lockWith, signedOrder } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import { first, look, open, pulledDesk, signedIn } from './kiosk-hand.ts';

const off: SeatAct = { kind: 'power-off' };
const restart: SeatAct = { kind: 'restart' };

async function result(desk: Desk, command: SignedCommand, ageMs = 0) {
  if (desk.lab.take === null) throw new Error('no seat');
  const { outcome } = await desk.lab.take({ command, ageMs });
  return outcome.result === 'refused' ? outcome.why : outcome.result;
}

/** Everything the seat tells the hub, from the next start on. */
function heard(desk: Desk): LiveReport[] {
  const reports: LiveReport[] = [];
  desk.hub.live = {
    ...desk.hub.live,
    tell: (report) => {
      reports.push(structuredClone(report));
      return Promise.resolve(true);
    },
  };
  return reports;
}

const waits = (desk: Desk, waiting: number, hubReachable = true) =>
  desk.hub.status$.next({ ...desk.hub.status$.value, waiting, hubReachable });
const gone = (desk: Desk, to: readonly string[]) => expect.poll(() => desk.power.went).toEqual(to);

describe('a seat whose computer staff restart or switch off', { timeout: 30_000 }, () => {
  it('[PWR1] [PWR2] ends its sitting, brings what waits to the hub, says so, and only then goes', async () => {
    const desk = await pulledDesk();
    const reports = heard(desk);
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    waits(desk, 3);
    const order = await signedOrder(desk.people, off);
    expect(await result(desk, order)).toBe('applied');
    await expect
      .poll(async () => (await firstValueFrom(window.observe('moment', undefined))).leaving)
      .toEqual({ to: 'power-off', gone: false });
    await expect
      .poll(() => reports.at(-1)?.orders)
      .toMatchObject({ leaving: { to: 'power-off', gone: false } });
    expect(await firstValueFrom(window.observe('sitting', undefined))).toBeNull();
    const events = (await desk.recorded()).map(({ payload }) => payload);
    expect(events.slice(-2)).toMatchObject([
      { type: 'lesson.left' },
      { type: 'sitting.ended', reason: 'staff' },
    ]);
    expect(desk.power.went).toEqual([]);
    waits(desk, 0);
    await gone(desk, ['power-off']);
    expect(reports.at(-1)?.orders).toMatchObject({
      leaving: { to: 'power-off', gone: true },
      outcomes: [{ id: order.id, result: 'applied' }],
    });
    await station.close();
  });

  it('[PWR2] goes without the hub, and where the cable is pulled while it waits', async () => {
    const desk = await pulledDesk();
    waits(desk, 5, false);
    const { station } = await open(desk);
    expect(await result(desk, await signedOrder(desk.people, restart))).toBe('applied');
    await gone(desk, ['restart']);
    await station.close();
    waits(desk, 5);
    const after = await open(desk);
    expect(await result(desk, await signedOrder(desk.people, off, { number: 2 }))).toBe('applied');
    expect(desk.power.went).toEqual(['restart']);
    waits(desk, 5, false);
    await gone(desk, ['restart', 'power-off']);
    await after.station.close();
  });

  it('[PWR2] goes once, however often the order comes, and never again after it has started', async () => {
    const desk = await pulledDesk();
    const before = await open(desk);
    const order = await signedOrder(desk.people, restart);
    for (const _time of [1, 2, 3]) expect(await result(desk, order)).toBe('applied');
    await gone(desk, ['restart']);
    // Nothing of it closes: the PC has gone, with what lies on its disk.
    for (const _start of [1, 2]) {
      const { station } = await open(desk);
      expect(await result(desk, order)).toBe('applied');
      const late = await signedOrder(desk.people, restart, { number: 2 });
      expect(await result(desk, late, 21_000)).toBe('expired');
      await station.close();
    }
    expect(desk.power.went).toEqual(['restart']);
    await before.station.close();
  });

  it('[PWR2] stays where it could not write down that it goes, and goes once there is room', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    desk.disk.full = true;
    const order = await signedOrder(desk.people, off);
    expect(await result(desk, order)).toBe('disk-full');
    expect((await firstValueFrom(window.observe('moment', undefined))).leaving).toBeNull();
    expect(desk.power.went).toEqual([]);
    desk.disk.full = false;
    expect(await result(desk, order)).toBe('applied');
    await gone(desk, ['power-off']);
    await station.close();
  });

  it('[PWR2] of two officers, one of whom restarts it and one switches it off, it goes off', async () => {
    for (const both of [
      [restart, off],
      [off, restart],
    ]) {
      const desk = await pulledDesk();
      waits(desk, 1);
      const { station } = await open(desk);
      const results = [];
      for (const act of both) results.push(await result(desk, await signedOrder(desk.people, act)));
      expect(results).toEqual(both[0] === off ? ['applied', 'overtaken'] : ['applied', 'applied']);
      waits(desk, 0);
      await gone(desk, ['power-off']);
      await station.close();
    }
  });

  it('[PWR3] says that its system refused, stays, and can be used', async () => {
    const desk = await pulledDesk();
    const reports = heard(desk);
    desk.power.refused = 'Access denied';
    const { station, window } = await open(desk);
    const order = await signedOrder(desk.people, off);
    expect(await result(desk, order)).toBe('applied');
    await expect
      .poll(() => reports.at(-1)?.orders)
      .toMatchObject({
        leaving: null,
        outcomes: [{ id: order.id, result: 'refused', why: 'powerless' }],
      });
    expect(await result(desk, order)).toBe('powerless');
    expect((await firstValueFrom(window.observe('moment', undefined))).leaving).toBeNull();
    expect(desk.log.some((line) => line.includes('Access denied'))).toBe(true);
    desk.power.refused = null;
    expect(await result(desk, await signedOrder(desk.people, off, { number: 2 }))).toBe('applied');
    await gone(desk, ['power-off', 'power-off']);
    await station.close();
  });

  it('[PWR2] keeps its lock over a restart', async () => {
    const desk = await pulledDesk();
    const { station } = await open(desk);
    expect(await result(desk, await signedOrder(desk.people, lockWith('break')))).toBe('applied');
    expect(await result(desk, await signedOrder(desk.people, restart))).toBe('applied');
    await gone(desk, ['restart']);
    await station.close();
    const after = await open(desk);
    expect(await firstValueFrom(after.window.observe('lock', undefined))).toEqual({
      message: 'break',
    });
    await after.station.close();
  });

  it('[PWR1] obeys a technician, no instructor, and nobody whose order says that it is for something else', async () => {
    const desk = await pulledDesk();
    const { station } = await open(desk);
    const { people, hub } = desk;
    const told = await signedOrder(people, restart);
    // An act of power under the command that instructors may give.
    const dressed = await signedOrder(people, restart, { as: 'seat.order' });
    expect(await result(desk, dressed)).toBe('unknown');
    expect(seatOrderInputSchema.parse(told.input).act).toEqual(restart);
    await hub.putDirectory(people.changedStaff(officer, { role: 'instructor' }));
    hub.pull();
    await expect
      .poll(async () => result(desk, await signedOrder(people, restart)))
      .toBe('not-allowed');
    expect(desk.power.went).toEqual([]);
    const byTechnician = await signedOrder(people, restart, { by: technician });
    expect(await result(desk, byTechnician)).toBe('applied');
    await gone(desk, ['restart']);
    await station.close();
  });
});
