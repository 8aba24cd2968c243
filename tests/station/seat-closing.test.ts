import { Subject, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { LiveAnswer, LiveSeat } from '../../src/shared/contracts/live-seat.ts';
import { ReanError } from '../../src/shared/errors.ts';
import { deskStation, officer, passphrase } from '../factories/desk-people.ts';
import { liveReport } from '../factories/live-reports.ts';
import { signedOrder } from '../factories/seat-orders.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { open, pulledDesk, signedIn, until } from './kiosk-hand.ts';

const shut = { kind: 'close' } as const;
const reopen = { kind: 'reopen' } as const;

async function result(desk: Desk, command: SignedCommand, ageMs = 0) {
  if (desk.lab.take === null) throw new Error('no seat');
  const { outcome, now } = await desk.lab.take({ command, ageMs });
  return { said: outcome.result === 'refused' ? outcome.why : outcome.result, now };
}
const moment = (window: KioskWindow) => firstValueFrom(window.observe('moment', undefined));

describe('a seat while the lab closes', { timeout: 30_000 }, () => {
  it('[CLS2] takes nobody new, tells who sits there to finish, and is open again when it is told, or starts', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    const order = await signedOrder(desk.people, shut);
    expect(await result(desk, order)).toMatchObject({ said: 'applied', now: { closing: true } });
    expect(await moment(window)).toMatchObject({ closing: true, message: 'finish' });
    expect(await firstValueFrom(window.observe('sitting', undefined))).not.toBeNull();
    await window.call('sitting.end', { reason: 'learner' });
    expect(await moment(window)).toMatchObject({ closing: true, message: null });
    const again = await signedOrder(desk.people, reopen, { number: 2 });
    expect(await result(desk, again)).toMatchObject({ said: 'applied', now: { closing: false } });
    // What was given before, and comes later, closes it no more.
    const before = await signedOrder(desk.people, shut, { number: 1 });
    expect((await result(desk, before)).said).toBe('overtaken');
    const third = await signedOrder(desk.people, shut, { number: 3 });
    expect((await result(desk, third, 61_000)).said).toBe('expired');
    expect((await result(desk, third)).said).toBe('expired');
    expect((await moment(window)).closing).toBe(false);
    const fourth = await signedOrder(desk.people, shut, { number: 4 });
    expect((await result(desk, fourth)).said).toBe('applied');
    await station.close();
    // Nobody finds a lab closed in the morning because it was closed at night.
    const after = await open(desk);
    expect((await moment(after.window)).closing).toBe(false);
    expect((await result(desk, fourth)).said).toBe('applied');
    expect((await moment(after.window)).closing).toBe(false);
    await after.station.close();
  });

  it('[CLS2] of two officers, one of whom closes it and one opens it, it is closed', async () => {
    for (const both of [
      [shut, reopen],
      [reopen, shut],
    ]) {
      const desk = await pulledDesk();
      const { station, window } = await open(desk);
      for (const act of both) await result(desk, await signedOrder(desk.people, act));
      expect((await moment(window)).closing).toBe(true);
      await station.close();
    }
  });
});

describe('an officer’s window while the lab closes', { timeout: 30_000 }, () => {
  it('[CLS3] goes on knowing which seats went off in order after the hub has', async () => {
    const desk = await stationDesk('supervisor');
    const told = new Subject<LiveAnswer>();
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
    desk.hub.pull();
    const station = await desk.start();
    const window = supervisorWindow(station);
    await until(window.observe('staff', undefined), ({ ready }) => ready);
    await window.call('staff.sign-in', { staff: officer, passphrase });
    const room$ = window.observe('room', undefined);
    const looking = room$.subscribe();
    const leaving = { to: 'power-off', gone: true } as const;
    const tell = async (over: Partial<LiveSeat>) => {
      await expect.poll(() => told.observed).toBe(true);
      const seat = { station: deskStation, ageMs: 0, offsetMs: 0, report: null, ...over };
      told.next({ hub: '0'.repeat(32), number: 1, seats: [seat] });
    };
    const seen = (holds: (seat: { inTouch: boolean | null; gone: boolean | null }) => boolean) =>
      until(room$, ({ seats }) => {
        const seat = seats.find((each) => each.station === deskStation);
        return (
          seat !== undefined && holds({ inTouch: seat.inTouch, gone: seat.leaving?.gone ?? null })
        );
      });
    const orders = { number: 1, lock: null, leaving, outcomes: [] };
    await tell({ report: liveReport({ orders }), left: 'power-off' });
    await seen(({ inTouch, gone }) => inTouch === true && gone === true);
    // The hub goes before it has noticed that the seat is silent.
    desk.hub.stations = null;
    desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable: false });
    await seen(({ inTouch, gone }) => inTouch === false && gone === true);
    looking.unsubscribe();
    await station.close();
  });
});
