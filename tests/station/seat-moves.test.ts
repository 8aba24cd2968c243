import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { LeftScreen, SeatAct } from '../../src/shared/contracts/seat-order.ts';
import { dara, otherDeskStation, sokha } from '../factories/desk-people.ts';
import { lockWith, signedOrder } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { first, look, open, pulledDesk, signIn, signedIn } from './kiosk-hand.ts';

const expecting = (learner = sokha, left: LeftScreen = 'open'): SeatAct => ({
  kind: 'expect',
  learner,
  open: left,
});

const moment = (window: KioskWindow) => firstValueFrom(window.observe('moment', undefined));
const sitting = (window: KioskWindow) => firstValueFrom(window.observe('sitting', undefined));

async function result(desk: Desk, command: SignedCommand, ageMs = 0) {
  if (desk.lab.take === null) throw new Error('no seat');
  const { outcome } = await desk.lab.take({ command, ageMs });
  return outcome.result === 'refused' ? outcome.why : outcome.result;
}

const order = (desk: Desk, act: SeatAct, number = 1) => signedOrder(desk.people, act, { number });

/** They worked at a lesson here and left; the seat they come to knows of it as any station does. */
async function leftAtLesson() {
  const desk = await pulledDesk();
  const { station, window } = await signedIn(desk);
  await window.call('lesson.open', first);
  await look(window);
  await window.call('sitting.end', { reason: 'learner' });
  return { desk, station, window };
}

describe('a learner who is moved to another seat', { timeout: 60_000 }, () => {
  it('[ACT13] is greeted there, signs in as ever, and goes on at the screen they left', async () => {
    const { desk, station, window } = await leftAtLesson();
    const come = await order(desk, expecting());
    expect(await result(desk, come)).toBe('applied');
    expect(await moment(window)).toMatchObject({ expected: sokha });
    expect(await signIn(window)).toEqual({ result: 'signed-in' });
    expect((await sitting(window))?.goesOn?.lesson).toMatchObject({ ...first, kind: 'lesson' });
    expect((await window.call('lesson.open', first)).items).toMatchObject({ look: {} });
    expect((await moment(window)).expected).toBeNull();
    // Brought again it is done already, and later sittings begin at home.
    expect(await result(desk, come)).toBe('applied');
    await window.call('sitting.end', { reason: 'learner' });
    await signIn(window);
    expect((await sitting(window))?.goesOn).toBeNull();
    await station.close();
  });

  it('[ACT13] goes on with what is due, or at home, where they were there', async () => {
    const { desk, station, window } = await leftAtLesson();
    const went: unknown[] = [];
    for (const [at, left] of (['review', 'home'] as const).entries()) {
      expect(await result(desk, await order(desk, expecting(sokha, left), at + 1))).toBe('applied');
      await signIn(window);
      went.push((await sitting(window))?.goesOn?.screen ?? null);
      await window.call('sitting.end', { reason: 'learner' });
    }
    expect(went).toEqual([{ at: 'review' }, null]);
    await station.close();
  });

  it('[ACT13] is waited for no longer once another sits down, an officer says so, or the PC starts', async () => {
    const { desk, window } = await leftAtLesson();
    expect(await result(desk, await order(desk, expecting(dara)))).toBe('applied');
    await signIn(window);
    expect((await sitting(window))?.goesOn).toBeNull();
    await window.call('sitting.end', { reason: 'learner' });
    expect((await moment(window)).expected).toBeNull();
    expect(await result(desk, await order(desk, expecting(), 2))).toBe('applied');
    expect(await result(desk, await order(desk, { kind: 'unexpect' }, 3))).toBe('applied');
    expect((await moment(window)).expected).toBeNull();
    const again = await order(desk, expecting(), 4);
    expect(await result(desk, again)).toBe('applied');
    // Nothing of that station closes.
    const after = await open(desk);
    expect(await result(desk, again)).toBe('applied');
    expect((await moment(after.window)).expected).toBeNull();
    expect(await signIn(after.window)).toEqual({ result: 'signed-in' });
    await after.station.close();
  });

  it('[ACT13] [CLS2] is not sent to a seat that is taken, locked, closed or out of order, nor too late', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    expect(await result(desk, await order(desk, expecting(dara)))).toBe('not-free');
    await window.call('sitting.end', { reason: 'learner' });
    expect(await result(desk, await order(desk, lockWith(), 2))).toBe('applied');
    expect(await result(desk, await order(desk, expecting(dara), 3))).toBe('not-free');
    expect(await result(desk, await order(desk, { kind: 'unlock' }, 4))).toBe('applied');
    expect(await result(desk, await order(desk, expecting(dara), 5), 31_000)).toBe('expired');
    expect(await result(desk, await order(desk, { kind: 'close' }, 6))).toBe('applied');
    expect(await result(desk, await order(desk, expecting(dara), 7))).toBe('not-free');
    expect(await result(desk, await order(desk, { kind: 'reopen' }, 8))).toBe('applied');
    expect(await result(desk, await order(desk, expecting(dara), 9))).toBe('applied');
    expect((await moment(window)).expected).toBe(dara);
    expect(
      await result(
        desk,
        await signedOrder(desk.people, expecting(), { seats: [otherDeskStation] }),
      ),
    ).toBe('other-seat');
    await station.close();
  });

  it('[ACT13] leaves their seat with what was done on record, told where to go; nobody else does', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    const end = (learner: typeof sokha): SeatAct => ({ kind: 'end-sitting', learner, to: 5 });
    expect(await result(desk, await order(desk, end(dara)))).toBe('nobody');
    expect(await sitting(window)).not.toBeNull();
    expect(await result(desk, await order(desk, end(sokha), 2))).toBe('applied');
    expect(await sitting(window)).toBeNull();
    const events = (await desk.recorded()).map(({ payload }) => payload);
    expect(events.slice(-2)).toMatchObject([
      { type: 'lesson.left' },
      { type: 'sitting.ended', reason: 'staff' },
    ]);
    expect((await moment(window)).sent).toEqual({ learner: sokha, seat: 5 });
    await window.call('sent.seen', undefined);
    expect((await moment(window)).sent).toBeNull();
    await station.close();
  });
});
