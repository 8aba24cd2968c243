import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SignedCommand } from '../../src/shared/contracts/commands/staff-command.ts';
import type { LabNow } from '../../src/sync/replication/lab-clock.ts';
import { officer } from '../factories/desk-people.ts';
import { signedOrder } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { open, pulledDesk, signIn, until } from './kiosk-hand.ts';

const slotId = (at: number) => `cm-${String(at).padStart(16, '0')}`;
/** Monday, of the desk's learners from 8 to 10, and of others from then on. */
const slot = (at: number, plan: object) => ({
  v: 1,
  hubSeq: 50,
  _id: `slot:${slotId(at)}`,
  type: 'slot',
  slot: slotId(at),
  by: officer,
  plan: { weekday: 1, scope: 'men', ...plan },
});
const own = slot(1, { begins: 480, ends: 600, groups: ['gr-abcdefgh'] });
const others = slot(2, { begins: 600, ends: 720, groups: ['gr-bbbbbbbb'] });
const greeting = {
  v: 1,
  hubSeq: 50,
  _id: 'timetable-policy',
  type: 'timetable-policy',
  policy: 'greet',
};
const at = (minute: number, sure = true): LabNow => ({ date: '2026-11-23', minute, sure });

const time = (window: KioskWindow) => firstValueFrom(window.observe('time', undefined));

async function result(desk: Desk, command: SignedCommand, ageMs = 0) {
  if (desk.lab.take === null) throw new Error('no seat');
  const { outcome } = await desk.lab.take({ command, ageMs });
  return outcome.result === 'refused' ? outcome.why : outcome.result;
}

const give = (desk: Desk, number = 1, minutes = 10) =>
  signedOrder(desk.people, { kind: 'give-time', minutes }, { number });

async function planned(
  now: LabNow | null,
  documents: readonly { readonly _id: string }[] = [],
  given?: Desk,
) {
  const desk = given ?? (await pulledDesk());
  for (const document of [own, others, ...documents]) await desk.hub.putDirectory(document);
  desk.tellTime(now);
  const { station, window } = await open(desk);
  await until(window.observe('people', undefined), ({ ready }) => ready);
  return { desk, station, window };
}

describe('a learner’s time at a seat', { timeout: 60_000 }, () => {
  it('[ACT12] is told before its end and at it, once each, and nothing ends by it', async () => {
    const { desk, station, window } = await planned(at(594));
    await signIn(window);
    expect(await time(window)).toBeNull();
    desk.tellTime(at(595));
    expect(await time(window)).toEqual({ stage: 'near', until: 600, minutes: 5 });
    desk.tellTime(at(597));
    expect(await time(window)).toEqual({ stage: 'near', until: 600, minutes: 3 });
    await window.call('time.seen', { stage: 'near', until: 600 });
    expect(await time(window)).toBeNull();
    desk.tellTime(at(601));
    expect(await time(window)).toEqual({ stage: 'over', until: 600, minutes: 0 });
    await window.call('time.seen', { stage: 'over', until: 600 });
    expect(await time(window)).toBeNull();
    expect(await firstValueFrom(window.observe('sitting', undefined))).not.toBeNull();
    await station.close();
  });

  it('[ACT12] is made longer by officers, each order once, from now on where it is over', async () => {
    const { desk, station, window } = await planned(at(597));
    expect(await result(desk, await give(desk))).toBe('nobody');
    await signIn(window);
    const first = await give(desk, 2);
    for (const _again of [1, 2]) expect(await result(desk, first)).toBe('applied');
    expect(await time(window)).toEqual({ stage: 'given', until: 610, minutes: 10 });
    await window.call('time.seen', { stage: 'given', until: 610 });
    expect(await time(window)).toBeNull();
    desk.tellTime(at(606));
    expect(await time(window)).toEqual({ stage: 'near', until: 610, minutes: 4 });
    desk.tellTime(at(615));
    expect(await time(window)).toMatchObject({ stage: 'over', until: 610 });
    expect(await result(desk, await give(desk, 3, 5))).toBe('applied');
    expect(await time(window)).toEqual({ stage: 'given', until: 620, minutes: 5 });
    expect(await result(desk, await give(desk, 4), 61_000)).toBe('expired');
    expect(await result(desk, await give(desk, 1))).toBe('overtaken');
    await station.close();
  });

  it('[ACT12] that was given holds after a power cut, for its learner at that seat, on that day', async () => {
    const { desk, window } = await planned(at(597), [greeting]);
    await signIn(window);
    const order = await give(desk);
    expect(await result(desk, order)).toBe('applied');
    // Nothing of that station closes; when it is back their slot is over, and others are there.
    desk.tellTime(at(604));
    const after = await open(desk);
    expect(await result(desk, order)).toBe('applied');
    expect(await signIn(after.window)).toEqual({ result: 'signed-in' });
    await after.window.call('sitting.end', { reason: 'learner' });
    desk.tellTime(at(610));
    expect(await signIn(after.window)).toMatchObject({ result: 'not-now' });
    desk.tellTime({ ...at(604), date: '2026-11-30' });
    expect(await signIn(after.window)).toMatchObject({ result: 'not-now' });
    await after.station.close();
  });

  it('[ACT12] [TTB10] ends by no clock that nobody confirmed, and where nobody comes after them', async () => {
    for (const now of [null, at(597, false), { date: '1970-01-01', minute: 3, sure: false }]) {
      const { desk, station, window } = await planned(now);
      await signIn(window);
      expect(await time(window)).toBeNull();
      expect(await result(desk, await give(desk))).toBe('no-end');
      await station.close();
    }
    const { desk, station, window } = await planned(at(597), [{ ...others, plan: null } as never]);
    await signIn(window);
    expect(await time(window)).toBeNull();
    expect(await result(desk, await give(desk))).toBe('no-end');
    await station.close();
  });

  it('[ACT12] is told to the room, as it gets longer', async () => {
    const desk = await pulledDesk();
    const told: (number | undefined)[] = [];
    desk.hub.live = {
      ...desk.hub.live,
      tell: (report) => {
        told.push(report.sitting?.until);
        return Promise.resolve(true);
      },
    };
    const { station, window } = await planned(at(597), [], desk);
    await signIn(window);
    await expect.poll(() => told.at(-1)).toBe(600);
    expect(await result(desk, await give(desk))).toBe('applied');
    await expect.poll(() => told.at(-1)).toBe(610);
    await window.call('sitting.end', { reason: 'learner' });
    await expect.poll(() => told.at(-1)).toBeUndefined();
    await station.close();
  });
});
