import { describe, expect, it } from 'vitest';
import { withoutHub } from '../../src/shared/contracts/seat-order.ts';
import { officer, passphrase, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { until } from './kiosk-hand.ts';

async function pulled(): Promise<Desk> {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  return desk;
}

async function staffAt(desk: Desk, staff = officer) {
  const station = await desk.start();
  const window = supervisorWindow(station);
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff, passphrase });
  return { station, window };
}

const reach = (desk: Desk, hubReachable: boolean) =>
  desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable });

describe('an officer’s own computer, after the lab', { timeout: 30_000 }, () => {
  it('[CLS7] goes off on record: signed and on its disk before, at the hub after both are on again', async () => {
    const desk = await pulled();
    const { station, window } = await staffAt(desk);
    desk.hub.answer = null;
    reach(desk, false);
    expect(await window.call('machine.power-off', undefined)).toEqual({ goes: true });
    expect(desk.power.went).toEqual(['power-off']);
    expect(desk.hub.commands).toEqual([]);
    await station.close();
    desk.hub.answer = () => ({ result: 'done', output: {} });
    reach(desk, true);
    const next = await desk.start();
    await expect
      .poll(() => desk.hub.commands.map(({ type, hubRun }) => ({ type, hubRun })))
      .toEqual([{ type: 'desk.power-off', hubRun: withoutHub }]);
    expect(desk.hub.commands[0]?.by).toMatchObject([{ staff: officer }]);
    await next.close();
  });

  it('[CLS7] [PWR3] stays, and says so, where its system does not let it; nobody but who closes labs has it go', async () => {
    const desk = await pulled();
    desk.power.refused = 'Access denied';
    const { station, window } = await staffAt(desk);
    expect(await window.call('machine.power-off', undefined)).toEqual({ goes: false });
    await window.call('staff.sign-out', undefined);
    const denied = { code: 'permission.denied' };
    await expect(window.call('machine.power-off', undefined)).rejects.toMatchObject(denied);
    await window.call('staff.sign-in', { staff: technician, passphrase });
    await expect(window.call('machine.power-off', undefined)).rejects.toMatchObject(denied);
    expect(desk.power.went).toEqual(['power-off']);
    await station.close();
  });

  it('[CLS8] knows in its next window too whether the hub went off as it was told, or is away', async () => {
    const desk = await pulled();
    const { station, window } = await staffAt(desk);
    const asked = { type: 'hub.power-off', input: { despite: [] }, reason: null } as const;
    const going = (of = window) => of.observe('hub-going', undefined);
    reach(desk, false);
    expect(await until(going(), () => true)).toBe('no');
    reach(desk, true);
    desk.hub.answer = () => ({ result: 'done', output: { goes: false } });
    await window.call('hub.command', asked);
    expect(await until(going(), () => true)).toBe('no');
    desk.hub.answer = () => ({ result: 'done', output: { goes: true } });
    await window.call('hub.command', asked);
    expect(await until(going(), () => true)).toBe('going');
    reach(desk, false);
    const again = supervisorWindow(station);
    await again.call('staff.sign-in', { staff: officer, passphrase });
    expect(await until(going(again), () => true)).toBe('off');
    reach(desk, true);
    await until(going(again), (state) => state === 'no');
    await station.close();
  });
});
